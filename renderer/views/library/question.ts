import type { Facet } from "#domain/contract/articles.ts";
import { parseQuery } from "#domain/search/parse-query.ts";

/** A value of a facet that narrows the library, with how it is called on the screen. */
export interface ChosenValue {
  value: string;
  label: string;
}

/** What was chosen in each facet. */
export type Chosen = Partial<Record<Facet, readonly ChosenValue[]>>;

/** What the library is asked: words as they were typed, and what was chosen. */
export interface Question {
  typed: string;
  chosen: Chosen;
}

export const NO_QUESTION: Question = { typed: "", chosen: {} };

export function isAsked({ typed, chosen }: Question): boolean {
  return typed.trim() !== "" || Object.values(chosen).some((values) => values.length > 0);
}

/** The same choice with one value added, or without it where it was there. */
export function turned(chosen: Chosen, facet: Facet, turning: ChosenValue): Chosen {
  const values = chosen[facet] ?? [];
  const others = values.filter(({ value }) => value !== turning.value);
  return { ...chosen, [facet]: others.length < values.length ? others : [...values, turning] };
}

/** The same question with every collection called what it is called now, and without those that are there no more. */
export function withCollections(question: Question, collections: readonly { id: string; name: string }[]): Question {
  const asked = question.chosen.collection;
  if (!asked) return question;
  const collection = asked.flatMap((chosen) => {
    if (chosen.value === "") return [chosen];
    const known = collections.find(({ id }) => id === chosen.value);
    return known ? [{ value: known.id, label: known.name }] : [];
  });
  return { ...question, chosen: { ...question.chosen, collection } };
}

/** What was chosen, as the contract takes it. */
export function valuesOf(chosen: Chosen): Partial<Record<Facet, string[]>> {
  return Object.fromEntries(
    Object.entries(chosen)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => [facet, values.map(({ value }) => value)]),
  );
}

/**
 * The whole question in the language of docs/search.md, so that it can be kept as one line. What was chosen by its name, such
 * as an outlet, becomes a question for that name. Null where something was chosen that cannot be said in words.
 */
export function inWords({ typed, chosen }: Question): string | null {
  const facets = Object.entries(chosen) as [Facet, readonly ChosenValue[]][];
  const asked = facets.filter(([, values]) => values.length > 0);
  const parts: string[] = [];
  for (const [facet, values] of asked) {
    const terms = values.map((value) => TERMS[facet](value));
    if (terms.includes(null)) return null;
    parts.push(terms.length === 1 ? (terms[0] ?? "") : `(${terms.join(" OR ")})`);
  }
  const own = typed.trim();
  if (own === "") return parts.join(" ");
  const { query } = parseQuery(own);
  return [query?.kind === "or" && parts.length > 0 ? `(${own})` : own, ...parts].join(" ");
}

/** How a chosen value is asked for in words; null where it cannot be. */
const TERMS: Record<Facet, (chosen: ChosenValue) => string | null> = {
  outlet: ({ value, label }) => (value === "" ? null : `outlet:${quoted(label)}`),
  month: ({ value }) => (value === "" ? "NOT has:date" : `date:${value}`),
  language: ({ value }) => (value === "" ? null : `lang:${value}`),
  verdict: ({ value }) => (value === "" ? "NOT has:claim" : `verdict:${value}`),
  tag: ({ value }) => (value === "" ? "NOT has:tag" : `tag:${quoted(value)}`),
  collection: ({ value, label }) => (value === "" ? null : `collection:${quoted(label)}`),
  copies: ({ value }) => (value === "none" ? "NOT has:copy" : null),
  provenance: ({ value }) => `provenance:${value}`,
};

function quoted(name: string): string {
  return `"${name.replaceAll('"', " ")}"`;
}
