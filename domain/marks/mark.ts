import type { Verdict } from "../vocabulary/verdicts.ts";

/** The kinds of thing that are drawn on a text. */
export type MarkKind = "claim" | "cue" | "source" | "note";

/** Anything drawn on the text: a range and what it refers to. The reader knows marks only. */
export interface Mark {
  /** The id of the span. */
  id: string;
  kind: MarkKind;
  start: number;
  end: number;
  /** What a click on it opens: an attribution (claim, cue, source) or a note. */
  ref: string;
  /** The verdict of the claim, for claim marks. */
  verdict: Verdict | null;
}
