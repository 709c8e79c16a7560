import type { Article } from "../nouns/article.ts";
import type { Provenance } from "../vocabulary/articles.ts";

/**
 * How well it is known where an article comes from: *known* where its outlet and the day or time of its publication are
 * stated; *unknown* where neither these nor an address are; *partial* otherwise. What was only told from the letters of
 * the text, such as the language, counts for nothing. The store keeps the same rule as the column `article.provenance`.
 */
export function provenanceOf(
  article: Pick<Article, "outletId" | "published" | "publishedPrecision" | "url">,
): Provenance {
  const hasDay = article.publishedPrecision === "day" || article.publishedPrecision === "time";
  if (article.outletId !== null && article.published !== null && hasDay) return "known";
  return article.outletId === null && article.published === null && article.url === "" ? "unknown" : "partial";
}
