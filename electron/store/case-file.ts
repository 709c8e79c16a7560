import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import type { CaseInformation } from "#domain/nouns/case.ts";
import { Problem } from "#domain/problems.ts";
import { asProblem, guarded } from "./failures.ts";
import { holderOf, leaveHolder, signHolder } from "./holder.ts";
import { integrityFindings } from "./integrity.ts";
import { Journal, type Transaction } from "./journal.ts";
import { MIGRATIONS, migrate, NEWEST_VERSION, versionOf } from "./migrations.ts";
import { type Readable, readableOf } from "./readable.ts";
import { countSearched, fillSearch, isSearchFilled } from "./search-index.ts";
import { isBusy, removeLeftovers, removeUnfinished, unfinishedNameOf } from "./unfinished.ts";
import { bringToDisk, refuseExisting, refuseMissingFolder, takeFreeName } from "./whole-file.ts";

/** “SLCF”, at offset 68 of every case file. */
export const APPLICATION_ID = 0x534c4346;

/** An open case: what can be asked of it, and the one door through which it changes. */
export interface CaseFile {
  readonly path: string;
  readonly readable: Readable;
  readonly journal: Journal;
  /** Whether a path leads to this very file, by whatever name. Asked without opening it. */
  isAt(place: string): boolean;
  /**
   * SQLite's own check of the file, at most 100 findings. Gives way, as null, after each table with its indexes, and cannot
   * within one. Nothing but null where the file is sound.
   */
  integrityFindings(): Generator<string | null>;
  /** Writes everything into the one file and closes it. A second time does nothing. */
  close(): void;
}

/**
 * Makes a case file and opens it. It is made under another name first and takes its own when it is whole, so that a full
 * disk or a power cut leaves no half-made case. `fill` writes the first entry. Refuses to replace a file.
 */
