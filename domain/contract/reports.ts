import * as z from "zod";
import { Id } from "../nouns/common.ts";
import { type Report, ReportFields } from "../nouns/report.ts";
import { type Done, gives, givesProgressAnd, procedure } from "./base.ts";

/** Every format that a case can be exported to. */
export const EXPORT_FORMATS = [
  { code: "html", label: "Report, HTML", extension: "html", mediaType: "text/html", report: true },
  { code: "markdown", label: "Report, Markdown", extension: "md", mediaType: "text/markdown", report: true },
  { code: "json", label: "Whole case, JSON", extension: "json", mediaType: "application/json", report: false },
  { code: "csv-claims", label: "Claims, CSV", extension: "csv", mediaType: "text/csv", report: false },
  { code: "csv-attributions", label: "Attributions, CSV", extension: "csv", mediaType: "text/csv", report: false },
  { code: "csv-sources", label: "Sources, CSV", extension: "csv", mediaType: "text/csv", report: false },
  { code: "csv-articles", label: "Articles, CSV", extension: "csv", mediaType: "text/csv", report: false },
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number]["code"];
export const EXPORT_FORMAT_CODES = EXPORT_FORMATS.map((format) => format.code) as [ExportFormat, ...ExportFormat[]];

/** A file that was made and waits to be saved. */
export interface RenderedFile {
  /** By this it is fetched from `/rendered/<id>`, or written to a path. */
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

export const reports = {
  list: procedure.output(gives<Report[]>()),
  get: procedure.input(z.object({ id: Id })).output(gives<Report>()),
  create: procedure
    .input(z.object({ fields: ReportFields.partial().extend({ title: ReportFields.shape.title }) }))
    .output(gives<Done & { reportId: string }>()),
  update: procedure.input(z.object({ id: Id, fields: ReportFields.partial() })).output(gives<Done>()),
  remove: procedure.input(z.object({ id: Id })).output(gives<Done>()),
};

export const exports = {
  /** Makes a file of the whole case or of a report. A report format without a report id speaks of the whole case. */
  render: procedure
    .input(z.object({ format: z.enum(EXPORT_FORMAT_CODES), reportId: Id.optional() }))
    .output(givesProgressAnd<RenderedFile>()),
  /** Writes a rendered file to a path, whole or not at all. */
  write: procedure
    .input(z.object({ id: Id, path: z.string().min(1), replace: z.boolean().default(false) }))
    .output(gives<{ path: string; size: number }>()),
};
