import { searchWords } from "../search/form.ts";

/** How many words in a row make a shingle. */
const SHINGLE_WORDS = 5;

/** How many least hashes a signature holds: 64 bands of 2. */
export const SIGNATURE_LENGTH = 128;
export const BANDS = 64;

/** How many bytes a signature takes: 32 bits a hash. */
export const SIGNATURE_BYTES = 4 * SIGNATURE_LENGTH;

/**
 * The MinHash signature of a text: for each of 128 hash functions the least value over the shingles (five words in a row,
 * in their search form) of the text. Two texts agree in about as many places as their shingles agree (Broder 1997). 512
 * bytes, little-endian. A text of fewer than five words has none and gives an empty array.
 */
export function signatureOf(text: string): Uint8Array {
  const shingles = shingleHashes(text);
  if (shingles.length === 0) return new Uint8Array(0);
  const bytes = new Uint8Array(4 * SIGNATURE_LENGTH);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < SIGNATURE_LENGTH; index++) {
    view.setUint32(4 * index, leastOf(shingles, MULTIPLIERS[index] ?? 1, OFFSETS[index] ?? 0), true);
  }
  return bytes;
}

/**
 * The least value of one hash function over the shingles: an odd multiplier, an offset and a shift that brings the high bits
 * down, which is a cheap permutation of 32 bits.
 */
function leastOf(shingles: Uint32Array, multiplier: number, offset: number): number {
  let least = 0x7fffffff;
  for (let index = 0; index < shingles.length; index++) {
    const value = (Math.imul(shingles[index] ?? 0, multiplier) + offset) | 0;
    // Compared as signed integers, which are faster, with the highest bit turned so that their order is the unsigned one.
    const ordered = value ^ (value >>> 15) ^ 0x80000000;
    if (ordered < least) least = ordered;
  }
  return (least ^ 0x80000000) >>> 0;
}

/** The shingles of a text as hashes of 32 bits. */
export function shinglesOf(text: string): Set<number> {
  return new Set(shingleHashes(text));
}

/** The hash of each five words in a row, in their order; a shingle that occurs twice is there twice. */
function shingleHashes(text: string): Uint32Array {
  const hashes = searchWords(text).map(hashOfWord);
  const shingles = new Uint32Array(Math.max(0, hashes.length - SHINGLE_WORDS + 1));
  for (let start = 0; start < shingles.length; start++) {
    let hash = 0x811c9dc5;
    for (let index = start; index < start + SHINGLE_WORDS; index++) {
      hash = Math.imul(hash ^ (hashes[index] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    shingles[start] = hash;
  }
  return shingles;
}

/** FNV-1a over the UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

const [MULTIPLIERS, OFFSETS] = permutations();

/** Fixed for ever, since signatures are kept: xorshift32 from one beginning. */
function permutations(): [Uint32Array, Uint32Array] {
  let state = 0x9e3779b9;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const multipliers = Uint32Array.from({ length: SIGNATURE_LENGTH }, () => next() | 1);
  return [multipliers, Uint32Array.from({ length: SIGNATURE_LENGTH }, next)];
}
