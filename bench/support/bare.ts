import Database from "better-sqlite3";
import type { Entry } from "#domain/journal/change.ts";

/** A case file under bare better-sqlite3, with the pragmas of the store and nothing else of it. */
export function bareDatabase(path: string): Database.Database {
  const database = new Database(path);
  database.pragma("locking_mode = EXCLUSIVE");
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("cache_size = -65536");
  return database;
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

/** Inserts the rows that an entry added, what `beside` writes, and the entry itself, in one transaction. */
export function writeRows(database: Database.Database, entry: Entry, beside: () => void = () => {}): void {
  const insert = (table: string, row: Record<string, unknown>) =>
    prepared(database, insertOf(table, Object.keys(row))).run(...Object.values(row).map(stored));
  database.exec("BEGIN IMMEDIATE");
  database.pragma("defer_foreign_keys = ON");
  beside();
  for (const { table, after } of entry.changes) if (after) insert(table, after);
  const { changes, ...fields } = entry;
  insert("entry", { ...fields, changes: JSON.stringify(changes), below: null, topUndo: null, topRedo: null });
  for (const { id } of changes) {
    insert("entry_row", { rowId: id, sequence: entry.sequence });
    insert("entry_subject", { subjectId: id, sequence: entry.sequence });
  }
  database.exec("COMMIT");
}

function prepared(database: Database.Database, sql: string): Database.Statement<unknown[]> {
  const known = statements.get(database) ?? new Map<string, Database.Statement<unknown[]>>();
  statements.set(database, known);
  const statement = known.get(sql) ?? database.prepare<unknown[]>(sql);
  known.set(sql, statement);
  return statement;
}

function insertOf(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(", ");
  return `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => "?").join(", ")})`;
}

function stored(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
