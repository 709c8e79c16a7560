/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator of 48 bits). */
export function randomFrom(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 0x5deece66dn + 11n) & 0xffffffffffffn;
    return Number(state >> 16n) / 2 ** 32;
  };
}

/** Words in a row that are drawn as unevenly as language draws them. */
export function proseOf(words: number, random: () => number): string {
  return Array.from({ length: words }, () => `w${Math.floor(4_000 ** random())}`).join(" ");
}

/** The same words, each exchanged for another with a chance of `rate`. */
export function exchanged(text: string, rate: number, random: () => number): string {
  return text
    .split(" ")
    .map((word) => (random() < rate ? proseOf(1, random) : word))
    .join(" ");
}
