import { PROVENANCE_CODES, type Provenance } from "../vocabulary/articles.ts";
import { VERDICT_CODES, type Verdict } from "../vocabulary/verdicts.ts";

/** Fields whose value is a name that a thing bears: its words stand in the name in a row. */
const NAME_FIELDS = ["outlet", "source", "tag", "collection"] as const;
type NameField = (typeof NAME_FIELDS)[number];

/** Fields whose value stands in one part of the text of an article. */
const TEXT_FIELDS = ["title", "byline"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What an article can have or lack. */
const HAS_CODES = ["claim", "note", "copy", "tag", "url", "date", "dateline"] as const;
export type HasCode = (typeof HAS_CODES)[number];

/** The values of fields that take one of a few. */
export const CHOICES = { has: HAS_CODES, verdict: VERDICT_CODES, provenance: PROVENANCE_CODES } as const;

export const QUERY_FIELDS = [...NAME_FIELDS, ...TEXT_FIELDS, "lang", "date", "has", "verdict", "provenance"] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Words that stand in a row, in their search form; where `isBeginning`, the last of them may go on. Never empty. */
export interface Phrase {
  words: readonly string[];
  isBeginning: boolean;
}

/** What one field asks. Where there are several values, any of them will do. */
export type FieldQuestion =
  | { field: NameField; phrase: Phrase }
  | { field: TextField; phrase: Phrase }
  /** BCP 47; a code without a region means all regions. */
  | { field: "lang"; code: string }
  /** Partial dates, both ends included: `2025`, `2025-05`, `2025-05-16`. */
  | { field: "date"; from: string | null; to: string | null }
  | { field: "has"; anyOf: readonly HasCode[] }
  | { field: "verdict"; anyOf: readonly Verdict[] }
  | { field: "provenance"; anyOf: readonly Provenance[] };

/**
 * A question to the case, as docs/search.md describes it. `and` and `or` have at least two parts; what a part of `not` is,
 * is never itself a `not`.
 */
export type Query =
  | { kind: "and" | "or"; parts: readonly Query[] }
  | { kind: "not"; part: Query }
  | { kind: "words"; phrase: Phrase }
  | { kind: "field"; question: FieldQuestion };

/** The words that a text must hold to be found, apart from those behind NOT: what is marked where it was found. */
export function phrasesWanted(query: Query | null, field: TextField | null = null): Phrase[] {
  if (query === null) return [];
  switch (query.kind) {
    case "and":
    case "or":
      return query.parts.flatMap((part) => phrasesWanted(part, field));
    case "not":
      return [];
    case "words":
      return [query.phrase];
    case "field":
      return query.question.field === field && "phrase" in query.question ? [query.question.phrase] : [];
  }
}

/** All of the parts, or what is left of them: null where there are none. */
export function joined(kind: "and" | "or", parts: readonly (Query | null)[]): Query | null {
  const flat = parts.flatMap((part) => (part === null ? [] : part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  if (only === undefined) return null;
  return flat.length === 1 ? only : { kind, parts: flat };
}

/** The contrary of a question; of none, none. */
export function negated(query: Query | null): Query | null {
  if (query === null) return null;
  return query.kind === "not" ? query.part : { kind: "not", part: query };
}
