import type { ImportedFile } from "#domain/contract/articles.ts";
import { usableFileName } from "#domain/file-names.ts";
import type { Article, StatedField } from "#domain/nouns/article.ts";
import { normalAddress } from "#domain/text/address.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { ReadArticle } from "../importing/article.ts";
import { articlesLike, textOf } from "../store/articles.ts";
import type { Transaction } from "../store/journal.ts";
import { outletNamed } from "./registry.ts";

/** The fields as a sentence names them. */
const NAMES: Record<StatedField, string> = {
  title: "title",
  outlet: "outlet",
  byline: "byline",
  dateline: "dateline",
  url: "address",
  published: "date",
  language: "language",
  credits: "credits",
};

const LIST = new Intl.ListFormat("en-GB");

/**
 * A record of a table that came in before, and now comes in once more since a person has said what the columns of the table
 * hold: the article that was made of it is described by them. What a person wrote of it goes before what the table says, and
 * its text stays as it is. Gives null where the record did not come in before, or not with this text, or where the table says
 * nothing else of it.
 */
export function describeByTable(transaction: Transaction, read: ReadArticle): ImportedFile | null {
  const article = articleOfRecord(transaction, read);
  if (!article) return null;
  const after: Article = { ...article, fieldOrigins: { ...article.fieldOrigins } };
  const changed: StatedField[] = [];
  for (const [field, origin] of Object.entries(read.fieldOrigins) as [StatedField, string][]) {
    if (origin !== "table" || article.fieldOrigins[field] === "analyst") continue;
    const said = saidBy(transaction, read, field);
    const isOther = Object.entries(said).some(([name, value]) => article[name as keyof Article] !== value);
    if (!isOther) continue;
    Object.assign(after, said);
    after.fieldOrigins[field] = "table";
    changed.push(field);
  }
  if (changed.length === 0) return null;
  transaction.put("article", after);
  const named = LIST.format(changed.map((field) => NAMES[field]));
  return {
    name: read.name,
    outcome: "described",
    articleId: article.id,
    sentence: [`“${shortened(after.title)}” was in the case; its ${named} came from the table now.`, read.doubt]
      .filter(Boolean)
      .join(" "),
    table: null,
  };
}

/** What the table says of a field, by the names that the row of an article has for it. */
function saidBy(transaction: Transaction, { fields }: ReadArticle, field: StatedField): Partial<Article> {
  switch (field) {
    case "outlet":
      return { outletId: outletNamed(transaction, fields.outlet) };
    case "published":
      return { published: fields.published, publishedPrecision: fields.publishedPrecision };
    case "language":
      return { language: fields.language };
    case "url":
      return { url: normalAddress(fields.url) };
    default:
      return { [field]: fields[field] };
  }
}

/** The article that the same record of a table of this name made before, where its text is the same but for a headline above. */
function articleOfRecord(transaction: Transaction, read: ReadArticle): Article | null {
  const originalName = usableFileName(read.name);
  const { textSha256, originalSha256 } = read;
  // No article was made by no tool, so that of every tool are found.
  const standing = articlesLike(transaction, { textSha256, originalSha256, originalName, tool: "" })
    .map(({ article }) => article)
    .filter((article) => article.originalSha256 === originalSha256 && article.originalName === originalName);
  return (
    standing.find((article) => article.textSha256 === textSha256) ??
    standing.find((article) => isBelowHeadline(textOf(transaction, article.textSha256), read)) ??
    null
  );
}

function isBelowHeadline(text: string, read: ReadArticle): boolean {
  return read.text.endsWith(text) && read.text.slice(0, -text.length).trim() === read.fields.title;
}
