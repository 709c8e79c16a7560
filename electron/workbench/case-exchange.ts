import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { ReportCheck } from "#domain/contract/cases.ts";
import { Problem } from "#domain/problems.ts";
import { checkReport } from "../exporting/check/check-report.ts";
import { readCaseJson } from "../exporting/json/read-case-json.ts";
import { type CaseFile, createCaseFile } from "../store/case-file.ts";
import type { Readable } from "../store/readable.ts";
import { caseReader } from "./case-reader.ts";

/** Makes a case file from a JSON export: the same rows, texts, originals and journal. */
export function caseFromJson(file: string, place: string, program: string): CaseFile {
  mustBeReadable(file);
  const exported = readCaseJson(file);
  return createCaseFile(place, program, (journal) =>
    journal.restore(exported.entries(), (transaction) => {
      for (const content of exported.contents()) {
        if (content.kind === "text") transaction.keepText(content.content);
        else if (content.kind === "original") transaction.keepOriginal(content.bytes);
        else transaction.put(content.table, content.row);
      }
    }),
  );
}

/** Holds an exported report against the open case. */
export function checkReportFile(readable: Readable, file: string): ReportCheck {
  mustBeReadable(file);
  return checkReport(readFileSync(file, "utf8"), path.basename(file), caseReader(readable));
}

function mustBeReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  throw new Problem("UNREADABLE_FILE", `There is no file “${file}”. See whether it was moved or renamed.`, {
    name: path.basename(file),
  });
}
