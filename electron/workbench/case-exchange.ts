import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { ReportCheck } from "#domain/contract/cases.ts";
import { Problem } from "#domain/problems.ts";
import { checkReport } from "../exporting/check/check-report.ts";
import { readCaseJson } from "../exporting/json/read-case-json.ts";
import { type CaseFile, createCaseFile } from "../store/case-file.ts";
import { checkCase } from "../store/check.ts";
import { caseReader } from "./case-reader.ts";
import type { Desk } from "./desk.ts";

/** Makes a case file from a JSON export: the same rows, texts, originals and journal. */
export function caseFromJson(desk: Desk, file: string, place: string, program: string): CaseFile {
  mustBeReadable(desk, file);
  const exported = readCaseJson(file);
  const made = createCaseFile(place, program, (journal) =>
    journal.restore(exported.entries(), (transaction) => {
      for (const content of exported.contents()) {
        if (content.kind === "text") transaction.keepText(content.content, content.structure);
        else if (content.kind === "original") transaction.keepOriginal(content.bytes);
        else transaction.put(content.table, content.row);
      }
    }),
  );
  refuseForged(made);
  return made;
}

/** The journal of an export may be sound and its rows not what the journal left: a verdict that nobody gave. */
function refuseForged(made: CaseFile): void {
  const check = checkCase(made);
  let step = check.next();
  while (!step.done) step = check.next();
  const [finding] = step.value.findings;
  if (finding === undefined) return;
  made.close();
  rmSync(made.path, { force: true });
  throw new Problem("CASE_DAMAGED", `${finding} No case was made of it.`, { path: made.path });
}

/** Holds an exported report against the open case. */
export function checkReportFile(desk: Desk, file: string): ReportCheck {
  mustBeReadable(desk, file);
  return checkReport(readFileSync(file, "utf8"), path.basename(file), caseReader(desk.readable));
}

function mustBeReadable(desk: Desk, file: string): void {
  desk.refuseOpenCase(file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new Problem("UNREADABLE_FILE", `There is no file “${file}”. See whether it was moved or renamed.`, {
    name: path.basename(file),
  });
}
