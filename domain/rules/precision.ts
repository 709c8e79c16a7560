import type { Article } from "../nouns/article.ts";
import { DATE_PRECISION_CODES } from "../vocabulary/claims.ts";

/** The precision that a `PartialDate` is written with; null where there is no date. */
export function precisionOf(date: string | null): "year" | "month" | "day" | "time" | null {
  if (date === null) return null;
  return ({ 4: "year", 7: "month", 10: "day" } as const)[date.length] ?? "time";
}

/** A precision as it is `wanted`, but never finer than the date is written with; null where there is no date. */
export function precisionWithin(
  date: string | null,
  wanted: Article["publishedPrecision"],
): Article["publishedPrecision"] {
  const written = precisionOf(date);
  if (written === null || wanted === null) return null;
  return fineness(wanted) > fineness(written) ? written : wanted;
}

/** The vocabulary goes from the finest precision to the coarsest. */
const fineness = (precision: (typeof DATE_PRECISION_CODES)[number]) => -DATE_PRECISION_CODES.indexOf(precision);
