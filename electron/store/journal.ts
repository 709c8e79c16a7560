import { createHash } from "node:crypto";
import type { Database, Statement } from "better-sqlite3";
import {
  type Change,
  completed,
  type Entry,
  invert,
  type RowOf,
  sameRow,
  squash,
  type TableName,
} from "#domain/journal/change.ts";
import type { Likeness } from "#domain/likeness/likeness.ts";
import { signatureOf } from "#domain/likeness/signature.ts";
import { Problem } from "#domain/problems.ts";
import { PLAIN_STRUCTURE, type TextStructure } from "#domain/text/structure.ts";
import { asProblem, guarded } from "./failures.ts";
import { type Parameter, type Readable, readableOf } from "./readable.ts";
import { SearchIndex } from "./search-index.ts";
import { subjectsOf } from "./subjects.ts";
import { encodeRow, removalOf, rowOf, upsertOf } from "./tables.ts";

/** The hash that stands before the first entry. */
export const GENESIS = "0".repeat(64);

/** What a command may do while it runs. Everything it does becomes one entry, or nothing does. */
export interface Transaction extends Readable {
  /** Adds a row, or replaces the row with its id. */
  put<Table extends TableName>(table: Table, row: RowOf<Table>): void;
  /** Takes a row out. Nothing happens where there is none. */
  remove(table: TableName, id: string): void;
  /**
   * Keeps a canonical text and gives its SHA-256. Texts are never taken out, so that Undo and Redo find them. A text that is
   * kept already keeps the structure that it has. The signature is made here where nobody made it before.
   */
  keepText(text: string, structure?: TextStructure, signature?: Uint8Array): string;
  /** Keeps the bytes of an original and gives their SHA-256. */
  keepOriginal(bytes: Uint8Array): string;
}

/** Two texts that were found alike, by their hashes; `one` is the lesser of them. */
export interface LikeTexts extends Likeness {
  one: string;
  other: string;
}

