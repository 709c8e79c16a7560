import type { Source } from "#domain/nouns/source.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { Transaction } from "../store/journal.ts";
import type { Readable } from "../store/readable.ts";
import { searchSources, sourceNamed, sourcesMetIn, sourcesPage, sourceView } from "../store/sources.ts";
import { rowsWhere } from "../store/tables.ts";
import type { Desk } from "./desk.ts";
import { redirectEvidence } from "./evidence.ts";
import { defined } from "./fields.ts";
import { found, foundRow } from "./found.ts";
import { newId, nowAfter } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { removeNote } from "./notes.ts";
import { putSource } from "./registry.ts";
import { redirectTrashedSource } from "./trash-references.ts";

export function sourceProcedures(os: Implementer["sources"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => sourcesPage(desk.readable, input)),
    get: os.get.handler(({ input }) => found(sourceView(desk.readable, input.id), "source", input.id)),
    search: os.search.handler(({ input }) => searchSources(desk.readable, input.words, input.limit)),
    metIn: os.metIn.handler(({ input }) => sourcesMetIn(desk.readable, input.articleId)),

    create: os.create.handler(({ input }) => {
      refuseTakenName(desk, input.name, null);
      return desk.run(`add the source “${shortened(input.name)}”`, (transaction) => ({
        sourceId: putSource(transaction, input),
      }));
    }),

    update: os.update.handler(({ input }) => {
      const before = foundRow(desk.readable, "source", input.id);
      const after: Source = { ...before, ...defined(input.fields) };
      refuseTakenName(desk, after.name, after.id);
      refuseOwningItself(desk, after);
      return desk.run(`change the source “${shortened(after.name)}”`, (transaction) => {
        transaction.put("source", after);
        return {};
      });
    }),

    addAlias: os.addAlias.handler(({ input }) => {
      const source = foundRow(desk.readable, "source", input.id);
      refuseTakenName(desk, input.name, null);
      return desk.run(`name “${shortened(source.name)}” also “${shortened(input.name)}”`, (transaction) => {
        transaction.put("alias", { id: newId(), sourceId: source.id, name: input.name });
        return {};
      });
    }),

    removeAlias: os.removeAlias.handler(({ input }) => {
      const alias = foundRow(desk.readable, "alias", input.aliasId);
      return desk.run(`remove the alias “${shortened(alias.name)}”`, (transaction) => {
        transaction.remove("alias", alias.id);
        return {};
      });
    }),

    grade: os.grade.handler(({ input }) => {
      const source = foundRow(desk.readable, "source", input.sourceId);
      return desk.run(`grade “${shortened(source.name)}” ${input.letter}`, (transaction) => {
        const gradeId = newId();
        const latest = rowsWhere(transaction, "grade", "sourceId", source.id, "gradedAt").at(-1);
        transaction.put("grade", {
          id: gradeId,
          sourceId: source.id,
          letter: input.letter,
          scope: input.scope ?? "",
          rationale: input.rationale ?? "",
          author: desk.author,
          gradedAt: nowAfter(latest?.gradedAt),
        });
        return { gradeId };
      });
    }),

    merge: os.merge.handler(({ input }) => {
      const from = foundRow(desk.readable, "source", input.from);
      const into = foundRow(desk.readable, "source", input.into);
      if (from.id === into.id)
        throw new Problem("NOT_ALLOWED", "A source cannot be merged into itself.", { field: "into" });
      return desk.run(`merge “${shortened(from.name)}” into “${shortened(into.name)}”`, (transaction) => {
        mergeSources(transaction, from, into);
        return {};
      });
    }),

    remove: os.remove.handler(({ input }) => {
      const source = foundRow(desk.readable, "source", input.id);
      const view = found(sourceView(desk.readable, source.id), "source", source.id);
      const owned = rowsWhere(desk.readable, "source", "parentId", source.id);
      if (view.claims.length + view.articles.length + owned.length > 0) {
        throw new Problem(
          "NOT_ALLOWED",
          `“${source.name}” stands in ${view.claims.length} claims and ${view.articles.length} articles, and owns ${owned.length} sources. Merge it into another source instead.`,
          {},
        );
      }
      return desk.run(`remove the source “${shortened(source.name)}”`, (transaction) => {
        for (const alias of view.aliases) transaction.remove("alias", alias.id);
        for (const grade of view.grades) transaction.remove("grade", grade.id);
        for (const note of view.notes) removeNote(transaction, note.id);
        transaction.remove("source", source.id);
        return {};
      });
    }),
  };
}

function mergeSources(transaction: Transaction, from: Source, into: Source): void {
  const to = { sourceId: into.id };
  for (const hop of rowsWhere(transaction, "hop", "sourceId", from.id)) transaction.put("hop", { ...hop, ...to });
  for (const alias of rowsWhere(transaction, "alias", "sourceId", from.id))
    transaction.put("alias", { ...alias, ...to });
  for (const grade of rowsWhere(transaction, "grade", "sourceId", from.id))
    transaction.put("grade", { ...grade, ...to });
  for (const note of rowsWhere(transaction, "note", "sourceId", from.id)) transaction.put("note", { ...note, ...to });
  for (const article of rowsWhere(transaction, "article", "outletId", from.id)) {
    transaction.put("article", { ...article, outletId: into.id });
  }
  // One that stays below the one that goes takes its place, so that ownership does not run in a circle.
  if (ownersOf(transaction, into).includes(from.id)) transaction.put("source", { ...into, parentId: from.parentId });
  for (const owned of rowsWhere(transaction, "source", "parentId", from.id)) {
    if (owned.id !== into.id) transaction.put("source", { ...owned, parentId: into.id });
  }
  redirectEvidence(transaction, from.id, into.id);
  redirectTrashedSource(transaction, from, into);
  transaction.put("alias", { id: newId(), sourceId: into.id, name: from.name });
  transaction.remove("source", from.id);
}

function refuseTakenName(desk: Desk, name: string, own: string | null): void {
  const taken = sourceNamed(desk.readable, name);
  if (taken === null || taken === own) return;
  throw new Problem("NOT_ALLOWED", `There is a source called “${name}” already. Merge the two if they are the same.`, {
    field: "name",
  });
}

/** Ownership never runs in a circle. */
function refuseOwningItself(desk: Desk, source: Source): void {
  if (!ownersOf(desk.readable, source).includes(source.id)) return;
  throw new Problem("NOT_ALLOWED", `“${source.name}” would own itself. Choose another owner.`, { field: "parentId" });
}

/** Who owns a source, who owns that one and so on; where they come back to the source itself, it is the last. */
function ownersOf(readable: Readable, source: Source): string[] {
  const owners: string[] = [];
  for (let parentId = source.parentId; parentId !== null && !owners.includes(parentId); ) {
    owners.push(parentId);
    if (parentId === source.id) break;
    parentId = foundRow(readable, "source", parentId).parentId;
  }
  return owners;
}
