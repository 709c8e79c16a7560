import type { Lineage } from "#domain/rules/chain.ts";
import type { Readable } from "./readable.ts";

/** How the articles came about that attributions of a claim stand in: what they were made from, back to the first. */
export function lineageOf(readable: Readable, claimId: string): Lineage {
  const derivations = readable.all<{ articleId: string; fromId: string }>(
    `WITH RECURSIVE made (articleId, fromId) AS (
       SELECT articleId, fromId FROM article_link
       WHERE relation <> 'unrelated' AND articleId IN (SELECT articleId FROM attribution WHERE claimId = ?)
       UNION SELECT article_link.articleId, article_link.fromId FROM made
       JOIN article_link ON article_link.articleId = made.fromId WHERE relation <> 'unrelated')
     SELECT articleId, fromId FROM made ORDER BY articleId, fromId`,
    claimId,
  );
  const outlets = new Map<string, string | null>();
  return {
    derivations,
    outletOf: (articleId) => {
      const known = outlets.get(articleId);
      if (known !== undefined) return known;
      const row = readable.get<{ outletId: string | null }>("SELECT outletId FROM article WHERE id = ?", articleId);
      outlets.set(articleId, row?.outletId ?? null);
      return row?.outletId ?? null;
    },
  };
}
