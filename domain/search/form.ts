/**
 * The search form of a text: what is indexed and what is asked for, made by the one rule below, so that words that were
 * read in a text are found when they are typed, pasted or quoted. The canonical text itself keeps its letters.
 *
 * 1. compatibility forms are resolved (NFKD: ligatures, full-width letters, non-breaking and other spaces);
 * 2. letters are folded to lower case;
 * 3. what is not seen goes: soft hyphens, zero-width marks, marks of direction, and the Arabic tatweel;
 * 4. accents go: the combining marks of Latin, Greek and Cyrillic, Arabic vowel signs, Hebrew points;
 * 5. letters that are written in several ways become one: alef with and without hamza, ya and alef maqsura, ta marbuta and
 *    ha, Persian kaf and ya, œ and oe, æ and ae, ß and ss, ø and o, đ and d, ł and l, ı and i;
 * 6. what is left is composed again (NFC), for Hangul;
 * 7. characters of scripts that write no spaces between words (Chinese, Japanese kana, Thai, Lao, Khmer, Burmese) each stand
 *    alone, so that a word of any length is found as a phrase;
 * 8. whatever is neither letter, digit nor mark parts words.
 *
 * ASCII passes through unchanged but for the fold: SQLite's `ascii` tokenizer itself folds it and parts its words.
 */
export function searchForm(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text
    .replace(PUNCTUATION_OF_PRESS, " ")
    .normalize("NFKD")
    .toLowerCase()
    .replace(UNSEEN_AND_ACCENTS, "")
    .replace(VARIANTS, (letter) => VARIANT_OF[letter] ?? letter)
    .normalize("NFC")
    .replace(UNSPACED, " $& ")
    .replace(SEPARATORS, " ");
}

/** The words of a text in their search form, in order. */
export function searchWords(text: string): string[] {
  return searchForm(text).toLowerCase().match(WORD) ?? [];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, whole.
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Quotation marks, dashes and the like, which most articles have, go before the costly steps. */
const PUNCTUATION_OF_PRESS =
  /[\u2010-\u2015\u2018-\u201f\u2026\u2022\u00a0\u202f\u2003\u2009\u200a\u00ab\u00bb\u2039\u203a]/g;

const UNSEEN_AND_ACCENTS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: combining marks are meant, one by one.
  /[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g;

const VARIANT_OF: Record<string, string> = {
  آ: "ا",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ک: "ك",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};
const VARIANTS = new RegExp(`[${Object.keys(VARIANT_OF).join("")}]`, "g");

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;
