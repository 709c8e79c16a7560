import type { ArticleFields, ImportedFile } from "#domain/contract/articles.ts";
import type { Article } from "#domain/nouns/article.ts";
import { normalAddress } from "#domain/text/address.ts";
import type { ReadArticle } from "../importing/article.ts";
import { type ArticleWithOutlet, articlesOfText, knownOriginal } from "../store/articles.ts";
import type { Transaction } from "../store/journal.ts";
import { articleAtUrl } from "../store/revisions.ts";
import { described } from "./describing.ts";
import { oneLine } from "./file-names.ts";
import { shortened } from "./found.ts";
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
  const outcome = (outcome: "imported" | "known", article: Article, sentence: string): ImportedFile => ({
    name: read.name,
    outcome,
    articleId: article.id,
    sentence: [sentence, read.doubt].filter(Boolean).join(" "),
    table: null,
  });
  const fields = { ...read.fields, ...given };
  const known = knownArticle(transaction, read, fields);
  if (known) return outcome("known", known, `“${shortened(known.title)}” is in the case already, with the same text.`);

  const tool = [`Sourceline ${collector.version}`, read.tool].filter(Boolean).join(", ");
  const standing = fields.url === "" ? null : articleAtUrl(transaction, fields.url);
  if (standing) {
    const isNew = keepRevision(transaction, standing, { ...read, tool }, collector.author);
    return isNew
      ? outcome(
          "imported",
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
    originalName: oneLine(read.name),
    mediaType: read.mediaType,
    tool,
  };
  const { outlet: named = "", ...said } = given;
  const article = described(itself, named === "" ? said : { ...said, outletId: outletNamed(transaction, named) });
  transaction.put("article", article);
  return outcome("imported", article, `“${shortened(article.title)}” was imported.`);
}

function knownArticle(
  transaction: Transaction,
  read: ReadArticle,
  { url, outlet }: Pick<ArticleFields, "url" | "outlet">,
): Article | null {
  const sameBytes = knownOriginal(transaction, { ...read, originalName: oneLine(read.name) });
  if (sameBytes) return sameBytes;
  const isElsewhere = (standing: ArticleWithOutlet) =>
    (url !== "" && standing.article.url !== "" && normalAddress(url) !== normalAddress(standing.article.url)) ||
    (outlet !== "" && standing.outlet !== null && outlet.toLowerCase() !== standing.outlet.toLowerCase());
  return articlesOfText(transaction, read.textSha256).find((standing) => !isElsewhere(standing))?.article ?? null;
}
