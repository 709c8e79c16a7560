import path from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { Source } from "#domain/nouns/source.ts";
import { Problem } from "#domain/problems.ts";
import { type CaseFile, createCaseFile, foundCase, openCaseFile } from "#electron/store/case-file.ts";
import { allEntries, historyState } from "#electron/store/histories.ts";
import { GENESIS, hashOf } from "#electron/store/journal.ts";
import { rowOf } from "#electron/store/tables.ts";
import { newId } from "#electron/workbench/ids.ts";
import { temporaryFolder } from "../../support/workbench.ts";

const founded = { id: newId(), name: "A case", description: "", createdAt: "2025-05-16T14:20:00.000Z" };

function newCase(): CaseFile {
  const file = createCaseFile(path.join(temporaryFolder(), "case.sourceline"), "a test", (journal) =>
    foundCase(journal, "Ada", founded),
  );
  onTestFinished(() => file.close());
  return file;
}

function source(name: string): Source {
  const createdAt = "2025-05-16T14:20:00.000Z";
  return { id: newId(), name, kind: "wire", named: true, party: false, parentId: null, descriptor: "", createdAt };
}

function add(file: CaseFile, row: Source): void {
  file.journal.run("Ada", `add ${row.name}`, (transaction) => transaction.put("source", row));
}

test("a command is one entry, with what each row was and became", () => {
  const file = newCase();
  const northwire = source("Northwire");
  add(file, northwire);
  const renamed = { ...northwire, name: "North Wire" };
  file.journal.run("Ada", "rename", (transaction) => transaction.put("source", renamed));
  const [, first, second] = [...allEntries(file.readable)];
  expect(first?.changes).toEqual([{ table: "source", id: northwire.id, before: null, after: northwire }]);
  expect(second?.changes).toEqual([{ table: "source", id: northwire.id, before: northwire, after: renamed }]);
  expect(second?.label).toBe("rename");
  expect(second?.author).toBe("Ada");
});

test("a command that throws has done nothing", () => {
  const file = newCase();
  const northwire = source("Northwire");
  expect(() =>
    file.journal.run("Ada", "fail", (transaction) => {
      transaction.put("source", northwire);
      throw new Error("half-way");
    }),
  ).toThrow("half-way");
  expect(rowOf(file.readable, "source", northwire.id)).toBeNull();
  expect([...allEntries(file.readable)]).toHaveLength(1);
});

test("a command that changes nothing writes no entry", () => {
  const file = newCase();
  const northwire = source("Northwire");
  add(file, northwire);
  const ran = file.journal.run("Ada", "the same again", (transaction) => transaction.put("source", { ...northwire }));
  expect(ran.entry).toBeNull();
});

test("undo and redo walk two stacks, and a new command forgets what could be redone", () => {
  const file = newCase();
  const [one, two, three] = [source("One"), source("Two"), source("Three")];
  add(file, one);
  add(file, two);
  expect(historyState(file.readable)).toMatchObject({ undo: "add Two", redo: null });
  file.journal.undo("Ada");
  file.journal.undo("Ada");
  expect(historyState(file.readable)).toMatchObject({ undo: null, redo: "add One" });
  file.journal.redo("Ada");
  expect(historyState(file.readable)).toMatchObject({ undo: "add One", redo: "add Two" });
  expect(rowOf(file.readable, "source", one.id)).toEqual(one);
  add(file, three);
  expect(historyState(file.readable)).toMatchObject({ undo: "add Three", redo: null });
  file.journal.undo("Ada");
  file.journal.undo("Ada");
  expect(rowOf(file.readable, "source", one.id)).toBeNull();
});

test("the founding of a case cannot be undone", () => {
  const file = newCase();
  expect(() => file.journal.undo("Ada")).toThrow("There is nothing to undo.");
  expect(() => file.journal.redo("Ada")).toThrow("There is nothing to redo.");
});

test("an undo whose row has moved on is refused and changes nothing", () => {
  const file = newCase();
  const northwire = source("Northwire");
  add(file, northwire);
  pastTheDoor(file, (database) => database.prepare("UPDATE source SET name = 'Elsewhere'").run());
  const reopened = openCaseFile(file.path, "a test");
  onTestFinished(() => reopened.close());
  expect(() => reopened.journal.undo("Ada")).toThrow(Problem);
  expect(rowOf(reopened.readable, "source", northwire.id)?.name).toBe("Elsewhere");
  expect([...allEntries(reopened.readable)]).toHaveLength(2);
});

test("every entry carries the hash of the one before, from the genesis on", () => {
  const file = newCase();
  add(file, source("One"));
  file.journal.undo("Ada");
  const entries = [...allEntries(file.readable)];
  let previous = GENESIS;
  for (const entry of entries) {
    expect(entry.previousHash).toBe(previous);
    expect(hashOf(entry, JSON.stringify(entry.changes))).toBe(entry.hash);
    previous = entry.hash;
  }
});

test("entries of the journal cannot be changed or removed, even past the door", () => {
  const file = newCase();
  expect(() => pastTheDoor(file, (database) => database.exec("UPDATE entry SET author = 'Eve'"))).toThrow(
    "never changed",
  );
  expect(() => pastTheDoor(file, (database) => database.exec("DELETE FROM entry"))).toThrow("never removed");
});

test("what asks cannot write", () => {
  const file = newCase();
  expect(() => file.readable.all("DELETE FROM source")).toThrow(TypeError);
});

/** Closes a case and writes to its file as no part of the program may. */
function pastTheDoor(file: CaseFile, act: (database: Database.Database) => void): void {
  file.close();
  const database = new Database(file.path);
  try {
    act(database);
  } finally {
    database.close();
  }
}

test("a half of a character in a name or a label never parts an entry from its hash, in doing, undoing and redoing", () => {
  const file = newCase();
  const half = "\ud83d";
  const northwire = source("Northwire");
  file.journal.run(`Ada ${half}`, `add ${half}`, (transaction) => transaction.put("source", northwire));
  const given = [file.journal.undo(`Bo ${half}`), file.journal.redo(`Cy ${half}`)];
  const stored = file.readable.all<Parameters<typeof hashOf>[0] & { changes: string; hash: string }>(
    "SELECT * FROM entry ORDER BY sequence",
  );
  expect(stored.map(({ author, label }) => [author, label])).toEqual([
    ["Ada", "create the case"],
    ["Ada \ufffd", "add \ufffd"],
    ["Bo \ufffd", "add \ufffd"],
    ["Cy \ufffd", "add \ufffd"],
  ]);
  expect(given.map(({ author }) => author)).toEqual(["Bo \ufffd", "Cy \ufffd"]);
  for (const entry of stored) expect(hashOf(entry, entry.changes)).toBe(entry.hash);
});
