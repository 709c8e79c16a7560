import type { SearchedNoun, SearchGroup } from "#domain/contract/search.ts";
import { Problem } from "#domain/problems.ts";
import type { Query } from "#domain/search/query.ts";
import { ARTICLES, CLAIMS, type Condition, conditionOf, NOTES, type SearchedTable, SOURCES } from "./library-query.ts";
import type { Parameter, Readable } from "./readable.ts";
import { hitOf } from "./search-hits.ts";
import { partedQuery } from "./search-match.ts";

/** Which hits are wanted: `after` is `next` of the page before, null for the first. */
export interface SearchPlace {
  limit: number;
  after: string | null;
}

/**
 * What of one noun a question finds. The best first, by the rank that FTS5 gives (bm25), of equals the first that came into
 * the case; where no words were asked, the newest first, and sources by name.
 */
export function searchNoun(readable: Readable, noun: SearchedNoun, query: Query, place: SearchPlace): SearchGroup {
  const { table, statements } = SEARCHED[noun];
  const { match, rest } = partedQuery(query, table.columns);
  const condition = rest && conditionOf(readable, rest, table);
  const { page, total } = statements(match, condition);
  const begin = place.after === null ? 0 : readPlace(place.after);
  // One more than is wanted, to see whether there are more.
  const found = readable.all<{ id: string; total?: number }>(page.sql, ...page.parameters, place.limit + 1, begin);
  const isLast = found.length <= place.limit;
  const isWhole = isLast && (begin === 0 || found.length > 0);
  const counted = isWhole ? begin + found.length : found[0]?.total;
  return {
    noun,
    hits: found.slice(0, place.limit).map(({ id }) => hitOf(readable, noun, id, query)),
    total: counted ?? readable.get<{ total: number }>(total.sql, ...total.parameters)?.total ?? 0,
    next: isLast ? null : String(begin + place.limit),
  };
}

function readPlace(after: string): number {
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new Problem("NOT_ALLOWED", "This place among the hits is not known. Begin the search anew.", {
    field: "after",
  });
}

interface Statement {
  sql: string;
  parameters: readonly Parameter[];
}

/**
 * `page` gives ids in order, and how many there are where that is had on the way; it takes a limit and an offset behind its
 * parameters. `total` counts.
 */
type Statements = (match: string | null, condition: Condition | null) => { page: Statement; total: Statement };

const SEARCHED: Record<SearchedNoun, { table: SearchedTable; statements: Statements }> = {
  article: { table: ARTICLES, statements: ofTable("article", "coalesce(article.published, '') DESC, article.id DESC") },
  claim: { table: CLAIMS, statements: ofTable("claim", "claim.createdAt DESC, claim.id DESC") },
  source: { table: SOURCES, statements: ofSources },
  note: { table: NOTES, statements: ofTable("note", "note.createdAt DESC, note.id DESC") },
};

/** Statements on a table whose rows have one search table. */
function ofTable(table: string, newestFirst: string): Statements {
  const search = `${table}_search`;
  return (match, condition) => {
    if (match === null) return unranked(table, newestFirst, condition);
    const filter = condition
      ? `AND +${search}.rowid IN (SELECT ${table}.rowid FROM ${table} WHERE ${condition.sql})`
      : "";
    const parameters = [match, ...(condition?.parameters ?? [])];
    // With the plus, SQLite keeps the best few while it reads; ORDER BY rank alone has FTS5 sort all that it finds.
    const best = `SELECT rowid AS number, rank AS score FROM ${search} WHERE ${search} MATCH ? ${filter}
      ORDER BY +rank, rowid LIMIT ? OFFSET ?`;
    return {
      page: {
        sql: `SELECT ${table}.id FROM (${best}) JOIN ${table} ON ${table}.rowid = number ORDER BY score, number`,
        parameters,
      },
      total: { sql: `SELECT count(*) AS total FROM ${search} WHERE ${search} MATCH ? ${filter}`, parameters },
    };
  };
}

/** A source is as good as the best of its names. */
function ofSources(match: string | null, condition: Condition | null): { page: Statement; total: Statement } {
  if (match === null) return unranked("source", "source.name COLLATE NOCASE, source.id", condition);
  const names = `SELECT source_search.rowid AS number, rank AS score FROM source_search WHERE source_search MATCH ?
    UNION ALL SELECT bearer.rowid, alias_search.rank FROM alias_search JOIN alias ON alias.rowid = alias_search.rowid
    JOIN source AS bearer ON bearer.id = alias.sourceId WHERE alias_search MATCH ?`;
  const from = `(${names}) JOIN source ON source.rowid = number ${condition ? `WHERE ${condition.sql}` : ""}`;
  const parameters = [match, match, ...(condition?.parameters ?? [])];
  return {
    page: {
      sql: `SELECT source.id FROM ${from} GROUP BY source.id ORDER BY min(score), source.id LIMIT ? OFFSET ?`,
      parameters,
    },
    total: { sql: `SELECT count(DISTINCT source.id) AS total FROM ${from}`, parameters },
  };
}

function unranked(table: string, order: string, condition: Condition | null): { page: Statement; total: Statement } {
  const where = condition ? `WHERE ${condition.sql}` : "";
  const parameters = condition?.parameters ?? [];
  // Articles are read in the order of an index and no further than is wanted. Of other things, all that meet the condition
  // are looked at anyway to sort them, and are counted at once, since what is asked of their articles may be costly.
  const total = table === "article" ? "" : ", count(*) OVER () AS total";
  return {
    page: { sql: `SELECT ${table}.id${total} FROM ${table} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`, parameters },
    total: { sql: `SELECT count(*) AS total FROM ${table} ${where}`, parameters },
  };
}
