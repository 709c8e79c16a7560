import type { ArticleRow, Facet } from "#domain/contract/articles.ts";
import type { Direction, Page } from "#domain/contract/base.ts";
import type { Query } from "#domain/search/query.ts";
import {
  ARTICLES,
  askedOf,
  type Condition,
  conditionOf,
  LINKED_ARTICLES,
  type SearchedTable,
} from "./library-query.ts";
import { type PagedQuery, pageOf } from "./page.ts";
import { PROPOSALS_OF_ARTICLE, PROPOSED_ARTICLES } from "./proposed.ts";
import type { Readable } from "./readable.ts";
import { partedQuery } from "./search-match.ts";

/** A question to the library: see docs/search.md for `query`; `chosen` are values of facets. */
export interface LibraryQuestion {
  query: string;
  chosen: Partial<Record<Facet, readonly string[]>>;
}

export interface ArticleQuery extends LibraryQuestion {
  order: keyof typeof ORDERS;
  direction: Direction;
  after: string | null;
  at: number | null;
  limit: number;
}

const ORDERS = {
  published: "coalesce(article.published, '')",
  title: "article.title COLLATE NOCASE",
  outlet: "coalesce(outlet.name, '') COLLATE NOCASE",
  collected: "article.collectedAt",
} as const;

const ROW = `article.id, article.title, outlet.name AS outlet, article.byline, article.dateline, article.published,
  article.publishedPrecision, article.language, article.collectedAt, article.provenance,
  (SELECT json_group_object(verdict, claims) FROM (
    SELECT verdict, count(DISTINCT attribution.claimId) AS claims FROM attribution
    JOIN claim_standing USING (claimId) WHERE attribution.articleId = article.id GROUP BY verdict)) AS verdicts,
  (SELECT count(*) FROM note WHERE note.articleId = article.id) AS notes,
  (SELECT json_group_array(tag ORDER BY tag) FROM article_tag WHERE articleId = article.id) AS tags`;

/** How many articles one was linked to, as anything but unrelated. For use where `article` is one of the tables. */
export const LINKS_OF_ARTICLE = `(SELECT count(*) FROM (
  SELECT fromId FROM article_link WHERE articleId = article.id AND relation <> 'unrelated'
  UNION SELECT articleId FROM article_link WHERE fromId = article.id AND relation <> 'unrelated'))`;

/** A page of the library. Throws a problem where the question cannot be asked. */
export function articlesPage(readable: Readable, query: ArticleQuery): Page<ArticleRow> {
  const asked = askedOf(query.query);
  const page = pageOf<Omit<ArticleRow, "verdicts" | "tags"> & { verdicts: string; tags: string }>(readable, {
    from: "article LEFT JOIN source AS outlet ON outlet.id = article.outletId",
    columns: `${ROW}, ${LINKS_OF_ARTICLE} AS links, ${PROPOSALS_OF_ARTICLE} AS proposals`,
    where: conditionsOf(readable, asked, query.chosen, ARTICLES),
    whereInOrder: conditionsOf(readable, asked, query.chosen, ARTICLES_IN_ORDER),
    ...totalOfMatch(matchAlone(asked, query.chosen)),
    order: ORDERS[query.order],
    id: "article.id",
    direction: query.direction,
    after: query.after,
    at: query.at,
    limit: query.limit,
  });
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, verdicts: JSON.parse(row.verdicts), tags: JSON.parse(row.tags) })),
  };
}

/** At most this many ids are given at once. */
const IDS_GIVEN = 100_000;

/** The ids of all articles found, or of those among some. Throws a problem where the question cannot be asked. */
export function articleIds(
  readable: Readable,
  { query, chosen, among }: LibraryQuestion & { among?: readonly string[] | undefined },
): string[] {
  const { where, parameters } = whereOf([
    ...(among === undefined ? [] : [anyOf("article.id")(among)]),
    ...conditionsOf(readable, askedOf(query), chosen, ARTICLES),
  ]);
  return readable
    .all<{ id: string }>(`SELECT article.id FROM article ${where} LIMIT ${IDS_GIVEN}`, ...parameters)
    .map(({ id }) => id);
}

