import { codesOf, type Term } from "./term.ts";

/** A likelihood term with the range of probability that it stands for, in per cent. */
interface LikelihoodTerm extends Term {
  low: number;
  high: number;
}

/** The seven steps of ICD 203. The term is stored, never a number: other standards give the same words other ranges. */
export const LIKELIHOODS = [
  { code: "almost-no-chance", label: "Almost no chance", definition: "1–5 %", low: 1, high: 5 },
  { code: "very-unlikely", label: "Very unlikely", definition: "5–20 %", low: 5, high: 20 },
  { code: "unlikely", label: "Unlikely", definition: "20–45 %", low: 20, high: 45 },
  { code: "roughly-even", label: "Roughly even chance", definition: "45–55 %", low: 45, high: 55 },
  { code: "likely", label: "Likely", definition: "55–80 %", low: 55, high: 80 },
  { code: "very-likely", label: "Very likely", definition: "80–95 %", low: 80, high: 95 },
  { code: "almost-certain", label: "Almost certain", definition: "95–99 %", low: 95, high: 99 },
] as const satisfies readonly [LikelihoodTerm, ...LikelihoodTerm[]];

export const LIKELIHOOD_CODES = codesOf(LIKELIHOODS);
export type Likelihood = (typeof LIKELIHOOD_CODES)[number];

/** Analytic confidence (ICD 203): how far the sourcing carries the judgement. It is not a likelihood. */
export const CONFIDENCES = [
  {
    code: "low",
    label: "Low confidence",
    definition: "The information is scant, questionable or hard to draw solid inferences from.",
  },
  {
    code: "moderate",
    label: "Moderate confidence",
    definition: "The information is credible and plausible, but not enough for a higher level.",
  },
  {
    code: "high",
    label: "High confidence",
    definition: "The information is of high quality, or the nature of the matter allows a solid judgement.",
  },
] as const satisfies readonly [Term, ...Term[]];

export const CONFIDENCE_CODES = codesOf(CONFIDENCES);
export type Confidence = (typeof CONFIDENCE_CODES)[number];
