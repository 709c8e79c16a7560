import { FACETS, type Facet, type FacetCounts, type FacetValue } from "#domain/contract/articles.ts";
import { ARTICLES_IN_ORDER, conditionsOf, type LibraryQuestion, whereOf } from "./library.ts";
import { ARTICLES, askedOf, LINKED_ARTICLES } from "./library-query.ts";
import { PROPOSED_ARTICLES } from "./proposed.ts";
import type { Parameter, Readable } from "./readable.ts";

/** At most this many values of each facet are given, and those that are chosen. */
const VALUES_GIVEN = 100;

/** Where more than this part of all articles is found, they are counted in the order of an index. */
const LARGE_PART = 1 / 10;

/**
 * How the articles found are spread over the values of each facet; each facet is counted as if nothing were chosen in
 * itself. The label is the name of an outlet or collection, and of the others the value, for whoever words it.
 */
export function facetCounts(readable: Readable, { query, chosen }: LibraryQuestion): FacetCounts {
  const asked = askedOf(query);
  const all = readable.get<{ count: number }>("SELECT count(*) AS count FROM article")?.count ?? 0;
  const bases = new Map<string, Base>();
  const baseOf = (facet: Facet): Base => {
    const others = Object.fromEntries(
      Object.entries(chosen).filter(([name, values]) => name !== facet && values.length > 0),
    );
    const key = Object.keys(others).toString();
    const known = bases.get(key);
    if (known) return known;
    const leading = whereOf(conditionsOf(readable, asked, others, ARTICLES));
    const total =
      readable.get<{ count: number }>(`SELECT count(*) AS count FROM article ${leading.where}`, ...leading.parameters)
        ?.count ?? 0;
    const isLarge = total > all * LARGE_PART;
    const base = {
      ...(isLarge ? whereOf(conditionsOf(readable, asked, others, ARTICLES_IN_ORDER)) : leading),
      total,
    };
    bases.set(key, base);
    return base;
  };
  return Object.fromEntries(
    FACETS.map((facet) => {
      const counted = COUNTS[facet](readable, baseOf(facet));
      return [facet, givenOf(facet, named(readable, facet, counted), chosen[facet] ?? [])];
    }),
  ) as FacetCounts;
}

/** What the articles meet that a facet is counted of, and how many they are. */
interface Base {
  where: string;
  parameters: readonly Parameter[];
  total: number;
}

type Counted = { value: string; count: number };

const COUNTS: Record<Facet, (readable: Readable, base: Base) => Counted[]> = {
  outlet: byColumn("article.outletId"),
  month: byColumn("article.month"),
  language: byColumn("coalesce(article.language, '')"),
  provenance: byColumn("article.provenance"),
  verdict: besideArticle(
    "attribution JOIN claim_standing ON claim_standing.claimId = attribution.claimId",
    "attribution",
    "claim_standing.verdict",
    "count(DISTINCT attribution.articleId)",
  ),
  tag: besideArticle("article_tag", "article_tag", "article_tag.tag", "count(*)"),
  collection: besideArticle("collection_member", "collection_member", "collection_member.collectionId", "count(*)"),
  copies: copyCounts,
};

function byColumn(column: string): (readable: Readable, base: Base) => Counted[] {
  return (readable, { where, parameters }) =>
    readable
      .all<{ value: string | null; count: number }>(
        `SELECT ${column} AS value, count(*) AS count FROM article ${where} GROUP BY ${column}`,
        ...parameters,
      )
      .map(({ value, count }) => ({ value: value ?? "", count }));
}

/** Values that stand in a table beside articles; "" counts those that have none. */
function besideArticle(
  from: string,
  table: string,
  value: string,
  count: string,
): (readable: Readable, base: Base) => Counted[] {
  return (readable, { where, parameters, total }) => {
    // Without conditions the articles themselves need not be looked at.
    const join = where === "" ? "" : `JOIN article ON article.id = ${table}.articleId ${where}`;
    const counted = readable.all<Counted>(
      `SELECT ${value} AS value, ${count} AS count FROM ${from} ${join} GROUP BY 1`,
      ...parameters,
    );
    const having = readable.get<{ count: number }>(
      `SELECT count(DISTINCT ${table}.articleId) AS count FROM ${table} ${join}`,
      ...parameters,
    );
    return [...counted, { value: "", count: total - (having?.count ?? 0) }];
  };
}

function copyCounts(readable: Readable, { where, parameters, total }: Base): Counted[] {
  const countIn = (ids: string) =>
    readable.get<{ count: number }>(
      `SELECT count(*) AS count FROM (${ids}) AS copy JOIN article ON article.id = copy.id ${where}`,
      ...parameters,
    )?.count ?? 0;
  return [
    { value: "linked", count: countIn(LINKED_ARTICLES) },
    { value: "proposed", count: countIn(PROPOSED_ARTICLES) },
    { value: "none", count: total - countIn(`${LINKED_ARTICLES} UNION ${PROPOSED_ARTICLES}`) },
  ];
}

const NAMED_IN: Partial<Record<Facet, string>> = { outlet: "source", collection: "collection" };

function named(readable: Readable, facet: Facet, counted: readonly Counted[]): FacetValue[] {
  const table = NAMED_IN[facet];
  if (!table) return counted.map(({ value, count }) => ({ value, label: value, count }));
  const names = new Map(
    readable
      .all<{ id: string; name: string }>(
        `SELECT id, name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(counted.map(({ value }) => value)),
      )
      .map(({ id, name }) => [id, name]),
  );
  return counted.map(({ value, count }) => ({ value, label: names.get(value) ?? value, count }));
}

/** The newest months and the most frequent of all else; what is chosen stays in sight. */
function givenOf(facet: Facet, values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const compare = facet === "month" ? newestFirst : mostFrequentFirst;
  const sorted = values.filter(({ value, count }) => count > 0 || chosen.includes(value)).toSorted(compare);
  return sorted.filter(({ value }, index) => index < VALUES_GIVEN || chosen.includes(value));
}

function newestFirst(one: FacetValue, other: FacetValue): number {
  return one.value < other.value ? 1 : -1;
}

function mostFrequentFirst(one: FacetValue, other: FacetValue): number {
  return other.count - one.count || (one.label < other.label ? -1 : 1);
}
