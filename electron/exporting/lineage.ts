import type { Lineage } from "#domain/rules/chain.ts";
import type { CaseReader } from "./case-data.ts";

/** How articles came about: what they were made from, as far as it was decided, back to the first. */
export function lineageOf(reader: CaseReader, articleIds: readonly string[]): Lineage {
  const derivations: { articleId: string; fromId: string }[] = [];
  const seen = new Set<string>();
  const waiting = [...articleIds];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { articleId, fromId, relation } of reader.where("article_link", "articleId", id)) {
      if (relation === "unrelated") continue;
      derivations.push({ articleId, fromId });
      waiting.push(fromId);
    }
  }
  return { derivations, outletOf: (articleId) => reader.row("article", articleId)?.outletId ?? null };
}