/** All tags that are in use, with how many articles have each. */
export function articleTags(readable: Readable): { tag: string; articles: number }[] {
  return readable.all(
    "SELECT tag, count(*) AS articles FROM article_tag GROUP BY tag ORDER BY tag COLLATE NOCASE, tag",
  );
}

/**
 * Articles, with what FTS5 finds held against them instead of leading to them: one after the other in the order of an
 * index, where that is better than to fetch all that a common word finds, and to sort it.
 */
const ARTICLES_IN_ORDER: SearchedTable = {
  ...ARTICLES,
  matching: (match) => {
    const { sql, parameters } = ARTICLES.matching(match);
    return { sql: `+${sql}`, parameters };
  },
};

/** The conditions that an article found meets. */
export function conditionsOf(
  readable: Readable,
  asked: Query | null,
  chosen: LibraryQuestion["chosen"],
  table: SearchedTable,
): Condition[] {
  return [
    ...(asked === null ? [] : [conditionOf(readable, asked, table)]),
    ...Object.entries(chosen).flatMap(([facet, values]) => (values.length > 0 ? [CHOSEN[facet as Facet](values)] : [])),
  ];
}

/** Conditions as the end of a statement. */
export function whereOf(conditions: readonly Condition[]): { where: string; parameters: Condition["parameters"] } {
  return {
    where: conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}` : "",
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** What FTS5 is asked for where words alone were asked; null where anything else decides what is found too. */
export function matchAlone(asked: Query | null, chosen: LibraryQuestion["chosen"]): string | null {
  if (asked === null || Object.values(chosen).some((values) => values.length > 0)) return null;
  const { match, rest } = partedQuery(asked, ARTICLES.columns);
  return rest === null ? match : null;
}

/** Where words alone were asked, their search table knows best how many rows hold them. */
function totalOfMatch(match: string | null): Pick<PagedQuery, "total"> {
  if (match === null) return {};
  return {
    total: {
      sql: "SELECT count(*) AS total FROM article_search WHERE article_search MATCH ?",
      parameters: [match],
    },
  };
}

const CHOSEN: Record<Facet, (values: readonly string[]) => Condition> = {
  outlet: (values) => ({
    sql: `(article.outletId IN (SELECT value FROM json_each(?))${values.includes("") ? " OR article.outletId IS NULL" : ""})`,
    parameters: [JSON.stringify(values)],
  }),
  month: anyOf("article.month"),
  language: anyOf("coalesce(article.language, '')"),
  provenance: anyOf("article.provenance"),
  verdict: anyBeside(
    `SELECT attribution.articleId FROM claim_standing JOIN attribution ON attribution.claimId = claim_standing.claimId
      WHERE claim_standing.verdict`,
    "SELECT articleId FROM attribution",
  ),
  tag: anyBeside("SELECT articleId FROM article_tag WHERE tag", "SELECT articleId FROM article_tag"),
  collection: anyBeside(
    "SELECT articleId FROM collection_member WHERE collectionId",
    "SELECT articleId FROM collection_member",
  ),
  copies: (values) => ({
    sql: `(${values.map((value) => COPIES[value] ?? "FALSE").join(" OR ")})`,
    parameters: [],
  }),
};

/** The values of the facet of copies. */
const COPIES: Record<string, string> = {
  linked: `article.id IN (${LINKED_ARTICLES})`,
  proposed: `article.id IN (${PROPOSED_ARTICLES})`,
  none: `article.id NOT IN (${LINKED_ARTICLES} UNION ${PROPOSED_ARTICLES})`,
};

function anyOf(column: string): (values: readonly string[]) => Condition {
  return (values) => ({
    sql: `${column} IN (SELECT value FROM json_each(?))`,
    parameters: [JSON.stringify(values)],
  });
}

/** Values that stand in a table beside articles; the empty one stands for none. `holding` ends in the column of values. */
function anyBeside(holding: string, any: string): (values: readonly string[]) => Condition {
  return (values) => ({
    sql: `(article.id IN (${holding} IN (SELECT value FROM json_each(?)))${values.includes("") ? ` OR article.id NOT IN (${any})` : ""})`,
    parameters: [JSON.stringify(values)],
  });
}
