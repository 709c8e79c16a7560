/**
 * What a character becomes in the search form of a text (form.ts), as a string in which a space parts words:
 *
 * 1. compatibility forms are resolved (NFKD: ligatures, full-width and half-width letters, spaces of every width); Hangul
 *    syllables stay whole, and what else is written in Hangul, letter by letter or in circles, stands alone;
 * 2. letters are folded to lower case;
 * 3. what is not seen goes: soft hyphens, zero-width marks, marks of direction, and the Arabic tatweel;
 * 4. accents go: the combining marks of Latin, Greek and Cyrillic, Arabic vowel signs, Hebrew points, and the half rings of
 *    transliterations; marks that make another letter, as in Devanagari or kana, stay;
 * 5. what is written in several ways becomes one: VARIANT_OF, below;
 * 6. a character of a script that writes no spaces between words has a space on either side;
 * 7. whatever is neither letter, digit nor mark becomes a space.
 *
 * `character` is one code point. The form is empty where nothing is left.
 */
export function formOfCharacter(character: string): string {
  if (HANGUL.test(character)) return character;
  if (HANGUL_LETTERS.test(character.normalize("NFKD"))) return hangulForm(character);
  const letters = character
    .normalize("NFKD")
    .toLowerCase()
    .replace(UNSEEN_AND_ACCENTS, "")
    .replace(VARIANTS, (letter) => VARIANT_OF[letter] ?? letter);
  return letters.replace(SEPARATORS, " ").replace(UNSPACED, " $& ").replace(/ {2,}/g, " ");
}

/** Whether a character is a mark upon the one before it, and belongs to its word. */
export function isMark(character: string): boolean {
  return /^\p{M}$/u.test(character);
}

const HANGUL = /[\uac00-\ud7a3\u1100-\u11ff]/;
const HANGUL_LETTERS = /[\u1100-\u11ff]/;

/** Letters that are composed to a syllable when they come to stand side by side would give the form another form. */
function hangulForm(character: string): string {
  const composed = character.normalize("NFKC").replace(SEPARATORS, " ");
  return ` ${composed.replace(/[\u1100-\u11ff]/g, " $& ")} `.replace(/ {2,}/g, " ");
}

const UNSEEN_AND_ACCENTS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: combining marks are meant, one by one.
  /[\u00ad\u02be\u02bf\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g;

/** What is written in several ways, and the one way in which it is found. */
const VARIANT_OF: Record<string, string> = {
  // Arabic: alef, ya and kaf as Arabic and Persian write them, hamza on its seat, ta marbuta, the ha of Urdu.
  ...{ آ: "ا", أ: "ا", إ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك", ہ: "ه", ھ: "ه" },
  // Latin: letters that no accent can be taken from; hooked and open letters of Hausa, Fula, Bambara and Ewe.
  ...{ œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŧ: "t", ı: "i" },
  ...{ ɓ: "b", ɗ: "d", ɖ: "d", ƙ: "k", ƴ: "y", ɛ: "e", ɔ: "o", ɲ: "n", ŋ: "n" },
  // Greek: the sigma that ends a word.
  ς: "σ",
  // The apostrophes that count as letters part words like those that do not.
  ...{ ʻ: " ", ʼ: " " },
  ...digits("٠"),
  ...digits("۰"),
  ...digits("०"),
  ...digits("০"),
};
const VARIANTS = new RegExp(`[${Object.keys(VARIANT_OF).join("")}]`, "gu");

/** The ten digits of a script, from its zero on. */
function digits(zero: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, value) => [String.fromCharCode(zero.charCodeAt(0) + value), String(value)]),
  );
}

/** The mark that makes kana long (U+30FC) belongs to no one script. */
const UNSPACED =
  /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]&&[\p{L}\p{N}]]\p{M}*/gv;

const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;
