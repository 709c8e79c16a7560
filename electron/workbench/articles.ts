import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import { articleMarks, articleView } from "../store/articles.ts";
import { articleIds, articlesPage, articleTags } from "../store/library.ts";
import { facetCounts } from "../store/library-facets.ts";
import { articleChanges } from "./article-changes.ts";
import type { Desk } from "./desk.ts";
import { wordedFacets } from "./facet-words.ts";
import { defined } from "./fields.ts";
import { found, foundRow } from "./found.ts";
import type { Implementer } from "./implementer.ts";
import { importFiles } from "./importing.ts";
import { onDisk, uploaded } from "./incoming.ts";
import { keepArticle } from "./keeping.ts";
import { LaterCopies } from "./later-copies.ts";
import { readPasted } from "./pasting.ts";
import { outlineTable } from "./tables-of-articles.ts";

export function articleProcedures(os: Implementer["articles"], desk: Desk) {
  const later = new LaterCopies(desk);
  return {
    list: os.list.handler(({ input }) => articlesPage(desk.readable, input)),
    facets: os.facets.handler(({ input }) => wordedFacets(facetCounts(desk.readable, input))),
    ids: os.ids.handler(({ input }) => articleIds(desk.readable, input)),
    tags: os.tags.handler(() => articleTags(desk.readable)),
    get: os.get.handler(({ input }) => found(articleView(desk.readable, input.id), "article", input.id)),
    marks: os.marks.handler(({ input }) => {
      foundRow(desk.readable, "article", input.id);
      return articleMarks(desk.readable, input.id);
    }),

    importPaths: os.importPaths.handler(async function* ({ input, signal }) {
      const { file } = desk;
      const work = desk.works.begin(input.work, signal);
      try {
        yield { done: 0, total: null, what: input.paths[0] ?? "" };
        const incoming = await onDisk(desk, input.paths, work);
        return yield* importFiles(desk, file, { incoming, mapping: input.mapping ?? null, work, later });
      } finally {
        desk.works.end(work);
      }
    }),
    importUploads: os.importUploads.handler(async function* ({ input, signal }) {
      const { file } = desk;
      const work = desk.works.begin(input.work, signal);
      const wanted = new Set<string>();
      try {
        const incoming = [
          ...input.refused.map(({ name, sentence }) => ({
            name,
            problem: new Problem("UNREADABLE_FILE", sentence, { name }),
          })),
          ...input.uploads.map((upload) => uploaded(desk, upload)),
        ];
        const report = yield* importFiles(desk, file, { incoming, mapping: input.mapping ?? null, work, later });
        for (const { table } of [...report.files, ...report.tables])
          if (table && "upload" in table) wanted.add(table.upload);
        return report;
      } finally {
        desk.works.end(work);
        // A table whose columns nobody has named yet, or may want to name otherwise, is asked for once more.
        const isMapped = input.mapping !== undefined;
        for (const { id } of input.uploads) if (!isMapped && !wanted.has(id)) desk.files.drop(id);
      }
    }),
    dropUploads: os.dropUploads.handler(({ input }) => {
      for (const id of input.ids) desk.files.drop(id);
      return null;
    }),
    importText: os.importText.handler(async ({ input }) => {
      const { file } = desk;
      const read = await readPasted(input);
      const collector = { author: desk.author, version: desk.options.version };
      const title = input.fields.title || read.fields.title;
      const kept = desk.run(
        `import “${shortened(title)}”`,
        (transaction) => keepArticle(transaction, read, defined(input.fields), collector),
        { file, work: null },
      );
      if (kept.outcome === "imported") later.add(file, read.textSha256);
      return kept;
    }),
    outlineTable: os.outlineTable.handler(({ input }) => outlineTable(desk, input)),

    ...articleChanges(os, desk),
  };
}
