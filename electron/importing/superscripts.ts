/** What stands around raised words, and whether they lead to a note. */
export interface RaisedWords {
  /** The end of what stands before them in their line; empty at its beginning. */
  before: string;
  /** What follows them, or its beginning. */
  after: string;
  isNote: boolean;
}

/** So much of what stands before is looked at, in characters, and raised words that are longer are no figures. */
export const BEFORE_RAISED = 16;
export const LONGEST_RAISED = 24;

const FIGURES = /^\p{Nd}{1,3}(?:\s?[,;–-]\s?\p{Nd}{1,3})*$/u;
const SIGNED = /^[+\-−–]\p{Nd}{1,3}$/u;

/** Letters behind which a raised figure is no note: units of length, and single letters that stand for a quantity. */
const POWER = /(?:^|[^\p{L}\p{M}])(?:[cdhkmµ]?m|ft|in|yd|mi|\p{Script=Latin})$/u;
/** What a word or a sentence ends in. */
const END_OF_WORD = /[\p{L}\p{M}.,;:!?…”’"')\]»%،؛؟。，、！？」』]$/u;

/**
 * Raised words as they stand in the text, which knows no raised letters. A raised figure is never joined to the figures
 * before it, since 10⁶ is not 106:
 *
 * - behind the number 10, and with a sign behind any number, it is a power: “10^6”, “5 × 10^-3”;
 * - before a stroke it is the upper part of a fraction, and a space goes before it: “3 1/2”;
 * - behind any other number, a word or a sentence it is the mark of a note, as is any that leads to one: “2024[3]”;
 * - behind a unit or a single letter (“km2”) and where it begins a line or a word (“235U”) it stays as it is.
 *
 * Raised letters stay joined, as in “1st”, “2e” and “Mme”, unless they lead to a note.
 */
export function raisedWords(words: string, { before, after, isNote }: RaisedWords): string {
  const bare = words.trim();
  if (isNote && /^(?:[\p{L}\p{Nd}]{1,3})$/u.test(bare)) return words.replace(bare, `[${bare}]`);
  const isBehindFigure = /\p{Nd}$/u.test(before) && !/^\s/.test(words);
  if (SIGNED.test(bare)) return isBehindFigure ? `^${bare}` : words;
  if (!FIGURES.test(bare) || /^\s/.test(words)) return words;
  if (isBehindFigure) {
    if (/^[/⁄]/.test(after)) return ` ${bare}`;
    return /(?:^|\P{Nd})10$/u.test(before) && /^\p{Nd}+$/u.test(bare) ? `^${bare}` : `[${bare}]`;
  }
  return END_OF_WORD.test(before) && !(POWER.test(before) && /^[2-4]$/.test(bare))
    ? words.replace(bare, `[${bare}]`)
    : words;
}
