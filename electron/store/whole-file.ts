import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Problem } from "#domain/problems.ts";

/**
 * Gives a finished file its name, where nothing has that name. A hard link fails where the name is taken meanwhile,
 * which a renaming would not; file systems without hard links (memory sticks) are looked at first and renamed on.
 */
export function takeFreeName(unfinished: string, whole: string): void {
  try {
    linkSync(unfinished, whole);
    rmSync(unfinished, { force: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EEXIST") refuseExisting(whole);
    if (!WITHOUT_LINKS.includes(String(error.code))) throw error;
    refuseExisting(whole);
    renameSync(unfinished, whole);
  }
}

/** What file systems say that know no hard links. */
const WITHOUT_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

/** Waits until all that was written to a file is on the disk. */
export function bringToDisk(file: string): void {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Says that the folder is not there, where it is not. */
export function refuseMissingFolder(whole: string): void {
  const folder = path.dirname(whole);
  if (existsSync(folder)) return;
  throw new Problem("CASE_NOT_FOUND", `There is no folder “${folder}”. Make it first, or choose another.`, {
    path: folder,
  });
}

/** Says that the name is taken, where it is. */
export function refuseExisting(whole: string): void {
  if (!existsSync(whole)) return;
  throw new Problem("CASE_EXISTS", `There is a file “${whole}” already. Choose another name.`, { path: whole });
}
