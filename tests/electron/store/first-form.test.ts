import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { articleView } from "#electron/store/articles.ts";
import { APPLICATION_ID, type CaseFile, openCaseFile } from "#electron/store/case-file.ts";
import { checkCase } from "#electron/store/check.ts";
import { GENESIS, hashOf } from "#electron/store/journal.ts";
import { first } from "#electron/store/migrations/0001-first.ts";
import { migrate, NEWEST_VERSION, versionOf } from "#electron/store/migrations.ts";
import { rowOf } from "#electron/store/tables.ts";
import { temporaryFolder } from "../../support/workbench.ts";

const AT = "2026-01-05T08:00:00.000Z";
const ARTICLE = "01970000-0000-7000-8000-000000000001";
const CASE = "01970000-0000-7000-8000-000000000002";
const TEXT = "TAMBA (Northwire) – L’œuvre des équipes du port a commencé.";

const sha256 = (words: string) => createHash("sha256").update(words).digest("hex");

/** A row of an article as the first version wrote it, into the table and into the journal. */
const article = {
  id: ARTICLE,
  title: "Au port",
  outletId: null,
  byline: "",
  dateline: "TAMBA",
  url: "",
  published: null,
  publishedPrecision: null,
  collectedAt: AT,
  collectedBy: "A. Analyst",
  language: "fr",
  textSha256: sha256(TEXT),
  originalSha256: sha256(TEXT),
  originalName: "port.txt",
  mediaType: "text/plain",
};

/** Makes a case as the first version left it: one article, brought in by the second entry of the journal. */
function caseOfFirstForm(): string {
  const place = path.join(temporaryFolder(), "old.sourceline");
  const database = new Database(place);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, [{ sql: first }]);
  const insert = (table: string, row: Record<string, unknown>) =>
    database
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row)
          .map(() => "?")
          .join(", ")})`,
      )
      .run(...Object.values(row));
  const information = { id: CASE, name: "Old", description: "", createdAt: AT };
  insert("case_information", information);
  insert("text", { sha256: sha256(TEXT), content: TEXT });
  insert("original", { sha256: sha256(TEXT), bytes: Buffer.from(TEXT) });
  insert("article", article);
  let previousHash = GENESIS;
  for (const [index, { table, row, label }] of [
    { table: "case_information", row: information, label: "create the case" },
    { table: "article", row: article, label: "import “Au port”" },
  ].entries()) {
    const sequence = index + 1;
    const changes = JSON.stringify([{ table, id: row.id, before: null, after: row }]);
    const entry = { sequence, kind: "done" as const, answers: null, author: "A. Analyst", label, at: AT, previousHash };
    const hash = hashOf({ ...entry, work: null }, changes);
    insert("entry", { ...entry, changes, hash, below: null, topUndo: sequence === 1 ? null : sequence, topRedo: null });
    insert("entry_row", { rowId: row.id, sequence });
    insert("entry_subject", { subjectId: row.id, sequence });
    previousHash = hash;
  }
  database.close();
  return place;
}

function openedAnew(place: string): CaseFile {
  const file = openCaseFile(place, "a test");
  onTestFinished(() => file.close());
  return file;
}

function findingsOf(file: CaseFile): string[] {
  const check = checkCase(file);
  for (let step = check.next(); ; step = check.next()) if (step.done) return step.value.findings;
}

test("a case of the first form is brought to the newest, and a copy of it stays", () => {
  const place = caseOfFirstForm();
  const file = openedAnew(place);
  expect(existsSync(`${place}.version-1.bak`)).toBe(true);
  expect(rowOf(file.readable, "article", ARTICLE)).toEqual({ ...article, credits: "", fieldOrigins: {}, tool: "" });
  expect(articleView(file.readable, ARTICLE)).toMatchObject({
    text: TEXT,
    structure: { blocks: [], pages: [] },
    provenance: "unknown",
  });
  expect(findingsOf(file)).toEqual([]);
});

test("its texts are found in the form in which they are asked for, and have signatures", () => {
  const { readable } = openedAnew(caseOfFirstForm());
  const found = (match: string) =>
    readable.get<{ found: number }>("SELECT count(*) AS found FROM article_search WHERE article_search MATCH ?", match)
      ?.found;
  expect([found("oeuvre"), found('"l oeuvre des equipes"'), found("body : port"), found("absent")]).toEqual([
    1, 1, 1, 0,
  ]);
  expect(readable.all<{ length: number }>("SELECT length(signature) AS length FROM text_signature")).toEqual([
    { length: 512 },
  ]);
});

test("what was done in the first form can be undone and done again, and the journal is as it was", () => {
  const place = caseOfFirstForm();
  const { journal, readable } = openedAnew(place);
  journal.undo("B. Analyst");
  expect(rowOf(readable, "article", ARTICLE)).toBeNull();
  journal.redo("B. Analyst");
  expect(rowOf(readable, "article", ARTICLE)).toMatchObject({ title: "Au port", credits: "", tool: "" });
  const stored = readable.get<{ changes: string }>("SELECT changes FROM entry WHERE sequence = 2");
  expect(JSON.parse(stored?.changes ?? "")[0].after).toEqual(article);
});

test("a case that cannot be brought to the newest form is left as it was", () => {
  const place = caseOfFirstForm();
  const spoilt = new Database(place);
  // The step takes this table away, and there is none.
  spoilt.exec("DROP TABLE alias_search");
  spoilt.close();
  expect(() => openCaseFile(place, "a test")).toThrow();
  const after = new Database(place);
  onTestFinished(() => void after.close());
  expect(versionOf(after)).toBe(1);
  expect(NEWEST_VERSION).toBeGreaterThan(1);
});
