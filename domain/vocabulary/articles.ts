import { codesOf, type Term } from "./term.ts";

/** Where what is said of an article comes from. */
export const FIELD_ORIGINS = [
  { code: "analyst", label: "the analyst", definition: "A person wrote it." },
  { code: "json-ld", label: "JSON-LD", definition: "The page states it in its structured data." },
  { code: "open-graph", label: "OpenGraph", definition: "The page states it for sharing." },
  { code: "meta", label: "meta element", definition: "The page states it in its head." },
  { code: "time-element", label: "time element", definition: "The page marks it as a time." },
  { code: "document", label: "the document", definition: "Its heading, byline or properties say so." },
  { code: "header", label: "header", definition: "The header of the mail, feed item or archive record says so." },
  { code: "table", label: "table column", definition: "A column or field that was mapped to it holds it." },
  { code: "text", label: "the text itself", definition: "A dateline, credit line or run-in of the text says so." },
  { code: "detected", label: "detected", definition: "It was told from the letters and words of the text." },
] as const satisfies readonly [Term, ...Term[]];

export type FieldOrigin = (typeof FIELD_ORIGINS)[number]["code"];
export const FIELD_ORIGIN_CODES = codesOf(FIELD_ORIGINS);

/** How well it is known where an article comes from; the rule is in domain/rules/provenance.ts. */
export const PROVENANCES = [
  { code: "known", label: "Known", definition: "Its outlet and its date of publication are stated." },
  {
    code: "partial",
    label: "Partial",
    definition: "Its outlet, its address or its date is stated, and not all that is needed.",
  },
  { code: "unknown", label: "Unknown", definition: "Nothing says where it was published, or when." },
] as const satisfies readonly [Term, ...Term[]];

export type Provenance = (typeof PROVENANCES)[number]["code"];
export const PROVENANCE_CODES = codesOf(PROVENANCES);

/** What one article is to another that it was not written apart from; standards: derived-from edges between articles. */
export const LINK_RELATIONS = [
  { code: "wire copy", label: "Wire copy", definition: "It prints the other, whole or in part, in the same words." },
  { code: "rewrite", label: "Rewrite", definition: "It tells the other again in other words." },
  { code: "translation", label: "Translation", definition: "It is the other in another language." },
  { code: "update", label: "Update", definition: "It is a later version of the other." },
  { code: "unrelated", label: "Unrelated", definition: "They are alike and neither was made from the other." },
] as const satisfies readonly [Term, ...Term[]];

export type LinkRelation = (typeof LINK_RELATIONS)[number]["code"];
export const LINK_RELATION_CODES = codesOf(LINK_RELATIONS);
