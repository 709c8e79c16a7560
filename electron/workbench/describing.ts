import type { ArticleFields } from "#domain/contract/articles.ts";
import type { Article, FieldOrigins, StatedField } from "#domain/nouns/article.ts";
import { precisionOf, precisionWithin } from "#domain/rules/precision.ts";
import { normalAddress } from "#domain/text/address.ts";

/** What a person says of an article, the outlet by its id; what is left out stays as it is. */
type Said = Partial<Omit<ArticleFields, "outlet"> & Pick<Article, "outletId">>;

/** The fields that have an origin, by the names that the row has for them. */
const ORIGIN_OF = {
  title: "title",
  outletId: "outlet",
  byline: "byline",
  dateline: "dateline",
  url: "url",
  published: "published",
  publishedPrecision: "published",
  language: "language",
  credits: "credits",
} as const satisfies Record<keyof Said, StatedField>;

/**
 * An article as a person describes it. Of what they changed they are the origin; a field that was emptied has none. A date
 * without a word on its precision has the one it is written with, and none that they give can be finer; there is no
 * precision without a date. An address is kept in its normal form.
 */
export function described(article: Article, said: Said): Article {
  const after: Article = { ...article, ...said };
  if (said.url !== undefined && said.url !== article.url) after.url = normalAddress(said.url);
  if (said.publishedPrecision !== undefined) {
    after.publishedPrecision = precisionWithin(after.published, said.publishedPrecision);
  } else if (said.published !== undefined) {
    after.publishedPrecision = precisionOf(said.published);
  }
  const fieldOrigins: FieldOrigins = { ...article.fieldOrigins };
  for (const [field, origin] of Object.entries(ORIGIN_OF) as [keyof Said, StatedField][]) {
    if (after[field] !== article[field]) fieldOrigins[origin] = "analyst";
  }
  for (const [field, origin] of Object.entries(ORIGIN_OF) as [keyof Said, StatedField][]) {
    if (field !== "publishedPrecision" && !after[field]) delete fieldOrigins[origin];
  }
  return { ...after, fieldOrigins };
}
