import { eld } from "eld/small";
import { francAll } from "franc";
import type { Stated } from "./document.ts";
import {
  amongKin,
  canBe,
  IGNORED_OF_FRANC,
  KNOWN_BY_FRANC,
  KNOWN_BY_WORDS,
  type Told,
  toldApart,
} from "./languages.ts";

/** Texts longer than this are looked at in several places, in UTF-16 code units. */
const LONG = 900;

/** How much is looked at in each place, and in doubt. Enough for a sentence or two. */
const WINDOW = 200;
const WIDE_WINDOW = 1_200;

/** The places, as shares of the text. */
const PLACES = [0.15, 0.55, 0.8, 0.35];

/**
 * What a text must hold at least, all different: words with so many letters between them, or characters where these stand for
 * syllables or words, or where no spaces part the words. What is said over again says nothing more: “word word word” is one.
 */
const FEWEST_WORDS = 3;
const FEWEST_LETTERS = 20;
const FEWEST_SYLLABLES = 5;
const FEWEST_UNSPACED = 8;
const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Ethiopic}]/gu;
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;

/** Of fewer letters in different words, the libraries are believed only where nothing speaks against them. */
const LITTLE = 60;

/** A language that is ahead of the next by less than this share is not told from it; shares were measured on headlines. */
const CLEARLY_AHEAD = 0.03;

/** The score above which eld alone is believed of a little text. */
const HIGH_SCORE = 0.65;

/** Addresses are English in any language. */
const ADDRESSES = /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu;

/** What is stated is doubted only by a text of so many UTF-16 code units. */
const LONG_ENOUGH_TO_DOUBT = 200;

/**
 * The language of a text with where it was read: as it is stated, unless that is no language or one the text cannot be in (a
 * page that says “en” over an Arabic text), and then as its letters and words tell; null where they do not.
 */
export function languageOf(text: string, stated: Stated | null): Stated | null {
  const tag = stated === null ? null : tagOf(stated.value);
  const told = tellLanguage(text);
  if (stated !== null && tag !== null) {
    const isDoubted = told?.isCertain && text.length >= LONG_ENOUGH_TO_DOUBT && !canBe(tag, told.language);
    if (!isDoubted) return { value: tag, from: stated.from };
  }
  return told === null ? null : { value: told.language, from: "detected" };
}

/** The main language of a text as a BCP 47 tag, or null where it is too short, or in none that can be told. */
export function detectLanguage(text: string): string | null {
  return tellLanguage(text)?.language ?? null;
}

/** A tag as BCP 47 writes it: `fr`, `pt-BR`, also out of `fra` and `pt_br`; null where it is none. */
function tagOf(stated: string): string | null {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(stated.trim().replaceAll("_", "-"));
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && tag !== "und" && tag !== "mul" ? tag : null;
  } catch {
    return null;
  }
}

/** In a long text two places must agree. */
function tellLanguage(text: string): Told | null {
  if (text.length <= LONG) return settled(surelyIn(text), text);
  const votes = new Map<string, number>();
  for (const place of PLACES) {
    const language = surelyIn(windowAt(text, Math.floor(place * text.length), WINDOW));
    if (language === null) continue;
    const count = (votes.get(language) ?? 0) + 1;
    if (count === 2) return settled(language, windowAt(text, Math.floor(0.15 * text.length), WIDE_WINDOW));
    votes.set(language, count);
  }
  const middle = Math.floor(text.length / 2);
  return settled(null, windowAt(text, Math.max(0, middle - WIDE_WINDOW / 2), WIDE_WINDOW));
}

function windowAt(text: string, start: number, length: number): string {
  return text.slice(start, start + length).toWellFormed();
}

/** How much different text there is to tell a language by: letters in different words; 0 where it is too little. */
function evidenceIn(passage: string): number {
  const text = passage.replace(ADDRESSES, " ");
  const different = (characters: RegExp) => new Set(text.match(characters)).size;
  if (different(SYLLABLES) >= FEWEST_SYLLABLES || different(UNSPACED) >= FEWEST_UNSPACED) return LITTLE;
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu));
  const letters = [...words].join("").length;
  return words.size < FEWEST_WORDS || letters < FEWEST_LETTERS ? 0 : letters;
}

/**
 * The language that a passage is surely in, by eld, which tells sixty and says where it is not sure. It never is of a language
 * that it does not know, unless that has a near neighbour among those that it does.
 */
function surelyIn(passage: string): string | null {
  const evidence = evidenceIn(passage);
  if (evidence === 0) return null;
  const byWords = KNOWN_BY_WORDS.find(({ script }) => script.test(passage))?.tell(passage);
  if (byWords) return byWords;
  const detected = eld.detect(passage);
  if (detected.language === "") return null;
  const [first, next = NOBODY] = rankedOf(detected.getScores());
  if (!first) return null;
  const isClear = first.score - next.score >= CLEARLY_AHEAD * first.score;
  // Two that lie close together may be kindred, and their own letters or words tell them apart.
  const own = isClear ? null : toldApart(first.language, next.language, passage);
  if (own !== null) return own;
  if (!detected.isReliable()) return null;
  if (evidence >= LITTLE || (isClear && first.score >= HIGH_SCORE)) return first.language;
  const [[code = "und"] = []] = francAll(passage, { minLength: FEWEST_LETTERS / 2 });
  const told = tagOf(code);
  return told === first.language || (!isClear && told === next.language) ? told : null;
}

interface Ranked {
  language: string;
  score: number;
}
const NOBODY: Ranked = { language: "", score: 0 };

const rankedOf = (scores: Record<string, number>): Ranked[] =>
  Object.entries(scores)
    .map(([language, score]) => ({ language, score }))
    .sort((one, other) => other.score - one.score);

/** What eld is not sure of, and what it takes for a neighbour, is asked of franc, which knows the languages of Africa. */
function settled(sure: string | null, passage: string): Told | null {
  if (sure !== null && !NEIGHBOURS.has(sure)) return { language: sure, isCertain: true };
  const evidence = evidenceIn(passage);
  // Where eld finds no word that it has seen anywhere, franc would only guess.
  if (evidence === 0 || (sure === null && eld.detect(passage).language === "")) return null;
  const [[code = "und"] = [], ...others] = francAll(passage, {
    minLength: FEWEST_LETTERS / 2,
    ignore: IGNORED_OF_FRANC,
  });
  const close =
    evidence < LITTLE ? others.filter(([, score]) => score > 1 - CLEARLY_AHEAD).map(([other]) => other) : [];
  const language = KNOWN_BY_FRANC[code];
  if (sure !== null) {
    const isAsLikely = close.some((other) => tagOf(other) === sure);
    return { language: (isAsLikely ? undefined : language) ?? ownTag(sure), isCertain: true };
  }
  return language === undefined || close.length > 0
    ? null
    : { language: amongKin(language, passage), isCertain: false };
}

/** Languages for which eld takes others that it does not know: Afrikaans for Dutch, Indonesian for Malay, Pashto for Persian. */
const NEIGHBOURS = new Set(["nl", "ms", "fa", "ur", "ku"]);

/** eld’s Kurdish is that in Arabic letters. */
const ownTag = (language: string) => (language === "ku" ? "ckb" : language);
