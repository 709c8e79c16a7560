import { sameRow } from "#domain/journal/change.ts";
import type { Article } from "#domain/nouns/article.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { Transaction } from "../store/journal.ts";
import { rowsWhere } from "../store/tables.ts";
import { described } from "./describing.ts";
import type { Desk } from "./desk.ts";
import { defined } from "./fields.ts";
import { articlesInWords, foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { runInParts } from "./in-parts.ts";
import { outletNamed } from "./registry.ts";
import { throwAway } from "./trash.ts";

/** The commands on articles that are in the case: described, tagged and thrown away, one or many at once. */
export function articleChanges(os: Implementer["articles"], desk: Desk) {
  return {
    update: os.update.handler(({ input }) => {
      const article = foundRow(desk.readable, "article", input.id);
      const { outlet, ...fields } = defined(input.fields);
      return desk.run(`change “${shortened(fields.title ?? article.title)}”`, (transaction) => {
        putDescribed(transaction, [article], { ...fields, ...outletMeant(transaction, outlet) });
        return {};
      });
    }),

    updateMany: os.updateMany.handler(({ input, signal }) => {
      const items = [...new Set(input.ids)];
      const { outlet, ...fields } = defined(input.fields);
      const { addTags, removeTags } = input;
      const what = articlesInWords(desk.readable, items);
      const onlyTags = outlet === undefined && Object.keys(fields).length === 0;
      const label = onlyTags ? taggingInWords(what, addTags, removeTags) : `change ${what}`;
      return runInParts(desk, { label, items, leaves: signal }, (transaction, ids) => {
        const articles = ids.map((id) => foundRow(transaction, "article", id));
        putDescribed(transaction, articles, { ...fields, ...outletMeant(transaction, outlet) });
        if (addTags.length + removeTags.length > 0) {
          for (const { id } of articles) retag(transaction, id, addTags, removeTags);
        }
      });
    }),

    remove: os.remove.handler(({ input, signal }) => {
      const items = [...new Set(input.ids)];
      const label = `move ${articlesInWords(desk.readable, items)} to the trash`;
      const thrown = { trashedAt: now(), trashedBy: desk.author };
      return runInParts(desk, { label, items, leaves: signal }, (transaction, ids) => {
        for (const id of ids) throwAway(transaction, foundRow(transaction, "article", id), thrown);
      });
    }),
  };
}

function outletMeant(transaction: Transaction, outlet: string | undefined): { outletId?: string | null } {
  return outlet === undefined ? {} : { outletId: outletNamed(transaction, outlet) };
}

function putDescribed(
  transaction: Transaction,
  articles: readonly Article[],
  said: Parameters<typeof described>[1],
): void {
  for (const article of articles) {
    const after = described(article, said);
    if (!sameRow(article, after)) transaction.put("article", after);
  }
}

/** Puts tags on an article and takes others off; one that is named both ways is put on. */
function retag(
  transaction: Transaction,
  articleId: string,
  addTags: readonly string[],
  removeTags: readonly string[],
): void {
  const present = rowsWhere(transaction, "article_tag", "articleId", articleId);
  for (const { id, tag } of present) {
    if (removeTags.includes(tag) && !addTags.includes(tag)) transaction.remove("article_tag", id);
  }
  for (const tag of new Set(addTags)) {
    if (!present.some((own) => own.tag === tag)) transaction.put("article_tag", { id: newId(), articleId, tag });
  }
}

function taggingInWords(what: string, addTags: readonly string[], removeTags: readonly string[]): string {
  const named = (tags: readonly string[]) => tags.map((tag) => `“${shortened(tag, 30)}”`).join(", ");
  if (removeTags.length === 0) return `tag ${what} ${named(addTags)}`;
  if (addTags.length === 0) return `take ${named(removeTags)} off ${what}`;
  return `change the tags of ${what}`;
}
