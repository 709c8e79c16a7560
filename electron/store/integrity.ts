import Database from "better-sqlite3";

const MOST_FINDINGS = 100;

/** SQLite keeps no data in the page that holds the byte at this offset, by which it locks files. */
const LOCKED_BYTE = 2 ** 30;

/**
 * SQLite's own check of a file, table by table, so that others have their turn in between; null where there is nothing to
 * say. What only a look at the whole file tells, that no page belongs to two tables or to none, is told by counting. A file
 * can be so damaged that even the check of it fails; that is a finding too.
 */
export function* integrityFindings(database: Database.Database): Generator<string | null> {
  let found = 0;
  try {
    for (const finding of findingsOf(database)) {
      if (finding === null || found++ < MOST_FINDINGS) yield finding;
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    yield error.message;
  }
}

function* findingsOf(database: Database.Database): Generator<string | null> {
  for (const table of ["sqlite_schema", ...names(database, "type = 'table'")]) {
    const rows = database.pragma(`integrity_check("${table}")`) as { integrity_check: string }[];
    for (const { integrity_check: finding } of rows) if (finding !== "ok") yield finding;
    yield null;
  }
  yield* miscountedPages(database);
}

/** Whether the pages of all tables and indexes and the free ones are as many as the file has; begins anew where somebody wrote meanwhile. */
function* miscountedPages(database: Database.Database): Generator<string | null> {
  const before = written(database);
  const inTree = database.prepare("SELECT sum(pageno) FROM dbstat WHERE aggregate = true AND name = ?").pluck();
  let counted = numberOf(database, "freelist_count");
  for (const tree of ["sqlite_schema", ...names(database, "rootpage > 0")]) {
    counted += Number(inTree.get(tree));
    yield null;
  }
  if (written(database) !== before) return yield* miscountedPages(database);
  const pages = numberOf(database, "page_count");
  const isLocked = pages * numberOf(database, "page_size") > LOCKED_BYTE;
  const expected = isLocked ? pages - 1 : pages;
  if (counted !== expected)
    yield `${counted} pages of ${expected} are in use: some belong to nothing, or to two things`;
}

/** How many rows this connection, which alone can write, has written. */
function written(database: Database.Database): number {
  return Number(database.prepare("SELECT total_changes()").pluck().get());
}

function numberOf(database: Database.Database, pragma: string): number {
  return Number(database.pragma(pragma, { simple: true }));
}

function names(database: Database.Database, which: string): string[] {
  return database.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE ${which}`).pluck().all() as string[];
}
