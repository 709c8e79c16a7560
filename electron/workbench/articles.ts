import type { Article } from "#domain/nouns/article.ts";
import { gatherFiles } from "../importing/gathering.ts";
import { readPlainText } from "../importing/plain-text.ts";
import { articleMarks, articlesPage, articleView } from "../store/articles.ts";
import type { Transaction } from "../store/journal.ts";
import { rowsWhere } from "../store/tables.ts";
import { removeAttribution } from "./attributions.ts";
import type { Desk } from "./desk.ts";
import { defined } from "./fields.ts";
import { found, foundRow, shortened } from "./found.ts";
import type { Implementer } from "./implementer.ts";
import { fromDisk, type Incoming, importFiles, keepArticle, precisionOf, type Refused } from "./importing.ts";
import { removeNote } from "./notes.ts";
import { outletNamed } from "./registry.ts";

export function articleProcedures(os: Implementer["articles"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => articlesPage(desk.readable, input)),
    get: os.get.handler(({ input }) => found(articleView(desk.readable, input.id), "article", input.id)),
    marks: os.marks.handler(({ input }) => {
      foundRow(desk.readable, "article", input.id);
      return articleMarks(desk.readable, input.id);
    }),

    importPaths: os.importPaths.handler(async function* ({ input, signal }) {
      const { file } = desk;
      yield { done: 0, total: null, what: input.paths[0] ?? "" };
      return yield* importFiles(desk, file, await onDisk(desk, input.paths), signal);
    }),
    importUploads: os.importUploads.handler(({ input, signal }) =>
      importFiles(
        desk,
        desk.file,
        input.uploads.map(({ id, name }): Incoming => ({ name, read: async () => desk.files.take(id) })),
        signal,
      ),
    ),
    importText: os.importText.handler(({ input }) => {
      const name = "pasted text";
      const bytes = new TextEncoder().encode(input.text);
      const article = readPlainText(name, bytes);
      const title = input.fields.title || article.fields.title;
      return desk.run(`import “${shortened(title)}”`, (transaction) =>
        keepArticle(transaction, { name, bytes, article }, defined({ ...input.fields, title }), desk.author),
      );
    }),

    update: os.update.handler(({ input }) => {
      const article = foundRow(desk.readable, "article", input.id);
      const { outlet, ...fields } = defined(input.fields);
      const after: Article = { ...article, ...fields };
      if (fields.published !== undefined && fields.publishedPrecision === undefined) {
        after.publishedPrecision = precisionOf(fields.published);
      }
      if (after.published === null) after.publishedPrecision = null;
      return desk.run(`change “${shortened(after.title)}”`, (transaction) => {
        if (outlet !== undefined) after.outletId = outletNamed(transaction, outlet);
        transaction.put("article", after);
        return {};
      });
    }),

    remove: os.remove.handler(({ input }) => {
      const articles = input.ids.map((id) => foundRow(desk.readable, "article", id));
      const label =
        articles.length === 1
          ? `remove “${shortened(articles[0]?.title ?? "")}”`
          : `remove ${articles.length} articles`;
      return desk.run(label, (transaction) => {
        for (const article of articles) removeArticle(transaction, article.id);
        return {};
      });
    }),
  };
}

function removeArticle(transaction: Transaction, id: string): void {
  for (const attribution of rowsWhere(transaction, "attribution", "articleId", id)) {
    removeAttribution(transaction, attribution.id);
  }
  for (const note of rowsWhere(transaction, "note", "articleId", id)) removeNote(transaction, note.id);
  transaction.remove("article", id);
}

/** The files at these paths, in folders too, before any of them is read, so that progress can say of how many. */
async function onDisk(desk: Desk, paths: readonly string[]): Promise<(Incoming | Refused)[]> {
  const incoming: (Incoming | Refused)[] = [];
  for await (const file of gatherFiles(paths)) {
    incoming.push("problem" in file ? { name: file.path, problem: file.problem } : fromDisk(desk, file.path));
  }
  return incoming;
}
