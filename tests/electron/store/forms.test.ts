import { createHash } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { APPLICATION_ID, createCaseFile, openCaseFile } from "#electron/store/case-file.ts";
import { MIGRATIONS, migrate } from "#electron/store/migrations.ts";
import { temporaryFolder } from "../../support/workbench.ts";

/** What SQLite was told in each step, by its hash. A new step is added here; a hash that is here is never another. */
const STEPS: readonly string[] = [
  "3dc592104983004b",
  "5c914c560c8a41d1",
  "2a0ba9a847f96fc5",
  "1ec2ccfe5c9dc58e",
  "2a46ef8e08b442a4",
];

test("no step is changed by which cases have been written", () => {
  const hashes = MIGRATIONS.map(({ sql }) => createHash("sha256").update(sql).digest("hex").slice(0, 16));
  expect(hashes).toEqual(STEPS);
});

test.for(MIGRATIONS.map((_, index) => index + 1))(
  "a case of form %i has the tables and indexes of a new one, once it was opened",
  (form) => {
    const folder = temporaryFolder();
    const place = path.join(folder, "old.sourceline");
    const database = new Database(place);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database, MIGRATIONS.slice(0, form));
    database.close();
    const fresh = path.join(folder, "new.sourceline");
    createCaseFile(fresh, "a test", () => {}).close();
    for (const each of [place, fresh]) openCaseFile(each, "a test").close();
    expect(schemaOf(place)).toEqual(schemaOf(fresh));
  },
);

function schemaOf(place: string): unknown[] {
  const database = new Database(place, { readonly: true });
  try {
    return database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").all();
  } finally {
    database.close();
  }
}
