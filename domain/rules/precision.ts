import type { Article } from "../nouns/article.ts";

/** The precision that a `PartialDate` is written with; null where there is no date. */
export function precisionOf(date: string | null): Article["publishedPrecision"] {
  if (date === null) return null;
  return ({ 4: "year", 7: "month", 10: "day" } as const)[date.length] ?? "time";
}
