import { Folding } from "./folding.ts";

/**
 * The version of the search form. A case keeps the version in which its search tables were filled, and they are filled anew
 * where it is opened by a program of another (electron/store/search-index.ts). Whoever changes what becomes of a text here,
 * in characters.ts or in folding.ts, or what of a row is searched, raises it by one; two tests fail until that is done.
 */
export const SEARCH_FORM = 2;

/**
 * The search form of a text: what is indexed and what is asked for, made by the one rule below, so that words that were
 * read in a text are found when they are typed, pasted or quoted. The canonical text itself keeps its letters.
 *
 * 1. The text is composed (NFC).
 * 2. Each character becomes what characters.ts says: without case, accents and compatibility forms, spelt in one way, or
 *    nothing where it is not seen.
 * 3. Characters of scripts that write no spaces between words (Chinese, Japanese kana, Thai, Lao, Khmer, Burmese) each stand
 *    alone, with the marks upon them, so that a word of any length is found as a phrase.
 * 4. Whatever is neither letter, digit nor mark parts words: one space in place of a run of such.
 *
 * ASCII without anything else passes through unchanged: SQLite's `ascii` tokenizer itself folds it and parts its words.
 */
export function searchForm(text: string): string {
  return BEYOND_ASCII.test(text) ? foldedForm(text.normalize("NFC")) : text;
}

/** The words of a text in their search form and in lower case, in order. */
export function searchWords(text: string): string[] {
  return searchForm(text).toLowerCase().match(WORD) ?? [];
}

/** In the search form whatever is not ASCII belongs to a word. */
const WORD = /[a-z0-9\u0080-\uffff]+/g;

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Used again for each text, since most texts are shorter than its room. */
const folding = new Folding();

function foldedForm(text: string): string {
  let form = "";
  folding.begin();
  for (let from = 0; from < text.length; ) {
    from = folding.fold(text, from);
    form += folding.toString();
  }
  return form;
}
