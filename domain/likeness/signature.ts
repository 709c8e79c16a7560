import { searchWords } from "../search/form.ts";

/** How many words in a row make a shingle. */
export const SHINGLE_WORDS = 5;

/** How many least hashes a signature holds: 64 bands of 2. */
export const SIGNATURE_LENGTH = 128;
export const BANDS = 64;

/**
 * The MinHash signature of a text: for each of 128 hash functions the least value over the shingles (five words in a row,
 * in their search form) of the text. Two texts agree in about as many places as their shingles agree (Broder 1997). 512
 * bytes, little-endian. A text of fewer than five words has none and gives an empty array.
 */
export function signatureOf(text: string): Uint8Array {
  const shingles = shinglesOf(text);
  if (shingles.size === 0) return new Uint8Array(0);
  const least = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < SIGNATURE_LENGTH; index++) {
      // An odd multiplier, an offset and a shift that brings the high bits down: a cheap permutation of 32 bits.
      let value = (Math.imul(shingle, MULTIPLIERS[index] ?? 1) + (OFFSETS[index] ?? 0)) >>> 0;
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < (least[index] ?? 0)) least[index] = value;
    }
  }
  const bytes = new Uint8Array(4 * SIGNATURE_LENGTH);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of least.entries()) view.setUint32(4 * index, value, true);
  return bytes;
}

/** The shingles of a text as hashes of 32 bits. */
export function shinglesOf(text: string): Set<number> {
  const hashes = searchWords(text).map(hashOfWord);
  const shingles = new Set<number>();
  for (let end = SHINGLE_WORDS; end <= hashes.length; end++) {
    let hash = 0x811c9dc5;
    for (let index = end - SHINGLE_WORDS; index < end; index++) {
      hash = Math.imul(hash ^ (hashes[index] ?? 0), 0x85ebca6b);
      hash = (hash ^ (hash >>> 13)) >>> 0;
    }
    shingles.add(hash);
  }
  return shingles;
}

/** FNV-1a over the UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
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
