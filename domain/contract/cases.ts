import * as z from "zod";
import type { CaseInformation } from "../nouns/case.ts";
import { Name, Prose } from "../nouns/common.ts";
import { type Done, gives, givesProgressAnd, procedure } from "./base.ts";

/** The open case and where it is. */
export interface OpenCase extends CaseInformation {
  path: string;
  /** The file name without the folder. */
  fileName: string;
  counts: { articles: number; claims: number; sources: number; attributions: number };
}

/** A case that was opened before. */
export interface RecentCase {
  path: string;
  name: string;
  openedAt: string;
  /** False where no file is at the path any more. */
  present: boolean;
}

/** What a check of a case found. */
export interface CheckReport {
  clean: boolean;
  /** Each thing that is wrong, as a sentence that names it. At most 1,000. */
  findings: string[];
  /** How many of each were checked. */
  checked: { texts: number; originals: number; entries: number; spans: number };
}

/** What holding an exported report against the case found. */
export interface ReportCheck {
  clean: boolean;
  findings: string[];
  checked: { articles: number; passages: number };
}

const CasePath = z.string().min(1, "Say which file.");

export const cases = {
  /** The open case, or null. */
  current: procedure.output(gives<OpenCase | null>()),
  recent: procedure.output(gives<RecentCase[]>()),
  /** Takes a case from the list of recent ones; the file stays. */
  forget: procedure.input(z.object({ path: CasePath })).output(gives<RecentCase[]>()),
  /** The folder where new cases go if nothing else is said, and the cases in it. */
  folder: procedure.output(gives<{ path: string; cases: RecentCase[] }>()),
  /** Makes a case file and opens it. Without a path it goes to the case folder under its name. */
  create: procedure.input(z.object({ name: Name, path: CasePath.optional() })).output(gives<OpenCase>()),
  /** Makes a case file from a JSON export and opens it. Nothing is left of one that was stopped. */
  createFromJson: procedure.input(z.object({ file: CasePath, path: CasePath })).output(givesProgressAnd<OpenCase>()),
  /** Opens a case file. One of an older form is brought to the newest first, with a copy of it kept; `work` events tell of that. */
  open: procedure.input(z.object({ path: CasePath })).output(gives<OpenCase>()),
  /** Opens the demonstration case, making it where it is not there yet. */
  openDemonstration: procedure.output(gives<OpenCase>()),
  close: procedure.output(gives<null>()),
  describe: procedure.input(z.object({ name: Name, description: Prose })).output(gives<Done>()),
  check: procedure.output(givesProgressAnd<CheckReport>()),
  /** Holds an exported HTML, Markdown or JSON report against the open case: hash, offset and quote of every passage. */
  checkReport: procedure.input(z.object({ file: CasePath })).output(givesProgressAnd<ReportCheck>()),
};
