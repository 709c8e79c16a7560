import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { Problem } from "#domain/problems.ts";
import { APPLICATION_ID, type CaseFile, createCaseFile, foundCase, openCaseFile } from "#electron/store/case-file.ts";
import { migrate, NEWEST_VERSION, versionOf } from "#electron/store/migrations.ts";
import { newId } from "#electron/workbench/ids.ts";
import { temporaryFolder } from "../../support/workbench.ts";

function newCase(folder = temporaryFolder(), name = "case.sourceline"): string {
  const file = path.join(folder, name);
  createCaseFile(file, "a test", (journal) =>
    foundCase(journal, "Ada", { id: newId(), name: "A case", description: "", createdAt: "2025-05-16T14:20:00.000Z" }),
  ).close();
  return file;
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("It did what it should have refused.");
}

function findingsIn(file: CaseFile): string[] {
  return [...file.integrityFindings()].filter((finding) => finding !== null);
}

test("a closed case is one file, with our application id", () => {
  const folder = temporaryFolder();
  const file = newCase(folder);
  expect(readdirSync(folder)).toEqual(["case.sourceline"]);
  expect(readFileSync(file).readUInt32BE(68)).toBe(APPLICATION_ID);
});

test("a copy of the closed file is the whole case", () => {
  const folder = temporaryFolder();
  const copy = path.join(folder, "copy.sourceline");
  copyFileSync(newCase(folder), copy);
  const opened = openCaseFile(copy, "a test");
  expect(findingsIn(opened)).toEqual([]);
  opened.close();
});

test("an open case is written with full synchronisation, and foreign keys hold", () => {
  const file = openCaseFile(newCase(), "a test");
  onTestFinished(() => file.close());
  const setting = (name: string) =>
    Object.values(file.readable.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];
  expect(setting("synchronous")).toBe(2);
  expect(file.readable.get("SELECT journal_mode FROM pragma_journal_mode")).toEqual({ journal_mode: "wal" });
  expect(setting("foreign_keys")).toBe(1);
});

test("a file that is no case is refused and not touched", () => {
  const folder = temporaryFolder();
  for (const [name, content] of [
    ["notes.txt", "not a database at all"],
    ["empty.sourceline", ""],
  ] as const) {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const problem = problemOf(() => openCaseFile(file, "a test"));
    expect(problem.code).toBe("NOT_A_CASE");
    expect(problem.message).toContain(name);
    expect(readFileSync(file, "utf8")).toBe(content);
  }
  const other = path.join(folder, "other.db");
  new Database(other).exec("CREATE TABLE somebody_elses (id)").close();
  expect(problemOf(() => openCaseFile(other, "a test")).code).toBe("NOT_A_CASE");
  expect(problemOf(() => openCaseFile(folder, "a test")).code).toBe("NOT_A_CASE");
  expect(readdirSync(folder).sort()).toEqual(["empty.sourceline", "notes.txt", "other.db"]);
});

test.each([
  ["notes.txt", "Notes of a walk.", "it seems to be a text. Choose a file that ends in .sourceline."],
  ["empty.txt", "", "it is empty. Choose a file that ends in .sourceline."],
  ["empty.sourceline", "", "it is empty. Use another copy of the case."],
  ["week.sourceline", "Notes of a walk.", "it seems to be a text. Although it is named like one,"],
  ["week.sourceline", "%PDF-1.7\n", "it seems to be a PDF. Although it is named like one,"],
  ["week.sourceline", "PK\u0003\u0004", "it seems to be a ZIP archive or an office document."],
  ["week.sourceline", "\u0000\u0001\u0002", "it holds something else. Although it is named like one,"],
])("what “%s” seems to be is said, with what to do", (name, content, sentence) => {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, content);
  expect(problemOf(() => openCaseFile(file, "a test")).message).toContain(sentence);
});

test("a missing case is named", () => {
  const file = path.join(temporaryFolder(), "gone.sourceline");
  expect(problemOf(() => openCaseFile(file, "a test"))).toMatchObject({ code: "CASE_NOT_FOUND" });
});

test("a truncated case is refused, with how much of it is there", () => {
  const file = newCase();
  truncateSync(file, 20_000);
  const problem = problemOf(() => openCaseFile(file, "a test"));
  expect(problem.code).toBe("CASE_DAMAGED");
  expect(problem.message).toContain("20000 of");
});

test("a case with garbage inside is found damaged by the check", () => {
  const file = newCase();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4_096, 12_288);
  writeFileSync(file, bytes);
  const opened = openCaseFile(file, "a test");
  onTestFinished(() => opened.close());
  expect(findingsIn(opened)).not.toEqual([]);
});

