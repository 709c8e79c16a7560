import { closeSync, copyFileSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Progress } from "#domain/contract/base.ts";
import { EXPORT_FORMATS, type ExportFormat, type RenderedFile } from "#domain/contract/reports.ts";
import type { ReportFields } from "#domain/nouns/report.ts";
import { Problem } from "#domain/problems.ts";
import { RENDERERS } from "../exporting/render.ts";
import { wholeCaseReport } from "../exporting/report/content.ts";
import type { CaseFile } from "../store/case-file.ts";
import { guarded } from "../store/failures.ts";
import { historyState } from "../store/histories.ts";
import { allRows } from "../store/tables.ts";
import { refuseMissingFolder, takeFreeName } from "../store/whole-file.ts";
import { caseReader } from "./case-reader.ts";
import type { Desk } from "./desk.ts";
import { asFileName } from "./file-names.ts";
import { found, foundRow } from "./found.ts";
import { now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

/** Rendering gives way to other work after this many milliseconds, and tells at most this often how far it has come. */
const TURN = 8;
const TOLD_EVERY = 100;

/** How often a file is begun again because the case changed while it was made. */
const ATTEMPTS = 5;

export function exportProcedures(os: Implementer["exports"], desk: Desk) {
  return {
    render: os.render.handler(({ input, signal }) => {
      const report = input.reportId
        ? foundRow(desk.readable, "report", input.reportId)
        : wholeCaseReport(caseReader(desk.readable));
      return renderFile(desk, input.format, report, signal);
    }),

    write: os.write.handler(({ input }) => {
      const rendered = found(desk.files.rendered(input.id), "rendered file", input.id);
      const whole = path.resolve(input.path);
      desk.refuseOpenCase(whole);
      const unfinished = `${whole}.unfinished`;
      refuseMissingFolder(whole);
      guarded(whole, () => {
        try {
          copyFileSync(rendered.path, unfinished);
          if (input.replace) renameSync(unfinished, whole);
          else takeFreeName(unfinished, whole);
        } finally {
          rmSync(unfinished, { force: true });
        }
      });
      return { path: whole, size: rendered.size };
    }),
  };
}

/**
 * Renders a file a piece at a time. It shows one state of the case: where the journal has moved on when the file is
 * done, it is begun anew.
 */
async function* renderFile(
  desk: Desk,
  format: ExportFormat,
  report: ReportFields,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, RenderedFile> {
  const { file } = desk;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { sequence } = historyState(desk.readable);
    const rendered = yield* renderOnce(desk, file, format, report, signal);
    if (historyState(desk.readable).sequence === sequence) return rendered;
  }
  throw new Problem(
    "CONFLICT",
    "The case kept changing while the file was made. Wait for the other work and export again.",
    {},
  );
}

async function* renderOnce(
  desk: Desk,
  file: CaseFile,
  format: ExportFormat,
  report: ReportFields,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, RenderedFile> {
  const { extension, mediaType } = found(EXPORT_FORMATS.find(({ code }) => code === format) ?? null, "format", format);
  const name = `${fileStem(desk, format, report)}.${extension}`;
  const occasion = { author: desk.author, at: now(), version: desk.options.version };
  const pieces = RENDERERS[format](caseReader(desk.readable), report, occasion);
  const { path: place, finished } = desk.files.newRendered(name, mediaType);
  const descriptor = guarded(place, () => openSync(place, "w"));
  let size = 0;
  let whole = false;
  let begun = performance.now();
  let told = begun;
  try {
    for (const piece of pieces) {
      guarded(place, () => writeFileSync(descriptor, piece));
      size += Buffer.byteLength(piece);
      if (performance.now() - begun < TURN) continue;
      if (performance.now() - told >= TOLD_EVERY) {
        yield { done: size, total: null, what: name };
        told = performance.now();
      }
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      desk.mustStillBe(file);
      begun = performance.now();
    }
    whole = true;
  } finally {
    closeSync(descriptor);
    if (!whole) rmSync(place, { force: true });
  }
  return finished(size);
}

/** What the file is called: by its report, or by the case and what is in it. */
function fileStem(desk: Desk, format: ExportFormat, report: ReportFields): string {
  const [information] = allRows(desk.readable, "case_information");
  const parts: Record<ExportFormat, string> = {
    html: report.title,
    markdown: report.title,
    json: information?.name ?? "case",
    "csv-claims": `${information?.name} claims`,
    "csv-attributions": `${information?.name} attributions`,
    "csv-sources": `${information?.name} sources`,
    "csv-articles": `${information?.name} articles`,
  };
  return asFileName(parts[format]);
}
