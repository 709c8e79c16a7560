import type { Database } from "better-sqlite3";
import { first } from "./migrations/0001-first.ts";

/** The forms of a case file, in order; the form with index 0 leads from an empty file to version 1. */
export const MIGRATIONS: readonly string[] = [first];

/** The version of case files that this program writes. */
export const NEWEST_VERSION = MIGRATIONS.length;

/** The version of an open file, 0 for an empty one. */
export function versionOf(database: Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}

/** Brings a file to the newest form, one transaction a step. A step that fails leaves the form before it. */
export function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): void {
  for (let version = versionOf(database); version < migrations.length; version++) {
    const migration = migrations[version];
    if (migration === undefined) continue;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`user_version = ${version + 1}`);
    })();
  }
}
