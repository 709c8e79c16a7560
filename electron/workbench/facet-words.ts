import type { Facet, FacetCounts, FacetValue } from "#domain/contract/articles.ts";
import { PROVENANCES } from "#domain/vocabulary/articles.ts";
import { VERDICTS } from "#domain/vocabulary/verdicts.ts";

/** What stands for an article that has no value in a facet. */
const NONE: Record<Facet, string> = {
  outlet: "No outlet",
  month: "No date",
  language: "Unknown language",
  verdict: "No claims",
  tag: "No tags",
  collection: "In no collection",
  copies: "",
  provenance: "",
};

const COPIES: Record<string, string> = {
  linked: "Linked to another",
  proposed: "Proposed as a copy",
  none: "No copies known",
};

const MONTHS = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const LANGUAGES = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });

/** Facets with their values in words: names stay, codes, months and languages become what a person calls them. */
export function wordedFacets(counts: FacetCounts): FacetCounts {
  return Object.fromEntries(
    Object.entries(counts).map(([facet, values]) => [
      facet,
      values.map((value) => ({ ...value, label: labelOf(facet as Facet, value) })),
    ]),
  ) as FacetCounts;
}

function labelOf(facet: Facet, { value, label }: FacetValue): string {
  if (value === "") return NONE[facet];
  switch (facet) {
    case "month":
      return /^\d{4}-\d{2}$/.test(value) ? MONTHS.format(new Date(`${value}-01T00:00:00Z`)) : value;
    case "language":
      return LANGUAGES.of(value) ?? value;
    case "verdict":
      return VERDICTS.find(({ code }) => code === value)?.label ?? value;
    case "provenance":
      return PROVENANCES.find(({ code }) => code === value)?.label ?? value;
    case "copies":
      return COPIES[value] ?? value;
    default:
      return label;
  }
}
