import type { Database } from "better-sqlite3";
import { first } from "./migrations/0001-first.ts";
import { library } from "./migrations/0002-library.ts";
import { fillLibrary } from "./migrations/0002-library-fill.ts";
import { proposals } from "./migrations/0003-proposals.ts";
import { search } from "./migrations/0003-search.ts";
import { works } from "./migrations/0003-works.ts";
import { searchFormKept } from "./migrations/0004-search-form.ts";
import { publishedByOutlet } from "./migrations/0005-published-by-outlet.ts";

/** One step from a form of the case file to the next: what SQLite does, and then what only the program can. */
export interface Migration {
  sql: string;
  fill?: (database: Database) => void;
}

/**
 * The forms of a case file, in order; the form with index 0 leads from an empty file to version 1. A step is never changed once
 * cases have been written by it: whatever is to be otherwise is a step of its own.
 */
export const MIGRATIONS: readonly Migration[] = [
  { sql: first },
  { sql: library, fill: fillLibrary },
  { sql: works + proposals + search },
  { sql: searchFormKept },
  { sql: publishedByOutlet },
];

/** The version of case files that this program writes. */
export const NEWEST_VERSION = MIGRATIONS.length;

/** The version of an open file, 0 for an empty one. */
export function versionOf(database: Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}

/**
 * Brings a file to the newest form, one transaction a step. A step that fails leaves the form before it. The search tables
 * are filled afterwards, once, by `fillSearch` (search-index.ts).
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  for (let version = versionOf(database); version < migrations.length; version++) {
    const migration = migrations[version];
    if (migration === undefined) continue;
    database.transaction(() => {
      database.exec(migration.sql);
      migration.fill?.(database);
      database.pragma(`user_version = ${version + 1}`);
    })();
  }
}