export function createCaseFile(file: string, program: string, fill: (journal: Journal) => void): CaseFile {
  const making = makeCaseFile(file, program, (journal) => {
    fill(journal);
    return [];
  });
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps, for a case that takes long to fill; where whoever asked for it leaves, nothing is left. Of several that
 * are made for one place meanwhile, the first that is whole takes the name, and the others are refused.
 */
export function* makeCaseFile(
  file: string,
  program: string,
  fill: (journal: Journal) => Iterable<null>,
): Generator<null, CaseFile> {
  const whole = path.resolve(file);
  const unfinished = unfinishedNameOf(whole);
  refuseMissingFolder(whole);
  refuseExisting(whole);
  try {
    removeLeftovers(whole);
    const database = new Database(unfinished);
    try {
      configure(database);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(database);
      yield* fillSearch(database);
      yield* fill(new Journal(database, whole));
    } finally {
      settle(database);
    }
    takeFreeName(unfinished, whole);
  } catch (error) {
    throw asProblem(error, whole);
  } finally {
    removeUnfinished(unfinished);
  }
  return openCaseFile(whole, program);
}

/** The entry that founds every case. */
export function foundCase(journal: Journal, author: string, information: CaseInformation): void {
  journal.run(author, "create the case", (transaction: Transaction) =>
    transaction.put("case_information", information),
  );
}

/**
 * Opens a case file for this process alone. `program` is what another process is told that holds the file. Throws a
 * problem where it is not there, is no case, is from a newer version, is damaged, or is open elsewhere.
 */
export function openCaseFile(file: string, program: string): CaseFile {
  const opening = openingCaseFile(file, program);
  for (;;) {
    const step = opening.next();
    if (step.done) return step.value;
  }
}

/** How far a case has been brought to the newest form, in rows. */
export interface Renewed {
  done: number;
  total: number;
}

/**
 * The same in steps, of which there are any only where the case is of an older form. Where whoever asked for it leaves, the
 * case is closed again in the form that it has come to by then, from which the next opening goes on.
 */
export function* openingCaseFile(file: string, program: string): Generator<Renewed, CaseFile> {
  const whole = path.resolve(file);
  examineHeader(whole);
  let database: Database.Database | null = null;
  let isOpen = false;
  try {
    database = new Database(whole, { fileMustExist: true, timeout: 250 });
    configure(database);
    refuseNewer(database, whole);
    yield* renew(database, whole);
    signHolder(whole, program);
    isOpen = true;
    return opened(database, whole);
  } catch (error) {
    throw isBusy(error) ? inUse(whole) : asProblem(error, whole);
  } finally {
    if (!isOpen) database?.close();
  }
}

function opened(database: Database.Database, whole: string): CaseFile {
  return {
    path: whole,
    readable: readableOf(database),
    journal: new Journal(database, whole),
    isAt: (place) => isSameFile(whole, place),
    integrityFindings: () => integrityFindings(database),
    close: () => {
      if (!database.open) return;
      try {
        settle(database);
      } catch (error) {
        // On a full disk the log stays beside the file and is taken in when the case is opened again.
        if (!isFull(error)) throw asProblem(error, whole);
      } finally {
        leaveHolder(whole);
      }
    },
  };
}

/**
 * How much of the file SQLite holds in memory. What does not fit comes from the cache of the operating system, which costs
 * little: with twice as much, the questions of bench/search.ts to 100,000 articles take no less.
 */
const CACHE_KIBIBYTES = 32_768;

/**
 * The exclusive lock is the operating system's: it ends with the process, however the process ends. It is taken by the
 * empty transaction. In this mode SQLite keeps the index of the write-ahead log in memory, and no third file appears.
 */
function configure(database: Database.Database): void {
  database.pragma("locking_mode = EXCLUSIVE");
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
  database.exec("BEGIN IMMEDIATE; COMMIT");
}

/** Leaving the write-ahead mode folds the log into the file, so that the closed case is one file and can be copied. */
function settle(database: Database.Database): void {
  try {
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
}

function refuseNewer(database: Database.Database, whole: string): void {
  const version = versionOf(database);
  if (version <= NEWEST_VERSION) return;
  throw new Problem(
    "CASE_FROM_NEWER",
    `“${path.basename(whole)}” was made by a newer Sourceline (case version ${version}; this one knows up to ${NEWEST_VERSION}). Open it with that one.`,
    { path: whole, version },
  );
}

/**
 * Brings a case to the newest form. Where its tables change it is copied beside itself before. SQLite makes the copy: to open
 * the file a second time in this process, and to close it, would let go of the lock.
 */
function* renew(database: Database.Database, whole: string): Generator<Renewed> {
  const readable = readableOf(database);
  const version = versionOf(database);
  if (version === NEWEST_VERSION && isSearchFilled(readable)) return;
  const total = countSearched(readable);
  if (version < NEWEST_VERSION) {
    // SQLite gives way in neither of the two.
    yield { done: 0, total };
    keepCopy(database, whole, `${whole}.version-${version}.bak`);
    yield { done: 0, total };
    migrate(database, MIGRATIONS);
  }
  let done = 0;
  for (const _row of fillSearch(database)) yield { done: ++done, total };
}

/** Copies a case under another name first, so that nothing that has the name of a copy is less than one. */
function keepCopy(database: Database.Database, whole: string, copy: string): void {
  removeLeftovers(whole);
  const unfinished = unfinishedNameOf(whole);
  try {
    database.prepare("VACUUM INTO ?").run(unfinished);
    // SQLite does not wait for the disk here, and a name must not be there before what it names.
    bringToDisk(unfinished);
    renameSync(unfinished, copy);
  } finally {
    removeUnfinished(unfinished);
  }
}

/** Whether two paths lead to one file, through links too. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((place) => statSync(place, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

function isFull(error: unknown): boolean {
  const problem = asProblem(error, "");
  return problem instanceof Problem && problem.code === "DISK_FULL";
}

function inUse(whole: string): Problem {
  const holder = holderOf(whole);
  return new Problem("CASE_IN_USE", `“${path.basename(whole)}” is open in ${holder}. Close it there first.`, {
    path: whole,
    holder,
  });
}

const HEADER_LENGTH = 100;

/** Reads the header before SQLite touches the file, so that nothing is ever written to a file that is no case. */
function examineHeader(whole: string): void {
  const { header, size } = guarded(whole, () => readHeader(whole));
  const isDatabase = header.subarray(0, 16).toString("latin1") === "SQLite format 3\0";
  if (!isDatabase || header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new Problem("NOT_A_CASE", `“${whole}” is not a Sourceline case: ${likeness(whole, header, size)}`, {
      path: whole,
    });
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const expected = pageSize * header.readUInt32BE(28);
  // While there is a log beside it, the file may rightly be shorter than its header says.
  if (size < expected && !existsSync(`${whole}-wal`)) {
    throw new Problem(
      "CASE_DAMAGED",
      `“${whole}” is cut short: it holds ${size} of ${expected} bytes. Copy it again from where it came.`,
      { path: whole },
    );
  }
}

/** What a file that is no case seems to be, and what to do. */
function likeness(whole: string, header: Buffer, size: number): string {
  if (statSync(whole).isDirectory()) return "it is a folder. Choose the case file in it.";
  const isNamedSo = whole.endsWith(".sourceline");
  const other = "Choose a file that ends in .sourceline.";
  const copy = "Although it is named like one, it may have been damaged or overwritten. Use another copy of the case.";
  if (size === 0) return `it is empty. ${isNamedSo ? "Use another copy of the case." : other}`;
  const begins = header.subarray(0, Math.min(size, HEADER_LENGTH));
  const known = BEGINNINGS.find(({ bytes }) => begins.subarray(0, bytes.length).toString("latin1") === bytes);
  const kind = known?.kind ?? (isText(begins) ? "a text" : null);
  return `${kind ? `it seems to be ${kind}` : "it holds something else"}. ${isNamedSo ? copy : other}`;
}

const BEGINNINGS = [
  { bytes: "SQLite format 3\0", kind: "a database of another program" },
  { bytes: "PK\x03\x04", kind: "a ZIP archive or an office document" },
  { bytes: "%PDF-", kind: "a PDF" },
] as const;

function isText(begins: Buffer): boolean {
  return !begins.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) && begins.length > 0;
}

function readHeader(whole: string): { header: Buffer; size: number } {
  if (!existsSync(whole)) {
    throw new Problem("CASE_NOT_FOUND", `There is no file “${whole}”. It may have been moved or renamed.`, {
      path: whole,
    });
  }
  const descriptor = openSync(whole, "r");
  try {
    const stat = fstatSync(descriptor);
    const header = Buffer.alloc(HEADER_LENGTH);
    if (stat.isFile()) readSync(descriptor, header, 0, HEADER_LENGTH, 0);
    return { header, size: stat.size };
  } finally {
    closeSync(descriptor);
  }
}
