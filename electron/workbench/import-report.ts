import { appendFileSync, statSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import type { ImportedFile, ImportReport } from "#domain/contract/articles.ts";
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
  readonly #counts: Record<ImportedFile["outcome"], number> = { imported: 0, known: 0, failed: 0 };
  #lines: string[][] = [["outcome", "file", "article", "what became of it"]];

  constructor(files: FilesInPassing) {
    this.#rendered = files.newRendered("import-report.csv", "text/csv");
  }

  add(file: ImportedFile, isDoubtful: boolean): void {
    this.#counts[file.outcome]++;
    const weight: Weight = file.outcome === "failed" ? "failed" : isDoubtful ? "doubtful" : "other";
    if (this.#named[weight].length < NAMED) this.#named[weight].push(file);
    this.#lines.push([file.outcome, file.name, file.articleId ?? "", file.sentence]);
    if (this.#lines.length >= LINES) this.#write();
  }

  finished(cancelled: boolean): ImportReport {
    this.#write();
    const { failed, doubtful, other } = this.#named;
    return {
      files: [...failed, ...doubtful, ...other].slice(0, NAMED),
      report: this.#rendered.finished(statSync(this.#rendered.path).size),
      ...this.#counts,
      cancelled,
    };
  }

  #write(): void {
    const lines = this.#lines;
    this.#lines = [];
    // Names of files are a stranger's words: a table program must not take them for formulas.
    guarded(this.#rendered.path, () =>
      appendFileSync(this.#rendered.path, stringify(lines, { escape_formulas: true })),
    );
  }
}
