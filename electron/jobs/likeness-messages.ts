import type { DiffPiece } from "#domain/likeness/difference.ts";
import type { Likeness } from "#domain/likeness/likeness.ts";

/** Two texts by their numbers, and how alike they are. */
export interface LikeNumbers extends Likeness {
  one: number;
  other: number;
}

/** So many pairs are held against each other and handed over at a time, so that whoever writes them has short turns. */
export const PAIRS_AT_ONCE = 100;

/** Two texts held side by side. */
export interface SideBySide extends Likeness {
  pieces: DiffPiece[];
}

/** What the thread is told. */
export type ToLikeness =
  /** Signatures, one behind the other, with the numbers of their texts; those of new texts come before all others. */
  | { kind: "signatures"; numbers: Int32Array<ArrayBuffer>; values: Uint8Array<ArrayBuffer>; fresh: boolean }
  | { kind: "search" }
  | { kind: "texts"; texts: string[] }
  /** What was found alike has been taken: the next may be handed over. */
  | { kind: "taken" }
  | { kind: "compare"; one: string; other: string };

/** What the thread says. */
export type FromLikeness =
  | { kind: "searched"; done: number; total: number }
  /** Asks for texts by their numbers. */
  | { kind: "wants"; numbers: number[] }
  /** At most `PAIRS_AT_ONCE` pairs. No more are told before these are taken. */
  | { kind: "alike"; pairs: LikeNumbers[]; done: number; total: number }
  | { kind: "finished"; compared: number }
  | { kind: "compared"; result: SideBySide };
