import { wordsToCompare } from "./comparing-lines.ts";

/** Whether two headlines are one, perhaps shortened or reworded: they share a third of their words, or of their letters. */
export function areAkin(one: string, other: string): boolean {
  const [words = [], others = []] = [one, other].map(wordsOf);
  const among = new Set(others);
  return 3 * words.filter((word) => among.has(word)).length >= Math.min(words.length, others.length);
}

/** How much two lines have in common, from 0 to 1. */
export interface Likeness {
  /** Of the words of both (the Dice coefficient): 1 where they are the same. */
  whole: number;
  /** Of the words of the one that has fewer: 1 where one holds all of the other. */
  part: number;
}

/** The likeness of two lines by the words that carry meaning, each counted once. */
export function likenessOf(one: string, other: string): Likeness {
  const [words, others] = [meaningfulWordsOf(one), meaningfulWordsOf(other)];
  if (words.size === 0 || others.size === 0) return { whole: 0, part: 0 };
  const shared = [...words].filter((word) => others.has(word)).length;
  return { whole: (2 * shared) / (words.size + others.size), part: shared / Math.min(words.size, others.size) };
}

/** Shorter words are “the”, “des”, “من” and the like, in most languages that write spaces. */
const SHORTEST_MEANINGFUL = 4;

/** No headline is longer, in characters. */
const LONGEST = 500;

function meaningfulWordsOf(line: string): ReadonlySet<string> {
  const all = new Set(wordsOf(line.slice(0, LONGEST)));
  const meaningful = [...all].filter(
    (word) => word.length >= SHORTEST_MEANINGFUL || /[\p{N}\p{Script=Han}\p{Script=Hangul}]/u.test(word),
  );
  return meaningful.length >= 2 ? new Set(meaningful) : all;
}

/** The words of a line; of Chinese and Japanese, the characters. */
const wordsOf = (line: string) => wordsToCompare(line).match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