const KEEP_LIKENESS = `INSERT INTO text_likeness (one, other, jaccard, oneInOther, otherInOne) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/** What a command gave back, and the entry it wrote; null where it changed nothing. */
export interface Ran<Result> {
  result: Result;
  entry: Entry | null;
}

/**
 * The one door through which a case is changed, and its memory of every change.
 *
 * Undo and redo are entries like any other. Each entry carries the tops of two linked stacks: `topUndo`, the entry that
 * Undo would take back next, and `topRedo`, the undoing that Redo would answer next; `below` leads from an entry to the
 * one beneath it on its stack. So both stacks live inside a list that is only ever added to, survive a restart, and cost
 * the same however long the journal is.
 */
export class Journal {
  readonly #database: Database;
  readonly #path: string;
  readonly #clock: () => Date;
  readonly #readable: Readable;
  readonly #append: Statement<Parameter[]>;
  readonly #appendRow: Statement<Parameter[]>;
  readonly #appendSubject: Statement<Parameter[]>;
  readonly #keepText: Statement<Parameter[]>;
  readonly #keepSignature: Statement<Parameter[]>;
  readonly #keepOriginal: Statement<Parameter[]>;
  readonly #index: SearchIndex;
  readonly #writes = new Map<string, Statement<Parameter[]>>();

  constructor(database: Database, path: string, clock: () => Date = () => new Date()) {
    this.#database = database;
    this.#path = path;
    this.#clock = clock;
    this.#readable = readableOf(database);
    this.#append = database.prepare(
      `INSERT INTO entry (sequence, kind, answers, author, label, at, changes, previousHash, hash, below, topUndo, topRedo, work)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#appendRow = database.prepare("INSERT OR IGNORE INTO entry_row (rowId, sequence) VALUES (?, ?)");
    this.#appendSubject = database.prepare("INSERT OR IGNORE INTO entry_subject (subjectId, sequence) VALUES (?, ?)");
    this.#index = new SearchIndex(database, this.#readable);
    this.#keepText = database.prepare(
      "INSERT INTO text (sha256, content, structure) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#keepSignature = database.prepare(
      "INSERT INTO text_signature (sha256, signature) VALUES (?, ?) ON CONFLICT DO NOTHING",
    );
    this.#keepOriginal = database.prepare("INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING");
  }

  /**
   * Runs a command and writes down what it did. Where it throws, nothing has happened. `work` names the piece of work of
   * which this is a part, with all entries of that name.
   */
  run<Result>(
    author: string,
    label: string,
    command: (transaction: Transaction) => Result,
    work: string | null = null,
  ): Ran<Result> {
    return guarded(this.#path, () =>
      this.#database.transaction(() => {
        this.#database.pragma("defer_foreign_keys = ON");
        const changes: Change[] = [];
        const result = command(this.#transaction(changes));
        const squashed = squash(changes);
        if (squashed.length === 0) {
          // What came and went in the same command has left its marks for the pairs of copies (0003-proposals.ts).
          this.#statement("DELETE FROM stale_text").run();
          return { result, entry: null };
        }
        const head = headOf(this.#readable);
        const entry = this.#entry(head, { kind: "done", answers: null, author, label, work, changes: squashed });
        this.#write(entry, stacksAfter(entry, head, null));
        return { result, entry };
      })(),
    );
  }

  /**
   * Keeps which texts were found alike. That is a fact about texts that never change: no entry speaks of it, and it is found
   * again where it was lost.
   */
  keepLikeness(pairs: readonly LikeTexts[]): void {
    guarded(this.#path, () =>
      this.#database.transaction(() => {
        for (const { one, other, jaccard, oneInOther, otherInOne } of pairs) {
          this.#statement(KEEP_LIKENESS).run(one, other, jaccard, oneInOther, otherInOne);
        }
      })(),
    );
  }

  /**
   * Takes the latest entry back that has not been taken back. The undoing is a part of the same piece of work. Throws where
   * there is none, or where a row has moved on.
   */
  undo(author: string): Entry {
    return this.#step("undone", author, (head) => head?.topUndo ?? null);
  }

  /** Does the latest undone entry again, as a part of the same piece of work. Throws where there is none, or where a row has moved on. */
  redo(author: string): Entry {
    return this.#step("redone", author, (head) => head?.topRedo ?? null);
  }

  /**
   * Writes entries down that another program made, with the rows they stand for; gives way after each. For a case that is
   * made from an export, which nobody else writes to meanwhile: all of it is one transaction.
   */
  *restore(entries: Iterable<Entry | null>, fill: (transaction: Transaction) => Iterable<null>): Generator<null> {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      this.#database.pragma("defer_foreign_keys = ON");
      yield* fill(this.#transaction([]));
      for (const entry of entries) {
        if (entry !== null) this.#restoreEntry(entry);
        yield null;
      }
      this.#database.exec("COMMIT");
    } catch (error) {
      throw asProblem(error, this.#path);
    } finally {
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
    }
  }

  #restoreEntry(entry: Entry): void {
    const head = headOf(this.#readable);
    if (entry.previousHash !== (head?.hash ?? GENESIS) || hashOf(entry, JSON.stringify(entry.changes)) !== entry.hash) {
      throw new Problem(
        "CASE_DAMAGED",
        `Entry ${entry.sequence} of the journal (“${entry.label}”) is not what its hash says: it was changed. Nothing was made of the file.`,
        { path: this.#path },
      );
    }
    this.#write(entry, stacksAfter(entry, head, storedEntry(this.#readable, entry.answers)));
  }

  #step(kind: "undone" | "redone", author: string, pick: (head: Head | null) => number | null): Entry {
    return guarded(this.#path, () =>
      this.#database.transaction(() => {
        this.#database.pragma("defer_foreign_keys = ON");
        const head = headOf(this.#readable);
        const target = storedEntry(this.#readable, pick(head));
        if (!head || !target) {
          const what = kind === "undone" ? "undo" : "redo";
          throw new Problem("NOTHING_TO_UNDO", `There is nothing to ${what}.`, {});
        }
        const changes = invert(changesOf(target));
        for (const change of changes) this.#apply(change, target.label);
        const { label, work } = target;
        const entry = this.#entry(head, { kind, answers: target.sequence, author, label, work, changes });
        this.#write(entry, stacksAfter(entry, head, target));
        return entry;
      })(),
    );
  }

  #apply(change: Change, label: string): void {
    const current = rowOf(this.#readable, change.table, change.id);
    if (!sameRow(current, change.before)) {
      throw new Problem(
        "CONFLICT",
        `“${label}” cannot be taken back: something it touched has been changed since. Undo the later change first.`,
        {},
      );
    }
    if (change.after) this.#putRow(change.table, change.before, change.after);
    else this.#removeRow(change.table, change.id);
  }

  /** All writing of rows goes through these two, so that search is always in step. */
  #putRow<Table extends TableName>(table: Table, before: RowOf<Table> | null, after: RowOf<Table>): void {
    this.#statement(upsertOf(table)).run(...encodeRow(table, after));
    this.#index.written(table, before, after);
  }

  #removeRow(table: TableName, id: string): void {
    const number = this.#index.numberOf(table, id);
    this.#statement(removalOf(table)).run(id);
    this.#index.removed(table, number);
  }

  #transaction(changes: Change[]): Transaction {
    return {
      ...this.#readable,
      put: (table, given) => {
        const row = wellFormed(given);
        const before = rowOf(this.#readable, table, row.id);
        changes.push({ table, id: row.id, before, after: row });
        this.#putRow(table, before, row);
      },
      remove: (table, id) => {
        const before = rowOf(this.#readable, table, id);
        if (before === null) return;
        changes.push({ table, id, before, after: null });
        this.#removeRow(table, id);
      },
      keepText: (text, structure = PLAIN_STRUCTURE, signature) => {
        const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
        const { changes: added } = this.#keepText.run(sha256, text, JSON.stringify(structure));
        if (added > 0) this.#keepSignature.run(sha256, signature ?? signatureOf(text));
        return sha256;
      },
      keepOriginal: (bytes) => {
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        this.#keepOriginal.run(sha256, bytes);
        return sha256;
      },
    };
  }

  #entry(head: Head | null, said: Pick<Entry, "kind" | "answers" | "author" | "label" | "work" | "changes">): Entry {
    const entry = {
      ...wellFormed(said),
      sequence: (head?.sequence ?? 0) + 1,
      at: this.#clock().toISOString(),
      previousHash: head?.hash ?? GENESIS,
    };
    return { ...entry, hash: hashOf(entry, JSON.stringify(entry.changes)) };
  }

  #write(entry: Entry, stacks: Stacks): void {
    const { sequence, kind, answers, author, label, at, work, changes, previousHash, hash } = entry;
    const { below, topUndo, topRedo } = stacks;
    const said = [sequence, kind, answers, author, label, at, JSON.stringify(changes), previousHash, hash];
    this.#append.run(...said, below, topUndo, topRedo, work);
    for (const change of changes) this.#appendRow.run(change.id, sequence);
    for (const subject of subjectsOf(this.#readable, changes)) this.#appendSubject.run(subject, sequence);
  }

  #statement(sql: string): Statement<Parameter[]> {
    const known = this.#writes.get(sql);
    if (known) return known;
    const statement = this.#database.prepare<Parameter[]>(sql);
    this.#writes.set(sql, statement);
    return statement;
  }
}

