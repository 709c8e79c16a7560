import type { TextRange } from "#domain/text/range.ts";

/** The position of the first hit at or after the offset; the first of all where none is. */
export function hitFrom(hits: readonly TextRange[], offset: number): number {
  const index = hits.findIndex(({ start }) => start >= offset);
  return Math.max(0, index);
}
