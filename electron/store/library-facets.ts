import { FACETS, type Facet, type FacetCounts, type FacetValue } from "#domain/contract/articles.ts";
import { conditionsOf, type LibraryQuestion, matchAlone, whereOf } from "./library.ts";
import { ARTICLES, askedOf, LINKED_ARTICLES } from "./library-query.ts";
import { PROPOSED_PAIRS } from "./proposed.ts";
import type { Parameter, Readable } from "./readable.ts";

/** At most this many values of each facet are given, and those that are chosen. */
const VALUES_GIVEN = 100;

/** Where more than this part of all articles is found, they are many. */
const LARGE_PART = 1 / 10;

/**
 * How the articles found are spread over the values of each facet; each facet is counted as if nothing were chosen in
 * itself. The label is the name of an outlet or collection, and of the others the value, for whoever words it.
 */
export function facetCounts(readable: Readable, { query, chosen }: LibraryQuestion): FacetCounts {
  const asked = askedOf(query);
  const made = new Map<string, Found>();
  const foundFor = (facet: Facet): Found => {
    const others = Object.fromEntries(
      Object.entries(chosen).filter(([name, values]) => name !== facet && values.length > 0),
    );
    const key = Object.keys(others).toString();
    const found =
      made.get(key) ??
      findFor(readable, whereOf(conditionsOf(readable, asked, others, ARTICLES)), matchAlone(asked, others));
    made.set(key, found);
    return found;
  };
  return Object.fromEntries(
    FACETS.map((facet) => {
      const counted = countedIn(foundFor(facet), (articles) => COUNTS[facet](readable, articles));
      const kept = chosen[facet] ?? [];
      return [facet, givenOf(facet, named(readable, facet, withChosen(counted, kept)), kept)];
    }),
  ) as FacetCounts;
}

/** Articles that are counted, and how many they are. */
interface Articles {
  where: string;
  parameters: readonly Parameter[];
  total: number;
  /** How a table is joined that leads to the articles, if they are many, or to which they lead. */
  join: "CROSS JOIN" | "JOIN";
}

/** What was found: these articles, and not those. */
interface Found {
  these: Articles;
  except: Articles | null;
}

/**
 * Conditions are answered once for all facets, by the numbers of the rows that meet them. Where most do, those that do not
 * are counted, and taken from the count of all. `match` is what the conditions ask of FTS5, if they ask nothing else.
 */
function findFor(readable: Readable, { where, parameters }: ReturnType<typeof whereOf>, match: string | null): Found {
  const total = readable.get<{ total: number }>("SELECT count(*) AS total FROM article")?.total ?? 0;
  const all: Articles = { where: "", parameters: [], total, join: "CROSS JOIN" };
  if (where === "") return { these: all, except: null };
  const numbers =
    match === null
      ? numbersIn(readable, `article ${where}`, parameters)
      : numbersIn(readable, "article_search WHERE article_search MATCH ?", [match]);
  if (numbers.length <= total / 2) return { these: numbered(numbers, total), except: null };
  const found = new Set(numbers);
  const others = numbersIn(readable, "article", []).filter((number) => !found.has(number));
  return { these: all, except: numbered(others, total) };
}

/** The numbers of the rows of a table that meet the conditions behind its name. */
function numbersIn(readable: Readable, from: string, parameters: readonly Parameter[]): number[] {
  const found = readable.get<{ numbers: string }>(
    `SELECT json_group_array(rowid) AS numbers FROM ${from}`,
    ...parameters,
  );
  return JSON.parse(found?.numbers ?? "[]");
}

/** The articles of these numbers, of `all` that there are. */
function numbered(numbers: readonly number[], all: number): Articles {
  const isMany = numbers.length > all * LARGE_PART;
  return {
    // With the plus, articles are gone through in the order of an index; without it the numbers lead to them.
    where: `WHERE ${isMany ? "+" : ""}article.rowid IN (SELECT value FROM json_each(?))`,
    parameters: [JSON.stringify(numbers)],
    total: numbers.length,
    join: isMany ? "CROSS JOIN" : "JOIN",
  };
}

function countedIn({ these, except }: Found, count: (articles: Articles) => Counted[]): Counted[] {
  const counted = count(these);
  if (except === null) return counted;
  const taken = new Map(count(except).map((one) => [one.value, one.count]));
  return counted.map((one) => ({ ...one, count: one.count - (taken.get(one.value) ?? 0) }));
}

type Counted = { value: string; count: number };

