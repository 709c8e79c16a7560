import * as z from "zod";
import type { Direction, Page } from "#domain/contract/base.ts";
import { Problem } from "#domain/problems.ts";
import { searchWords } from "#domain/search/form.ts";
import type { Parameter, Readable } from "./readable.ts";

/** A list that is read page by page, by the key of the last row, or by counting rows off where only their place is known. */
export interface PagedQuery {
  /** The tables and joins. */
  from: string;
  /** What each row holds. */
  columns: string;
  /** Conditions, with their parameters. */
  where: readonly { sql: string; parameters: readonly Parameter[] }[];
  /** The same conditions in words that let rows be held against them in the order of the list; else `where` is taken. */
  whereInOrder?: readonly { sql: string; parameters: readonly Parameter[] }[];
  /** A statement that gives `total`, where one is known that is faster than to count what meets the conditions. */
  total?: { sql: string; parameters: readonly Parameter[] };
  /** An expression that is never null, for which there is an index with `id` after it. */
  order: string;
  id: string;
  direction: Direction;
  after: string | null;
  /** The position of the first row, from 0, where the page is not found by its key. */
  at: number | null;
  limit: number;
}

const Cursor = z.tuple([z.union([z.string(), z.number()]), z.string()]);

/** One page of rows, with where the next begins and how many there are in all. */
export function pageOf<Row>(readable: Readable, query: PagedQuery): Page<Row> {
  const { where, whereInOrder = where } = query;
  const counting = query.total ?? {
    sql: `SELECT count(*) AS total FROM ${query.from} ${filterOf(where)}`,
    parameters: where.flatMap((condition) => condition.parameters),
  };
  const total = readable.get<{ total: number }>(counting.sql, ...counting.parameters);

  const [comparison, direction] = query.direction === "ascending" ? [">", "ASC"] : ["<", "DESC"];
  const cursor = query.after === null || query.at !== null ? null : readCursor(query.after);
  const beyond = cursor && { sql: `(${query.order}, ${query.id}) ${comparison} (?, ?)`, parameters: cursor };
  // First the keys of the page alone: what a row holds may be counted from other tables, and SQLite would count it for
  // every row before it sorts them.
  const keys = `SELECT ${query.order} AS cursorKey, ${query.id} AS cursorId FROM ${query.from}
    ${filterOf(beyond ? [...whereInOrder, beyond] : whereInOrder)}
    ORDER BY 1 ${direction}, 2 ${direction} LIMIT ? OFFSET ?`;
  const rows = readable.all<Row & { cursorKey: string | number; cursorId: string }>(
    `SELECT ${query.columns}, cursorKey, cursorId FROM (${keys}) CROSS JOIN ${query.from} WHERE ${query.id} = cursorId
     ORDER BY cursorKey ${direction}, cursorId ${direction}`,
    ...whereInOrder.flatMap((condition) => condition.parameters),
    ...(beyond?.parameters ?? []),
    query.limit + 1,
    query.at ?? 0,
  );
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ cursorKey: _key, cursorId: _id, ...row }) => row as unknown as Row),
    next: last ? JSON.stringify([last.cursorKey, last.cursorId]) : null,
    total: total?.total ?? 0,
  };
}

function filterOf(conditions: readonly { sql: string }[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}` : "";
}

function readCursor(cursor: string): [string | number, string] {
  const parsed = Cursor.safeParse(parseOrNull(cursor));
  if (!parsed.success) {
    throw new Problem("NOT_ALLOWED", "This place in the list is not known. Begin the list anew.", { field: "after" });
  }
  return parsed.data;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Words a person typed → an FTS5 query that asks for all of them, each as a beginning. Everything is quoted, so that no
 * character has a meaning of its own. Null where there are no words.
 */
export function matchAllWords(words: string): string | null {
  const found = searchWords(words);
  return found.length > 0 ? found.map((word) => `"${word}"*`).join(" ") : null;
}
