import { shinglesOf } from "./signature.ts";

/** How alike two texts are, by their five-word shingles. Each share is between 0 and 1. */
export interface Likeness {
  /** Shingles that stand in both, of all that stand in either (Jaccard). */
  jaccard: number;
  /** The share of the shingles of the one that stand in the other, and the other way round (containment). */
  oneInOther: number;
  otherInOne: number;
}

/** The shingles of a text, each once, in ascending order. */
export type Shingles = Uint32Array;

/** Alike as a whole: from this share of common shingles on, two texts are proposed as copies. */
export const LEAST_JACCARD = 0.3;

/** One within the other: from this share of the shorter text on, if it is so many shingles at least. */
export const LEAST_CONTAINED = 0.5;
export const LEAST_SHARED = 20;

/** The shingles of a text for `likenessOf`. A text of fewer than five words has none. */
export function sortedShingles(text: string): Shingles {
  return Uint32Array.from(shinglesOf(text)).sort();
}

/** Counts exactly, up to two shingles that share a hash of 32 bits. Texts without shingles are like nothing. */
export function likenessOf(one: Shingles, other: Shingles): Likeness {
  const shared = countShared(one, other);
  if (shared === 0) return { jaccard: 0, oneInOther: 0, otherInOne: 0 };
  return {
    jaccard: shared / (one.length + other.length - shared),
    oneInOther: shared / one.length,
    otherInOne: shared / other.length,
  };
}

/**
 * Whether two texts are so alike that a person should look at them: as a whole, or the most of the shorter one within the
 * longer. docs/copies.md says what was measured.
 */
export function areAlike(one: Shingles, other: Shingles, likeness: Likeness = likenessOf(one, other)): boolean {
  if (likeness.jaccard >= LEAST_JACCARD) return true;
  const contained = Math.max(likeness.oneInOther, likeness.otherInOne);
  return contained >= LEAST_CONTAINED && contained * Math.min(one.length, other.length) >= LEAST_SHARED;
}

function countShared(one: Shingles, other: Shingles): number {
  let shared = 0;
  let inOther = 0;
  for (const shingle of one) {
    while (inOther < other.length && (other[inOther] ?? 0) < shingle) inOther++;
    if (inOther === other.length) break;
    if (other[inOther] === shingle) shared++;
  }
  return shared;
}
