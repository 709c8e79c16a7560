import type { ExportFormat } from "#domain/contract/reports.ts";
import type { ReportFields } from "#domain/nouns/report.ts";
import type { CaseReader, Occasion } from "./case-data.ts";
import { articlesCsv, attributionsCsv, claimsCsv, sourcesCsv } from "./csv/csv-tables.ts";
import { htmlReport } from "./html/html-report.ts";
import { caseJson } from "./json/write-case-json.ts";
import { markdownReport } from "./markdown/markdown-report.ts";

/** What each format is made by. Everything is text in UTF-8, a piece at a time, ready to be written as it comes. */
export const RENDERERS: Record<
  ExportFormat,
  (reader: CaseReader, report: ReportFields, occasion: Occasion) => Generator<string>
> = {
  html: htmlReport,
  markdown: markdownReport,
  json: caseJson,
  "csv-claims": claimsCsv,
  "csv-attributions": attributionsCsv,
  "csv-sources": sourcesCsv,
  "csv-articles": articlesCsv,
};
