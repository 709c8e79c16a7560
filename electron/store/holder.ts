import { readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import * as z from "zod";

/**
 * While a case is open, a small file beside it says who has it open. It is only for the sentence: the lock itself is
 * SQLite's, and a note that was left behind by a killed process locks nobody out.
 */
const HolderNote = z.object({ program: z.string(), process: z.int(), machine: z.string(), since: z.string() });

/** Says that this process has the case open. A folder in which no note can be left is no reason to refuse. */
export function signHolder(file: string, program: string): void {
  const note: z.infer<typeof HolderNote> = {
    program,
    process: process.pid,
    machine: os.hostname(),
    since: new Date().toISOString(),
  };
  try {
    writeFileSync(noteOf(file), JSON.stringify(note));
  } catch {
    // The sentence will say “another program” then.
  }
}

export function leaveHolder(file: string): void {
  rmSync(noteOf(file), { force: true });
}

/** Who has the case open, in words: “Sourceline desktop (process 4711 on this machine, since 14:20 UTC)”. */
export function holderOf(file: string): string {
  try {
    const note = HolderNote.parse(JSON.parse(readFileSync(noteOf(file), "utf8")));
    const machine = note.machine === os.hostname() ? "this machine" : note.machine;
    return `${note.program} (process ${note.process} on ${machine}, since ${note.since.slice(0, 16).replace("T", " ")} UTC)`;
  } catch {
    return "another program";
  }
}

function noteOf(file: string): string {
  return `${file}.open`;
}
