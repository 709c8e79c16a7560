import type { ReportCheck } from "#domain/contract/cases.ts";
import type { CaseFile } from "../store/case-file.ts";
import type { Readable } from "../store/readable.ts";
export function caseFromJson(_file: string, _place: string, _program: string): CaseFile {
  throw new Error("pending");
}
export function checkReportFile(_readable: Readable, _file: string): ReportCheck {
  throw new Error("pending");
}
