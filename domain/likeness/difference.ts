import type { TextRange } from "../text/range.ts";

/** A piece of two texts held side by side: the same in both, only in one of them, or changed from one to the other. */
export type DiffPiece =
  | { kind: "same"; one: TextRange; other: TextRange }
  | { kind: "only-one"; one: TextRange }
  | { kind: "only-other"; other: TextRange };
