import type { Collection } from "#domain/nouns/library.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import { allCollections, collectionNamed, isEmptyCollection, membershipOf, membersOf } from "../store/collections.ts";
import type { Transaction } from "../store/journal.ts";
import type { Desk } from "./desk.ts";
import { articlesInWords, foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { runInParts } from "./in-parts.ts";

export function collectionProcedures(os: Implementer["collections"], desk: Desk) {
  return {
    list: os.list.handler(() => allCollections(desk.readable)),

    create: os.create.handler(async ({ input, signal }) => {
      refuseTakenName(desk, input.name, null);
      const label = `make the collection “${shortened(input.name)}”`;
      const collection: Collection = { id: newId(), name: input.name, createdAt: now() };
      let isMade = false;
      const done = await runInParts(
        desk,
        { label, items: input.articleIds, leaves: signal },
        (transaction, articleIds) => {
          if (!isMade) transaction.put("collection", collection);
          isMade = true;
          putMembers(transaction, collection, articleIds);
        },
      );
      return { ...done, collectionId: collection.id };
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

    remove: os.remove.handler(({ input, signal }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      const label = `remove the collection “${shortened(collection.name)}”`;
      const items = membersOf(desk.readable, collection.id);
      return runInParts(desk, { label, items, leaves: signal }, (transaction, members) => {
        for (const id of members) transaction.remove("collection_member", id);
        // The last part takes the collection itself, unless somebody has put an article in meanwhile.
        if (isEmptyCollection(transaction, collection.id)) transaction.remove("collection", collection.id);
      });
    }),

    add: os.add.handler(({ input, signal }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      const what = articlesInWords(desk.readable, input.articleIds);
      const label = `put ${what} in “${shortened(collection.name)}”`;
      return runInParts(desk, { label, items: input.articleIds, leaves: signal }, (transaction, articleIds) => {
        putMembers(transaction, collection, articleIds);
      });
    }),

    takeOut: os.takeOut.handler(({ input, signal }) => {
      const collection = foundRow(desk.readable, "collection", input.id);
      const what = articlesInWords(desk.readable, input.articleIds);
      const label = `take ${what} out of “${shortened(collection.name)}”`;
      return runInParts(desk, { label, items: input.articleIds, leaves: signal }, (transaction, articleIds) => {
        for (const articleId of articleIds) {
          const membership = membershipOf(transaction, collection.id, articleId);
          if (membership) transaction.remove("collection_member", membership);
        }
      });
    }),
  };
}

/** Puts articles into a collection; those that are in it already stay as they are. */
function putMembers(transaction: Transaction, { id: collectionId }: Collection, articleIds: readonly string[]): void {
  // Somebody may have removed it since the part before.
  foundRow(transaction, "collection", collectionId);
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
