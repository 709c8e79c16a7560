import type { ArticleFields, ImportedFile } from "#domain/contract/articles.ts";
import { usableFileName } from "#domain/file-names.ts";
import { likenessOf, sortedShingles } from "#domain/likeness/likeness.ts";
import type { Article } from "#domain/nouns/article.ts";
import { searchForm } from "#domain/search/form.ts";
import { isFrontPage, normalAddress } from "#domain/text/address.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { ReadArticle } from "../importing/article.ts";
import { type ArticleWithOutlet, articlesLike, textOf } from "../store/articles.ts";
import type { Transaction } from "../store/journal.ts";
import { articleAtUrl } from "../store/revisions.ts";
import { described } from "./describing.ts";
import { newId, now } from "./ids.ts";
import { outletNamed } from "./registry.ts";
import { keepRevision } from "./revisions.ts";

/** Who collects, and with which version of the program. */
export interface Collector {
  author: string;
  version: string;
}

/**
 * Puts one article into the case; what `given` says of it, a person wrote, and goes before what it says of itself.
 *
 * What is in the case already, the same text from the same place, is known and changes nothing. The same text from another
 * place is an article of its own: that somebody else printed it is a fact. Another text at the same address is a revision
 * of the article that is there.
 */
export function keepArticle(
  transaction: Transaction,
  read: ReadArticle,
  given: Partial<ArticleFields>,
  collector: Collector,
): ImportedFile {
  const outcome = (outcome: "imported" | "revised" | "known", article: Article, sentence: string): ImportedFile => ({
    name: read.name,
    outcome,
    articleId: article.id,
    sentence: [sentence, read.doubt].filter(Boolean).join(" "),
    table: null,
  });
  const fields = { ...read.fields, ...given };
  const tool = [`Sourceline ${collector.version}`, read.tool].filter(Boolean).join(", ");
  const originalName = usableFileName(read.name);
  const known = knownArticle(transaction, { ...read, originalName, tool }, fields);
  if (known) return outcome("known", known, `“${shortened(known.title)}” is in the case already.`);

  const standing = articleOfRevision(transaction, read, fields);
  if (standing) {
    const isNew = keepRevision(transaction, standing, { ...read, tool }, collector.author);
    return isNew
      ? outcome(
          "revised",
          standing,
          `It is another text of “${shortened(standing.title)}”, and was kept as a revision of it.`,
        )
      : outcome("known", standing, `“${shortened(standing.title)}” holds this text already, as a revision.`);
  }

  const { outlet, ...rest } = read.fields;
  const itself: Article = {
    ...rest,
    url: normalAddress(rest.url),
    id: newId(),
    outletId: given.outlet === undefined ? outletNamed(transaction, outlet) : null,
    fieldOrigins: read.fieldOrigins,
    collectedAt: now(),
    collectedBy: collector.author,
    textSha256: transaction.keepText(read.text, read.structure, read.signature),
    originalSha256: transaction.keepOriginal(read.original),
    originalName,
    mediaType: read.mediaType,
    tool,
  };
  const { outlet: named = "", ...said } = given;
  const article = described(itself, named === "" ? said : { ...said, outletId: outletNamed(transaction, named) });
  transaction.put("article", article);
  return outcome("imported", article, `“${shortened(article.title)}” was imported.`);
}

/** The article that is this one already: of the same text, and not from elsewhere. */
function knownArticle(
  transaction: Transaction,
  read: Pick<Article, "textSha256" | "originalSha256" | "originalName" | "tool">,
  { url, outlet }: Pick<ArticleFields, "url" | "outlet">,
): Article | null {
  const isElsewhere = (standing: ArticleWithOutlet) =>
    (url !== "" && standing.article.url !== "" && normalAddress(url) !== normalAddress(standing.article.url)) ||
    (outlet !== "" && standing.outlet !== null && outlet.toLowerCase() !== standing.outlet.toLowerCase());
  return articlesLike(transaction, read).find((standing) => !isElsewhere(standing))?.article ?? null;
}

/**
 * The article of which this is another text: one at the same address that has the same title, or words in common. Sites give
 * the address of their front page for every page, and pages that have nothing in common are not versions of each other.
 */
function articleOfRevision(transaction: Transaction, read: ReadArticle, { url, title }: ArticleFields): Article | null {
  if (url === "" || isFrontPage(url)) return null;
  const standing = articleAtUrl(transaction, url);
  if (!standing) return null;
  const hasSameTitle = searchForm(standing.title) === searchForm(title);
  const isAlike = () =>
    likenessOf(sortedShingles(textOf(transaction, standing.textSha256)), sortedShingles(read.text)).jaccard >=
    LEAST_IN_COMMON;
  return hasSameTitle || isAlike() ? standing : null;
}

/** From this share of common five-word shingles on, two texts at one address are taken for versions of one article. */
const LEAST_IN_COMMON = 0.05;
