import type { DiffPiece } from "#domain/likeness/difference.ts";
import type { Likeness } from "#domain/likeness/likeness.ts";

/** Two texts by their numbers, and how alike they are. */
export interface LikeNumbers extends Likeness {
  one: number;
  other: number;
}

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
  | { kind: "compare"; one: string; other: string };

/** What the thread says. */
export type FromLikeness =
  | { kind: "searched"; done: number; total: number }
  /** Asks for texts by their numbers. */
  | { kind: "wants"; numbers: number[] }
  | { kind: "alike"; pairs: LikeNumbers[]; done: number; total: number }
  | { kind: "finished"; compared: number }
  | { kind: "compared"; result: SideBySide };