/**
 * The same row without halves of characters. SQLite cannot keep one: row and journal would differ for ever, and the entry
 * from its hash.
 */
function wellFormed<Row extends object>(row: Row): Row {
  const broken = Object.entries(row).filter(([, value]) => typeof value === "string" && !value.isWellFormed());
  if (broken.length === 0) return row;
  return { ...row, ...Object.fromEntries(broken.map(([name, value]) => [name, String(value).toWellFormed()])) };
}

/** The tops of the stacks of undo and redo after an entry, and what lies beneath it on its own. */
export interface Stacks {
  below: number | null;
  topUndo: number | null;
  topRedo: number | null;
}

type StoredEntry = Omit<Entry, "changes"> & Stacks & { changes: string };

/** The last entry as far as the next one needs it; its changes may be large and stay where they are. */
type Head = Pick<StoredEntry, "sequence" | "hash" | "topUndo" | "topRedo">;

/**
 * The tops of the stacks after an entry, from its kind alone: `head` is the entry before it, and `target` the one that it
 * answers. The entry that founds a case, the first of all, is on no stack: it cannot be undone.
 */
export function stacksAfter(
  entry: Pick<Entry, "sequence" | "kind">,
  head: Pick<Stacks, "topUndo" | "topRedo"> | null,
  target: Pick<Stacks, "below"> | null,
): Stacks {
  if (!head) return { below: null, topUndo: null, topRedo: null };
  switch (entry.kind) {
    case "done":
      return { below: head.topUndo, topUndo: entry.sequence, topRedo: null };
    case "undone":
      return { below: head.topRedo, topUndo: target?.below ?? null, topRedo: entry.sequence };
    case "redone":
      return { below: head.topUndo, topUndo: entry.sequence, topRedo: target?.below ?? null };
  }
}

/**
 * The hash of an entry: SHA-256 over the JSON array of its fields, in this order, with its changes as they are written in
 * the file, and its piece of work behind them where it is a part of one: entries of earlier forms know of none. It covers the
 * hash of the entry before, so that no entry can be changed, left out or moved unseen.
 */
export function hashOf(entry: Omit<Entry, "hash" | "changes">, changes: string): string {
  const { sequence, kind, answers, author, label, at, previousHash, work } = entry;
  const covered = [sequence, kind, answers, author, label, at, changes, previousHash, ...(work === null ? [] : [work])];
  return createHash("sha256").update(JSON.stringify(covered), "utf8").digest("hex");
}

function headOf(readable: Readable): Head | null {
  return (
    readable.get<Head>("SELECT sequence, hash, topUndo, topRedo FROM entry ORDER BY sequence DESC LIMIT 1") ?? null
  );
}

function storedEntry(readable: Readable, sequence: number | null): StoredEntry | null {
  if (sequence === null) return null;
  return readable.get<StoredEntry>("SELECT * FROM entry WHERE sequence = ?", sequence) ?? null;
}

function changesOf(stored: StoredEntry): Change[] {
  const changes: Change[] = JSON.parse(stored.changes);
  return changes.map((change) => ({
    ...change,
    before: completed(change.table, change.before),
    after: completed(change.table, change.after),
  }));
}
