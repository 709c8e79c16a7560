import type { Collection } from "#domain/nouns/library.ts";
import { Problem } from "#domain/problems.ts";
import { allCollections, collectionNamed, membershipOf } from "../store/collections.ts";
import type { Transaction } from "../store/journal.ts";
import { rowsWhere } from "../store/tables.ts";
import type { Desk } from "./desk.ts";
import { articlesInWords, foundRow, shortened } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

export function collectionProcedures(os: Implementer["collections"], desk: Desk) {
  return {
    list: os.list.handler(() => allCollections(desk.readable)),

    create: os.create.handler(({ input }) => {
      refuseTakenName(desk, input.name, null);
      return desk.run(`make the collection “${shortened(input.name)}”`, (transaction) => {
        const collection: Collection = { id: newId(), name: input.name, createdAt: now() };
        transaction.put("collection", collection);
        putMembers(transaction, collection, input.articleIds);
        return { collectionId: collection.id };
      });
    }),

    rename: os.rename.handler(({ input }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      refuseTakenName(desk, input.name, collection.id);
      return desk.run(
        `call the collection “${shortened(collection.name)}” “${shortened(input.name)}”`,
        (transaction) => {
          transaction.put("collection", { ...collection, name: input.name });
          return {};
        },
      );
    }),

    remove: os.remove.handler(({ input }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      return desk.run(`remove the collection “${shortened(collection.name)}”`, (transaction) => {
        for (const member of rowsWhere(transaction, "collection_member", "collectionId", collection.id)) {
          transaction.remove("collection_member", member.id);
        }
        transaction.remove("collection", collection.id);
        return {};
      });
    }),

    add: os.add.handler(({ input }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      const what = articlesInWords(desk.readable, input.articleIds);
      return desk.run(`put ${what} in “${shortened(collection.name)}”`, (transaction) => {
        putMembers(transaction, collection, input.articleIds);
        return {};
      });
    }),

    takeOut: os.takeOut.handler(({ input }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      const what = articlesInWords(desk.readable, input.articleIds);
      return desk.run(`take ${what} out of “${shortened(collection.name)}”`, (transaction) => {
        for (const articleId of input.articleIds) {
          const membership = membershipOf(transaction, collection.id, articleId);
          if (membership) transaction.remove("collection_member", membership);
        }
        return {};
      });
    }),
  };
}

/** Puts articles into a collection; those that are in it already stay as they are. */
function putMembers(transaction: Transaction, { id: collectionId }: Collection, articleIds: readonly string[]): void {
  for (const articleId of articleIds) {
    foundRow(transaction, "article", articleId);
    if (membershipOf(transaction, collectionId, articleId)) continue;
    transaction.put("collection_member", { id: newId(), collectionId, articleId });
  }
}

function refuseTakenName(desk: Desk, name: string, own: string | null): void {
  const taken = collectionNamed(desk.readable, name);
  if (taken === null || taken === own) return;
  throw new Problem("NOT_ALLOWED", `There is a collection called “${name}” already. Choose another name.`, {
    field: "name",
  });
}
