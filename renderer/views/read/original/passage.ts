import { Folding } from "#domain/search/folding.ts";
import { blocksOf } from "#domain/text/canonical.ts";
import type { TextRange } from "#domain/text/range.ts";

/** A passage of a text that is looked for in its original, with the words around it, which tell it from others like it. */
export interface Passage extends TextRange {
  exact: string;
  before: string;
  after: string;
}

/** How many code units around a passage help to tell it from others. */
const AROUND = 120;

/** At most so many places of one passage are weighed against one another. */
const MOST_PLACES = 2_000;

/** A piece of a passage that is shorter, in letters, may stand anywhere by chance. */
const SHORTEST_PIECE = 24;

/** The passage of a text with this range. */
export function passageOf(text: string, { start, end }: TextRange): Passage {
  return {
    start,
    end,
    exact: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}

/** What is meant where nothing but a caret stands in the text: the paragraph around it; null between paragraphs. */
export function paragraphAt(text: string, offset: number): TextRange | null {
  return blocksOf(text).find(({ start, end }) => start <= offset && offset <= end) ?? null;
}

/** The letters of a text in their search form and nothing between them, each with where it stands in the text. */
export class Letters {
  readonly text: string;
  readonly letters: string;
  readonly #places: readonly number[];

  constructor(text: string) {
    this.text = text;
    const folding = new Folding();
    folding.begin();
    const places: number[] = [];
    let letters = "";
    for (let from = 0; from < text.length; ) {
      from = folding.fold(text, from);
      letters += folding.toString().replaceAll(" ", "");
      for (let index = 0; index < folding.length; index++) {
        if (folding.units[index] !== SPACE) places.push(folding.places[index] ?? 0);
      }
    }
    this.letters = letters;
    this.#places = places;
  }

  /** The range of the text in which the letters from `from` and before `beyond` stand. */
  rangeOf(from: number, beyond: number): TextRange {
    const start = this.#places[from] ?? 0;
    const last = this.#places[beyond - 1] ?? 0;
    return { start, end: last + ((this.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) };
  }
}

const SPACE = 0x20;

/**
 * Where a passage stands in the words of its original. Only letters and digits count, in their search form, since
 * hyphens, line breaks and punctuation are not the same on both sides; of several places the one wins whose surroundings
 * are most alike. Where the passage is not there whole, its longest piece is. Null where nothing of it is found.
 */
export function placeIn(original: Letters, passage: Passage): TextRange | null {
  const wanted = new Letters(passage.exact).letters;
  if (wanted === "") return null;
  const found = original.letters.includes(wanted)
    ? { from: bestPlace(original, wanted, passage), length: wanted.length }
    : longestPiece(original.letters, wanted);
  return found && original.rangeOf(found.from, found.from + found.length);
}

function bestPlace(original: Letters, wanted: string, passage: Passage): number {
  const { letters } = original;
  const before = new Letters(passage.before).letters;
  const after = new Letters(passage.after).letters;
  let best = -1;
  let most = -1;
  let place = letters.indexOf(wanted);
  for (let count = 0; place !== -1 && count < MOST_PLACES; count++) {
    const beyond = place + wanted.length;
    const { start, end } = original.rangeOf(place, beyond);
    const isWhole = !isLetter(original.text[start - 1]) && !isLetter(original.text[end]);
    const alike =
      endAlike(letters.slice(Math.max(0, place - before.length), place), before) +
      startAlike(letters.slice(beyond, beyond + after.length), after);
    const weight = alike * 2 + (isWhole ? 1 : 0);
    if (weight > most) {
      most = weight;
      best = place;
    }
    place = letters.indexOf(wanted, place + 1);
  }
  return best;
}

/** The longest piece of what is wanted that is there, found by halving; null where none of the shortest length is. */
function longestPiece(letters: string, wanted: string): { from: number; length: number } | null {
  for (let length = wanted.length >> 1; length >= SHORTEST_PIECE; length >>= 1) {
    for (let start = 0; start + length <= wanted.length; start += length >> 1) {
      const from = letters.indexOf(wanted.slice(start, start + length));
      if (from === -1) continue;
      const earlier = endAlike(letters.slice(Math.max(0, from - start), from), wanted.slice(0, start));
      const later = startAlike(letters.slice(from + length), wanted.slice(start + length));
      return { from: from - earlier, length: earlier + length + later };
    }
  }
  return null;
}

function startAlike(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function endAlike(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
