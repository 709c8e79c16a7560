import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";

/** A log that has grown past this becomes the old one, and the old one goes. */
const LARGEST = 5_000_000;

/** The log of unexpected failures, within the settings folder. */
export function defectLogIn(settingsFolder: string): string {
  return path.join(settingsFolder, "defects.log");
}

/**
 * Writes an unexpected failure to stderr and to the log, under the id that the person is told. Never throws: a full disk
 * must not turn one failure into two.
 */
export function logDefect(settingsFolder: string, error: unknown, id: string): void {
  const entry = `${new Date().toISOString()} ${id}\n${inspect(error)}\n\n`;
  console.error(entry.trimEnd());
  const log = defectLogIn(settingsFolder);
  try {
    mkdirSync(settingsFolder, { recursive: true });
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(log, `${log}.old`);
    appendFileSync(log, entry);
  } catch {
    console.error(`The log ${log} cannot be written.`);
  }
}
