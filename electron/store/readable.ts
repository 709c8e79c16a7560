import type { Database, Statement } from "better-sqlite3";

export type Parameter = string | number | bigint | Uint8Array | null;

/**
 * A case that can be asked and not changed. All queries of the store take one of these, so that the compiler tells what
 * can write from what cannot.
 */
export interface Readable {
  get<Row>(sql: string, ...parameters: Parameter[]): Row | undefined;
  all<Row>(sql: string, ...parameters: Parameter[]): Row[];
}

/** As many statements are kept as are asked for in ordinary work, many times over; questions can have any form. */
const STATEMENTS_KEPT = 500;

/** The readable side of an open database. Statements are prepared once and kept; one that writes is refused. */
export function readableOf(database: Database): Readable {
  const statements = new Map<string, Statement<Parameter[]>>();
  const prepared = (sql: string): Statement<Parameter[]> => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare<Parameter[]>(sql);
    if (!statement.readonly) throw new TypeError(`This statement writes and was given as a question: ${sql}`);
    statements.set(sql, statement);
    // The one that was prepared first goes; SQLite is told when nobody holds it any more.
    const [oldest] = statements.size > STATEMENTS_KEPT ? statements.keys() : [];
    if (oldest !== undefined) statements.delete(oldest);
    return statement;
  };
  return {
    get: <Row>(sql: string, ...parameters: Parameter[]) => prepared(sql).get(...parameters) as Row | undefined,
    all: <Row>(sql: string, ...parameters: Parameter[]) => prepared(sql).all(...parameters) as Row[],
  };
}

/**
 * All rows of a table in the order of a unique column, read some at a time. Between the batches nothing is open, so that
 * commands can write while somebody walks; what they add behind the walker is not seen.
 */
export function* walk<Row extends object>(
  readable: Readable,
  table: string,
  key: keyof Row & string,
  batch = 200,
): Generator<Row> {
  const first = `SELECT * FROM "${table}" ORDER BY "${key}" LIMIT ${batch}`;
  const next = `SELECT * FROM "${table}" WHERE "${key}" > ? ORDER BY "${key}" LIMIT ${batch}`;
  let rows = readable.all<Row>(first);
  while (rows.length > 0) {
    yield* rows;
    rows = readable.all<Row>(next, rows.at(-1)?.[key] as Parameter);
  }
}

/** The keys of a table, in their order, some at a time; for tables whose rows are large. */
export function* keysOf(readable: Readable, table: string, key: string): Generator<string> {
  let after = "";
  for (;;) {
    const found = readable.all<{ found: string }>(
      `SELECT "${key}" AS found FROM "${table}" WHERE "${key}" > ? ORDER BY "${key}" LIMIT 500`,
      after,
    );
    for (const row of found) yield row.found;
    const last = found.at(-1);
    if (!last) return;
    after = last.found;
  }
}
