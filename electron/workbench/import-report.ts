import { appendFileSync, statSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import {
  IMPORT_OUTCOMES,
  type ImportedFile,
  type ImportOutcome,
  type ImportReport,
  type PartlyReadTable,
} from "#domain/contract/articles.ts";
import { Problem } from "#domain/problems.ts";
import { guarded } from "../store/failures.ts";
import type { FilesInPassing } from "./files.ts";

/** How many files a report names itself; the whole list goes into a file. */
const NAMED = 1_000;

/** How many lines are gathered before they are written to the file. */
const LINES = 500;

/** What comes first in a report: what went wrong, then what should be looked at. */
type Weight = "failed" | "doubtful" | "other";

/** Gathers what became of files. What it holds in memory does not grow with their number. */
export class ImportRecord {
  readonly #rendered: ReturnType<FilesInPassing["newRendered"]>;
  readonly #named: Record<Weight, ImportedFile[]> = { failed: [], doubtful: [], other: [] };
  readonly #tables: PartlyReadTable[] = [];
  readonly #counts = Object.fromEntries(IMPORT_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    ImportOutcome,
    number
  >;
  #lines: string[][] = [["outcome", "file", "article", "what became of it"]];
  /** False where there was no room for the whole list. */
  #hasRoom = true;

  constructor(files: FilesInPassing) {
    this.#rendered = files.newRendered("import-report.csv", "text/csv");
  }

  /** Whether nothing has become of any file yet. */
  get isEmpty(): boolean {
    return IMPORT_OUTCOMES.every((outcome) => this.#counts[outcome] === 0);
  }

  add(file: ImportedFile, isDoubtful: boolean): void {
    this.#counts[file.outcome]++;
    const weight: Weight = file.outcome === "failed" ? "failed" : isDoubtful ? "doubtful" : "other";
    if (this.#named[weight].length < NAMED) this.#named[weight].push(file);
    this.#lines.push([file.outcome, file.name, file.articleId ?? "", file.sentence]);
    if (this.#lines.length >= LINES) this.#write();
  }

  /** Says of which columns of a table it is not known what they hold. */
  addTable(table: PartlyReadTable): void {
    if (this.#tables.length < NAMED) this.#tables.push(table);
    this.#lines.push(["columns left out", table.name, "", table.sentence]);
  }

  finished({ cancelled, ended }: Pick<ImportReport, "cancelled" | "ended">): ImportReport {
    this.#write();
    const { failed, doubtful, other } = this.#named;
    return {
      files: [...failed, ...doubtful, ...other].slice(0, NAMED),
      tables: this.#tables,
      report: this.#hasRoom ? this.#rendered.finished(statSync(this.#rendered.path).size) : null,
      ...this.#counts,
      cancelled,
      ended,
    };
  }

  #write(): void {
    const lines = this.#lines;
    this.#lines = [];
    if (!this.#hasRoom) return;
    try {
      // Names of files are a stranger's words: a table program must not take them for formulas.
      guarded(this.#rendered.path, () =>
        appendFileSync(this.#rendered.path, stringify(lines, { escape_formulas: true })),
      );
    } catch (error) {
      // That the list finds no room ends no import; what is in the case is what counts.
      if (!(error instanceof Problem)) throw error;
      this.#hasRoom = false;
    }
  }
}
