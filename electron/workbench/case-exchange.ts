import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Progress } from "#domain/contract/base.ts";
import type { ReportCheck } from "#domain/contract/cases.ts";
import { Problem } from "#domain/problems.ts";
import { chunksOf, readCaseJson } from "../exporting/json/read-case-json.ts";
import { type CaseFile, makeCaseFile } from "../store/case-file.ts";
import { checkCase } from "../store/check.ts";
import { caseReader } from "./case-reader.ts";
import type { Desk } from "./desk.ts";

/**
 * Makes a case file from a JSON export: the same rows, texts, originals and journal. Yields how far it has come; where it is
 * stopped, or the export is not sound, nothing is left of it.
 */
export function* caseFromJson(desk: Desk, file: string, place: string, program: string): Generator<Progress, CaseFile> {
  mustBeReadable(desk, file);
  const exported = readCaseJson(file);
  let done = 0;
  let what = "texts";
  const making: Iterator<null, CaseFile> = makeCaseFile(place, program, (journal) =>
    journal.restore(counted(exported.entries()), function* (transaction) {
      for (const content of counted(exported.contents())) {
        if (content?.kind === "text") transaction.keepText(content.content, content.structure);
        else if (content?.kind === "original") transaction.keepOriginal(content.bytes);
        else if (content?.kind === "row") transaction.put(content.table, content.row);
        yield null;
      }
    }),
  );
  function* counted<Thing extends { kind?: string } | null>(things: Iterable<Thing>): Generator<Thing> {
    for (const thing of things) {
      if (thing !== null) {
        done++;
        what = NAMES.get(thing.kind ?? "") ?? "journal";
      }
      yield thing;
    }
  }
  try {
    for (;;) {
      const step = making.next();
      if (step.done) return yield* unlessForged(step.value);
      yield { done, total: null, what };
    }
  } finally {
    making.return?.();
  }
}

/** What is read, in the words of the progress; all else are entries of the journal. */
const NAMES = new Map([
  ["text", "texts"],
  ["original", "originals"],
  ["row", "rows"],
]);

/** The journal of an export may be sound and its rows not what the journal left: a verdict that nobody gave. */
function* unlessForged(made: CaseFile): Generator<Progress, CaseFile> {
  let isSound = false;
  try {
    const { findings } = yield* checkCase(made);
    const [finding] = findings;
    if (finding !== undefined) {
      throw new Problem("CASE_DAMAGED", `${finding} No case was made of it.`, { path: made.path });
    }
    isSound = true;
    return made;
  } finally {
    if (!isSound) {
      made.close();
      rmSync(made.path, { force: true });
    }
  }
}

/** Holds an exported report against the open case. Yields how far it has come. */
export async function checkReportFile(desk: Desk, file: string): Promise<Generator<Progress, ReportCheck>> {
  mustBeReadable(desk, file);
  const { checkReport } = await import("../exporting/check/check-report.ts");
  // An export of a large case is longer than any text can be that is held in one piece.
  const report = isJson(file) ? () => chunksOf(file) : readFileSync(file, "utf8");
  return checkReport(report, path.basename(file), caseReader(desk.readable));
}

function isJson(file: string): boolean {
  for (const chunk of chunksOf(file)) {
    const beginning = new TextDecoder().decode(chunk).trimStart();
    if (beginning !== "") return beginning.startsWith("{");
  }
  return false;
}

function mustBeReadable(desk: Desk, file: string): void {
  desk.refuseOpenCase(file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new Problem("UNREADABLE_FILE", `There is no file “${file}”. See whether it was moved or renamed.`, {
    name: path.basename(file),
  });
}
