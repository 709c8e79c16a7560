import type { TextRange } from "#domain/text/range.ts";

const MOST_HITS = 5_000;

/** Where the words occur, whatever their case; white space in them stands for any white space. */
export function findWords(text: string, words: string): TextRange[] {
  const wanted = words.trim();
  if (wanted === "") return [];
  const literal = wanted.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(literal.join("\\s+"), "giu");
  const hits: TextRange[] = [];
  for (const match of text.matchAll(pattern)) {
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length === MOST_HITS) break;
  }
  return hits;
}

/** The position of the first hit at or after the offset; the first of all where none is. */
export function hitFrom(hits: readonly TextRange[], offset: number): number {
  const index = hits.findIndex(({ start }) => start >= offset);
  return Math.max(0, index);
}
