import type { Credibility } from "./admiralty.ts";
import { codesOf, type Term } from "./term.ts";

/** A verdict with what other standards make of it. */
interface VerdictTerm extends Term {
  /** The glyph that stands for it in plain text; the screen draws the same set as icons. */
  glyph: string;
  /** The credibility that is proposed with it; the analyst may change it. */
  credibility: Credibility | null;
}

export const VERDICTS = [
  {
    code: "untriaged",
    label: "Untriaged",
    glyph: "·",
    credibility: null,
    definition: "Captured only; never exported as assessed.",
  },
  {
    code: "unverified",
    label: "Unverified",
    glyph: "◌",
    credibility: "3",
    definition: "Assessed; what corroboration asks for is not met.",
  },
  {
    code: "corroborated",
    label: "Corroborated",
    glyph: "◐",
    credibility: "2",
    definition: "Two or more origins, at least one of them no party to the event; no primary evidence examined.",
  },
  {
    code: "verified",
    label: "Verified",
    glyph: "●",
    credibility: "1",
    definition: "Primary evidence examined by us, with an evidence link and a rationale.",
  },
  {
    code: "disputed",
    label: "Disputed",
    glyph: "⊘",
    credibility: "4",
    definition: "A source that is no party, or that is graded, denies it or asserts an incompatible value.",
  },
  {
    code: "refuted",
    label: "Refuted",
    glyph: "✕",
    credibility: "5",
    definition: "An evidence link contradicts it; a rationale is mandatory.",
  },
  {
    code: "unverifiable",
    label: "Unverifiable",
    glyph: "?",
    credibility: "6",
    definition: "Attempted, with the methods listed; it cannot be settled.",
  },
  {
    code: "withdrawn",
    label: "Withdrawn",
    glyph: "↩",
    credibility: null,
    definition: "The claimant or the outlet took it back.",
  },
] as const satisfies readonly [VerdictTerm, ...VerdictTerm[]];

export const VERDICT_CODES = codesOf(VERDICTS);
export type Verdict = (typeof VERDICT_CODES)[number];

/** Where the work on a claim stands; separate from its verdict. */
export const WORK_STATES = [
  { code: "open", label: "Open", definition: "Nobody works on it yet." },
  { code: "in-progress", label: "In progress", definition: "Somebody works on it." },
  { code: "needs-review", label: "Needs review", definition: "Done, and waiting for a second pair of eyes." },
  { code: "closed", label: "Closed", definition: "Done and reviewed; it may be reopened." },
] as const satisfies readonly [Term, ...Term[]];

export const WORK_STATE_CODES = codesOf(WORK_STATES);
export type WorkState = (typeof WORK_STATE_CODES)[number];
