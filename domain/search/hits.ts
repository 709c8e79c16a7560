import type { TextRange } from "../text/range.ts";
import { Folding } from "./folding.ts";
import type { Phrase } from "./query.ts";

/** Where a phrase stands in a text, in UTF-16 code units; `phrase` is its place in the list that was looked for. */
export interface Hit extends TextRange {
  phrase: number;
}

/**
 * Where phrases stand in a text (composed, as canonical texts are), one after the other by where they end: by the very rule
 * by which the text was indexed, so that what the search found is found in it. Of a beginning the whole word is the hit.
 * The text is read only as far as hits are asked for.
 */
export function* hitsIn(text: string, phrases: readonly Phrase[]): Generator<Hit> {
  const wanted = new Wanted(phrases);
  if (phrases.length === 0) return;
  const recent: Word[] = [];
  for (const word of wordsIn(text, wanted.initials)) {
    recent.push(word);
    if (recent.length > wanted.longest) recent.shift();
    for (const { words, index } of wanted.endingWith(word.form)) {
      const first = recent.length - words.length;
      const start = recent[first];
      if (!start || word.number - start.number !== words.length - 1) continue;
      // The last word has been looked at.
      if (words.slice(0, -1).every((form, place) => recent[first + place]?.form === form)) {
        yield { start: start.start, end: word.end, phrase: index };
      }
    }
  }
}

interface Word extends TextRange {
  form: string;
  /** Which word of the text it is, from 0. */
  number: number;
}

interface Listed {
  words: readonly string[];
  index: number;
}

/** Phrases by their last word. */
class Wanted {
  readonly longest: number;
  /** The code units with which words of the phrases begin: no other word of a text need be looked at. */
  readonly initials: ReadonlySet<number>;
  readonly #whole = new Map<string, Listed[]>();
  readonly #beginnings: (Listed & { last: string })[] = [];

  constructor(phrases: readonly Phrase[]) {
    this.longest = Math.max(1, ...phrases.map(({ words }) => words.length));
    this.initials = new Set(phrases.flatMap(({ words }) => words.map((word) => word.charCodeAt(0))));
    for (const [index, { words, isBeginning }] of phrases.entries()) {
      const last = words.at(-1) ?? "";
      if (isBeginning) this.#beginnings.push({ words, index, last });
      else this.#whole.set(last, [...(this.#whole.get(last) ?? []), { words, index }]);
    }
  }

  endingWith(form: string): readonly Listed[] {
    const whole = this.#whole.get(form) ?? [];
    if (this.#beginnings.length === 0) return whole;
    return [...whole, ...this.#beginnings.filter(({ last }) => form.startsWith(last))];
  }
}

const SPACE = 0x20;

/**
 * The words of a text in their search form that begin with one of these code units, with where they stand, unseen marks at
 * their ends included.
 */
function* wordsIn(text: string, initials: ReadonlySet<number>): Generator<Word> {
  const folding = idle.pop() ?? new Folding();
  try {
    yield* wordsOf(folding, text, initials);
  } finally {
    idle.push(folding);
  }
}

/** Foldings that nobody uses; each has room for a long text, and most texts are short. */
const idle: Folding[] = [];

function* wordsOf(folding: Folding, text: string, initials: ReadonlySet<number>): Generator<Word> {
  folding.begin();
  let form = "";
  let start = 0;
  let number = 0;
  for (let from = 0; from < text.length; ) {
    from = folding.fold(text, from);
    const { units, places, length } = folding;
    for (let first = 0; first < length; ) {
      let end = first;
      while (end < length && units[end] !== SPACE) end++;
      const isGoingOn = form !== "";
      if (isGoingOn || (end > first && (end === length || initials.has(units[first] ?? 0)))) {
        if (!isGoingOn) start = places[first] ?? 0;
        form += lettersOf(units, first, end);
      }
      // What the end of a piece cuts goes on in the next.
      if (end === length) break;
      if (initials.has(form.charCodeAt(0))) yield { form, start, end: places[end] ?? text.length, number };
      if (end > first || isGoingOn) number++;
      form = "";
      first = end + 1;
    }
  }
  if (initials.has(form.charCodeAt(0))) yield { form, start, end: text.length, number };
}

function lettersOf(units: Uint16Array, start: number, end: number): string {
  let letters = "";
  for (let index = start; index < end; index++) letters += String.fromCharCode(units[index] ?? 0);
  return letters;
}
