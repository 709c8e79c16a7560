import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

const ENDING = ".unfinished";

/** What SQLite puts beside a database while it is written. */
const COMPANIONS = ["-wal", "-shm", "-journal"];

/** A name for a case while it is made, beside the one that it will take: its own, since two may be made for one place. */
export function unfinishedNameOf(whole: string): string {
  return `${whole}.${randomBytes(4).toString("hex")}${ENDING}`;
}

/** Removes a case that was not finished, with all that lies beside it. Nothing happens where there is none. */
export function removeUnfinished(unfinished: string): void {
  for (const companion of ["", ...COMPANIONS]) rmSync(unfinished + companion, { force: true });
}

/** Removes what was left where a program ended while it made a case for this place. What is being made stays. */
export function removeLeftovers(whole: string): void {
  const folder = path.dirname(whole);
  const beginning = `${path.basename(whole)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(beginning) || !/^[0-9a-f]{8}\.unfinished$/.test(name.slice(beginning.length))) continue;
    const place = path.join(folder, name);
    if (!isBeingMade(place)) removeUnfinished(place);
  }
}

/**
 * Whoever makes a case holds its lock from the first byte on, and the lock ends with the process. An empty file may be one
 * that has just been begun.
 */
function isBeingMade(place: string): boolean {
  if (statSync(place, { throwIfNoEntry: false })?.size === 0) return true;
  let database: Database.Database | null = null;
  try {
    database = new Database(place, { fileMustExist: true, timeout: 0 });
    database.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database?.close();
  }
}

/** Whether SQLite says that another connection holds the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}
