import { codesOf, type Term } from "./term.ts";

/**
 * The Admiralty code (NATO STANAG 2511). Reliability belongs to a source, credibility to a piece of information. The two
 * are judged apart: neither is ever derived from the other.
 */
export const RELIABILITIES = [
  {
    code: "A",
    label: "Completely reliable",
    definition: "No doubt of authenticity, trustworthiness or competency; a history of complete reliability.",
  },
  { code: "B", label: "Usually reliable", definition: "Minor doubt; a history of valid information most of the time." },
  { code: "C", label: "Fairly reliable", definition: "Some doubt, yet it has given valid information in the past." },
  {
    code: "D",
    label: "Not usually reliable",
    definition: "Significant doubt, though it has given valid information in the past.",
  },
  {
    code: "E",
    label: "Unreliable",
    definition: "Lacks authenticity, trustworthiness or competency; a history of invalid information.",
  },
  {
    code: "F",
    label: "Cannot be judged",
    definition: "There is no basis for a judgement; also a source never used before.",
  },
] as const satisfies readonly [Term, ...Term[]];

export const RELIABILITY_CODES = codesOf(RELIABILITIES);
export type Reliability = (typeof RELIABILITY_CODES)[number];

/** Information credibility. Stored as the number that is printed. */
export const CREDIBILITIES = [
  {
    code: "1",
    label: "Confirmed by other sources",
    definition:
      "Confirmed by other independent sources; logical in itself; consistent with other information on the subject.",
  },
  {
    code: "2",
    label: "Probably true",
    definition:
      "Not confirmed, or independence cannot be guaranteed; logical in itself; consistent with other information.",
  },
  {
    code: "3",
    label: "Possibly true",
    definition: "Not confirmed; reasonably logical in itself; agrees with some other information.",
  },
  {
    code: "4",
    label: "Doubtful",
    definition: "Not confirmed; possible but not logical; no other information on the subject.",
  },
  {
    code: "5",
    label: "Improbable",
    definition: "Not confirmed; not logical in itself; contradicted by other information.",
  },
  {
    code: "6",
    label: "Cannot be judged",
    definition: "There is no basis for judging whether the information is true.",
  },
] as const satisfies readonly [Term, ...Term[]];

export const CREDIBILITY_CODES = codesOf(CREDIBILITIES);
export type Credibility = (typeof CREDIBILITY_CODES)[number];
