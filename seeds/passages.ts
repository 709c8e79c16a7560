import type { TextRange } from "#domain/text/range.ts";

/**
 * A passage named by its words. Where the words stand more than once in the text, `occurrence` says which is meant,
 * counted from 1.
 */
export type Passage = string | { words: string; occurrence: number };

/**
 * Where a passage stands in a text. Throws where its words are missing, or where they stand there more than once and
 * nothing says which is meant: a mark in the wrong place would look like a right one.
 */
export function locate(text: string, passage: Passage): TextRange {
  const words = typeof passage === "string" ? passage : passage.words;
  if (words === "") throw new RangeError("A passage must have words.");
  const places = placesOf(text, words);
  if (places.length === 0) throw new RangeError(`The text does not hold the words “${words}”.`);
  if (typeof passage === "string" && places.length > 1) {
    throw new RangeError(
      `The words “${words}” stand in the text ${places.length} times; say which occurrence is meant.`,
    );
  }
  const start = places[typeof passage === "string" ? 0 : passage.occurrence - 1];
  if (start === undefined) {
    throw new RangeError(
      `The words “${words}” stand in the text ${places.length} times, so there is no such occurrence.`,
    );
  }
  return { start, end: start + words.length };
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let place = text.indexOf(words); place !== -1; place = text.indexOf(words, place + 1)) places.push(place);
  return places;
}