test("a page that belongs to nothing any more is found by counting", () => {
  const file = newCase();
  const database = new Database(file);
  database.unsafeMode();
  database.pragma("writable_schema = ON");
  database.exec("DELETE FROM sqlite_schema WHERE name = 'claim_by_statement'");
  database.close();
  const opened = openCaseFile(file, "a test");
  onTestFinished(() => opened.close());
  expect(findingsIn(opened)).toEqual([expect.stringMatching(/^\d+ pages of \d+ are in use/)]);
});

test("a case from a newer version is refused by name and left as it is", () => {
  const file = newCase();
  const database = new Database(file);
  database.pragma(`user_version = ${NEWEST_VERSION + 1}`);
  database.close();
  const problem = problemOf(() => openCaseFile(file, "a test"));
  expect(problem).toMatchObject({ code: "CASE_FROM_NEWER", data: { version: NEWEST_VERSION + 1 } });
  expect(problem.message).toContain("case.sourceline");
  expect(readdirSync(path.dirname(file))).toEqual(["case.sourceline"]);
});

test("making a case never replaces a file", () => {
  const file = newCase();
  const before = readFileSync(file);
  expect(problemOf(() => newCase(path.dirname(file))).code).toBe("CASE_EXISTS");
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(path.dirname(file))).toEqual(["case.sourceline"]);
});

test("making a case that fails half-way leaves nothing", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "case.sourceline");
  expect(() =>
    createCaseFile(file, "a test", () => {
      throw new Error("half-way");
    }),
  ).toThrow("half-way");
  expect(readdirSync(folder)).toEqual([]);
});

const holder = `
  import { openCaseFile } from "#electron/store/case-file.ts";
  // Held, since a database that nobody refers to is closed when memory is tidied up.
  globalThis.held = openCaseFile(process.argv[1], "Sourceline in a browser");
  process.stdout.write("open");
  setInterval(() => {}, 1000);
`;

test("a case that another process has open is refused, and the sentence says which", async () => {
  const file = newCase();
  const child = spawn(process.execPath, ["--input-type=module", "--eval", holder, file], { cwd: process.cwd() });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  const problem = problemOf(() => openCaseFile(file, "a test"));
  expect(problem.code).toBe("CASE_IN_USE");
  expect(problem.message).toContain("Sourceline in a browser");
  expect(problem.message).toContain(String(child.pid));

  child.kill("SIGKILL");
  await once(child, "close");
  const opened = openCaseFile(file, "a test");
  opened.close();
  expect(readdirSync(path.dirname(file))).toEqual(["case.sourceline"]);
});

const maker = `
  import { makeCaseFile } from "#electron/store/case-file.ts";
  globalThis.held = makeCaseFile(process.argv[1], "a test", function* () { for (;;) yield null; });
  globalThis.held.next();
  process.stdout.write("begun");
  setInterval(() => {}, 1000);
`;

test("what a program left that ended while it made a case is removed, but not what another one is making", async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "case.sourceline");
  const ends = [];
  for (let number = 0; number < 2; number++) {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", maker, file], { cwd: process.cwd() });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child.stdout, "data");
    ends.push(async () => {
      child.kill("SIGKILL");
      await once(child, "close");
    });
  }
  const left = () => readdirSync(folder).filter((name) => name.endsWith(".unfinished"));
  expect(left()).toHaveLength(2);
  await ends[0]?.();
  newCase(folder);
  expect(left()).toHaveLength(1);
  expect(existsSync(file)).toBe(true);
  await ends[1]?.();
  rmSync(file);
  newCase(folder);
  expect(readdirSync(folder)).toEqual(["case.sourceline"]);
});

test("migrations run one after the other, each whole or not at all", () => {
  const database = new Database(path.join(temporaryFolder(), "old.db"));
  onTestFinished(() => void database.close());
  migrate(database, [{ sql: "CREATE TABLE one (id)" }]);
  expect(versionOf(database)).toBe(1);
  const broken = { sql: "CREATE TABLE three (id); SELECT broken" };
  expect(() => migrate(database, [{ sql: "" }, { sql: "CREATE TABLE two (id)" }, broken])).toThrow("broken");
  expect(versionOf(database)).toBe(2);
  const tables = database.prepare("SELECT name FROM sqlite_schema ORDER BY name").pluck().all();
  expect(tables).toEqual(["one", "two"]);
});

test("opening leaves a note of who has it open, and closing takes it away", () => {
  const file = newCase();
  const opened = openCaseFile(file, "a test");
  expect(existsSync(`${file}.open`)).toBe(true);
  opened.close();
  expect(existsSync(`${file}.open`)).toBe(false);
});
