import type { SourceKind } from "../vocabulary/sources.ts";

/** What the rule needs to know of an article: where it was published, when, and whom it names as its origin. */
export interface Provenanced {
  outlet: string | null;
  outletKind: SourceKind | null;
  /** As far as it is known: `2025`, `2025-05-16T05:30`. */
  published: string | null;
  /** Its byline, dateline and credit lines. */
  credits: readonly string[];
}

/** Which of two articles is likely the one that the other was made from, and what says so. */
export interface LikelyOriginal {
  original: "one" | "other";
  because: "credit" | "wire" | "date";
}

/**
 * Proposes which of two articles that are alike came first: the one whose outlet the other names in its byline, dateline
 * or credit lines; else the one of a news agency; else the one with the earlier date, as far as both dates reach. Null
 * where nothing tells. It is a proposal: a person decides.
 */
export function likelyOriginal(one: Provenanced, other: Provenanced): LikelyOriginal | null {
  const named = told(credits(other, one), credits(one, other), "credit");
  if (named) return named;
  const wire = told(one.outletKind === "wire", other.outletKind === "wire", "wire");
  if (wire) return wire;
  if (one.published === null || other.published === null) return null;
  const length = Math.min(one.published.length, other.published.length);
  const [first, second] = [one.published.slice(0, length), other.published.slice(0, length)];
  return told(first < second, second < first, "date");
}

function told(one: boolean, other: boolean, because: LikelyOriginal["because"]): LikelyOriginal | null {
  return one === other ? null : { original: one ? "one" : "other", because };
}

/** Whether an article names the outlet of another as a whole word, and not as its own. */
function credits(article: Provenanced, of: Provenanced): boolean {
  if (of.outlet === null || of.outlet === "" || of.outlet === article.outlet) return false;
  const words = of.outlet.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "iu");
  return article.credits.some((line) => whole.test(line));
}