const COUNTS: Record<Facet, (readable: Readable, articles: Articles) => Counted[]> = {
  outlet: byColumn("article.outletId"),
  month: byColumn("article.month"),
  language: ofSpread("language"),
  provenance: ofSpread("provenance"),
  verdict: verdictCounts,
  tag: besideArticle("article_tag", "tag"),
  collection: besideArticle("collection_member", "collectionId"),
  copies: copyCounts,
};

function byColumn(column: string): (readable: Readable, articles: Articles) => Counted[] {
  return (readable, { where, parameters }) =>
    readable
      .all<{ value: string | null; count: number }>(
        `SELECT ${column} AS value, count(*) AS count FROM article ${where} GROUP BY ${column}`,
        ...parameters,
      )
      .map(({ value, count }) => ({ value: value ?? "", count }));
}

interface Spread {
  language: string;
  provenance: string;
  count: number;
}

const spreads = new WeakMap<Articles, readonly Spread[]>();

/** Languages and provenances are few and stand in one index: both are counted in one pass over it. */
function ofSpread(column: "language" | "provenance"): (readable: Readable, articles: Articles) => Counted[] {
  return (readable, articles) => {
    const spread =
      spreads.get(articles) ??
      readable.all<Spread>(
        `SELECT coalesce(article.language, '') AS language, article.provenance, count(*) AS count
         FROM article ${articles.where} GROUP BY 1, 2`,
        ...articles.parameters,
      );
    spreads.set(articles, spread);
    const counts = new Map<string, number>();
    for (const row of spread) counts.set(row[column], (counts.get(row[column]) ?? 0) + row.count);
    return Array.from(counts, ([value, count]) => ({ value, count }));
  };
}

/** An article counts once for each verdict on a claim that is attributed there; "" counts those without claims. */
function verdictCounts(readable: Readable, { where, parameters, total, join }: Articles): Counted[] {
  // Without conditions the articles themselves need not be looked at.
  const filter = where === "" ? "" : `${join} article ON article.id = attribution.articleId ${where}`;
  const verdicts = readable
    .all<{ value: string; articles: string }>(
      `SELECT claim_standing.verdict AS value, json_group_array(attribution.articleId) AS articles
       FROM claim_standing ${join} attribution ON attribution.claimId = claim_standing.claimId ${filter} GROUP BY 1`,
      ...parameters,
    )
    .map(({ value, articles }) => ({ value, articles: new Set<string>(JSON.parse(articles)) }));
  const having = new Set(verdicts.flatMap(({ articles }) => [...articles]));
  return [
    ...verdicts.map(({ value, articles }) => ({ value, count: articles.size })),
    { value: "", count: total - having.size },
  ];
}

/** Values that stand in a table beside articles, each once for an article; "" counts those that have none. */
function besideArticle(table: string, column: string): (readable: Readable, articles: Articles) => Counted[] {
  return (readable, { where, parameters, total, join }) => {
    // Without conditions the articles themselves need not be looked at.
    const filter = where === "" ? "" : `${join} article ON article.id = ${table}.articleId ${where}`;
    const counted = readable.all<Counted>(
      `SELECT ${table}.${column} AS value, count(*) AS count FROM ${table} ${filter} GROUP BY 1`,
      ...parameters,
    );
    const having = readable.get<{ count: number }>(
      `SELECT count(DISTINCT ${table}.articleId) AS count FROM ${table} ${filter}`,
      ...parameters,
    );
    return [...counted, { value: "", count: total - (having?.count ?? 0) }];
  };
}

function copyCounts(readable: Readable, { where, parameters, total }: Articles): Counted[] {
  const copies = readable.get<{ linked: number | null; proposed: number | null; either: number }>(
    `WITH pair AS MATERIALIZED (${PROPOSED_PAIRS}),
       marked AS (SELECT id, 1 AS linked, 0 AS proposed FROM (${LINKED_ARTICLES})
         UNION ALL SELECT one, 0, 1 FROM pair UNION ALL SELECT other, 0, 1 FROM pair),
       copy AS (SELECT id, max(linked) AS linked, max(proposed) AS proposed FROM marked GROUP BY id)
     SELECT sum(copy.linked) AS linked, sum(copy.proposed) AS proposed, count(*) AS either
     FROM copy CROSS JOIN article ON article.id = copy.id ${where}`,
    ...parameters,
  );
  return [
    { value: "linked", count: copies?.linked ?? 0 },
    { value: "proposed", count: copies?.proposed ?? 0 },
    { value: "none", count: total - (copies?.either ?? 0) },
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

/** With what is chosen and none of the articles has. */
function withChosen(counted: readonly Counted[], chosen: readonly string[]): Counted[] {
  const present = new Set(counted.map(({ value }) => value));
  return [...counted, ...chosen.filter((value) => !present.has(value)).map((value) => ({ value, count: 0 }))];
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
