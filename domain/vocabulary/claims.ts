import { codesOf, type Term } from "./term.ts";

/** What kind of proposition a claim is. */
export const PREDICATES = [
  { code: "occurrence", label: "Occurrence", definition: "Something happened." },
  { code: "responsibility", label: "Responsibility", definition: "Somebody did it." },
  { code: "fatalities", label: "Fatalities", definition: "How many were killed." },
  { code: "injuries", label: "Injuries", definition: "How many were hurt." },
  { code: "seizure", label: "Seizure", definition: "A place, person or thing was taken." },
  { code: "movement", label: "Movement", definition: "Somebody or something moved, arrived or left." },
  { code: "statement", label: "Statement", definition: "Somebody said or published something." },
  {
    code: "authenticity",
    label: "Authenticity",
    definition: "A document, picture or recording is what it is said to be.",
  },
  { code: "assessment", label: "Assessment", definition: "What something means, in somebody's judgement." },
  { code: "forecast", label: "Forecast", definition: "What will or may happen." },
  { code: "no-comment", label: "No comment", definition: "Somebody has said nothing; it counts for nobody." },
  { code: "other", label: "Other", definition: "None of the above." },
] as const satisfies readonly [Term, ...Term[]];
export const PREDICATE_CODES = codesOf(PREDICATES);

/** Whether the proposition is put positively or negated. */
export const POLARITIES = [
  { code: "affirmed", label: "Affirmed", definition: "The claim says that it is so." },
  { code: "negated", label: "Negated", definition: "The claim says that it is not so." },
] as const satisfies readonly [Term, ...Term[]];
export const POLARITY_CODES = codesOf(POLARITIES);

export const DATE_PRECISIONS = [
  { code: "time", label: "Time", definition: "Known to the hour or better." },
  { code: "day", label: "Day", definition: "Known to the day." },
  { code: "week", label: "Week", definition: "Known to the week that holds the day." },
  { code: "month", label: "Month", definition: "Known to the month." },
  { code: "year", label: "Year", definition: "Known to the year." },
] as const satisfies readonly [Term, ...Term[]];
export const DATE_PRECISION_CODES = codesOf(DATE_PRECISIONS);

export const PLACE_PRECISIONS = [
  { code: "exact", label: "Exact", definition: "The very spot." },
  { code: "town", label: "Town", definition: "The town or village." },
  { code: "near", label: "Near", definition: "Near the place, or a part of its region." },
  { code: "region", label: "Region", definition: "Only the region is known." },
  { code: "country", label: "Country", definition: "Only the country is known." },
] as const satisfies readonly [Term, ...Term[]];
export const PLACE_PRECISION_CODES = codesOf(PLACE_PRECISIONS);

/** A stance with what it does to the counting of beginnings (step 1 of the counting rule). */
interface StanceTerm extends Term {
  counts: "for" | "against" | "nowhere";
}

export const STANCES = [
  { code: "asserts", label: "Asserts", counts: "for", definition: "Says that it is so." },
  { code: "confirms", label: "Confirms", counts: "for", definition: "Says that what another said is so." },
  { code: "denies", label: "Denies", counts: "against", definition: "Says that it is not so." },
  { code: "claims-responsibility", label: "Claims responsibility", counts: "for", definition: "Says that it did it." },
  { code: "blames", label: "Blames", counts: "for", definition: "Says that another did it." },
  { code: "speculates", label: "Speculates", counts: "nowhere", definition: "Says that it may be so." },
  {
    code: "declines-comment",
    label: "Declines comment",
    counts: "nowhere",
    definition: "Was asked or could have spoken, and did not.",
  },
  {
    code: "unable-to-verify",
    label: "Unable to verify",
    counts: "nowhere",
    definition: "Tried to check and could not.",
  },
] as const satisfies readonly [StanceTerm, ...StanceTerm[]];
export const STANCE_CODES = codesOf(STANCES);
export type Stance = (typeof STANCE_CODES)[number];

/** Event factuality as the text presents it (after FactBank). */
export const FACTUALITIES = [
  { code: "certain", label: "Certain", definition: "Presented as a fact." },
  { code: "probable", label: "Probable", definition: "Presented as likely." },
  { code: "possible", label: "Possible", definition: "Presented as something that may be." },
  { code: "unknown", label: "Unknown", definition: "The text leaves it open." },
] as const satisfies readonly [Term, ...Term[]];
export const FACTUALITY_CODES = codesOf(FACTUALITIES);

export const QUOTE_MODES = [
  { code: "direct", label: "Direct", definition: "In quotation marks, word for word." },
  { code: "indirect", label: "Indirect", definition: "Reported in the writer's words." },
  { code: "mixed", label: "Mixed", definition: "Partly word for word, partly in the writer's words." },
] as const satisfies readonly [Term, ...Term[]];
export const QUOTE_MODE_CODES = codesOf(QUOTE_MODES);

/** How an evidence link bears on a claim. */
export const EVIDENCE_RELATIONS = [
  { code: "supports", label: "Supports", definition: "It speaks for the claim." },
  { code: "contradicts", label: "Contradicts", definition: "It speaks against the claim." },
  { code: "context", label: "Context", definition: "It helps to understand the claim." },
] as const satisfies readonly [Term, ...Term[]];
export const EVIDENCE_RELATION_CODES = codesOf(EVIDENCE_RELATIONS);
