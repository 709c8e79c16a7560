import * as z from "zod";
import { Id, Instant, Name, Prose } from "./common.ts";

/** The parts of a report that can be left out, in the order in which they appear. */
export const REPORT_SECTIONS = [
  "judgements",
  "claims",
  "articles",
  "sources",
  "references",
  "method",
  "journal",
  "hashes",
] as const;

export const ReportFields = z.object({
  title: Name,
  /** One judgement a line. */
  judgements: Prose,
  /** The source summary statement that ICD 206 asks for. */
  sourcingSummary: Prose,
  methodAndLimits: Prose,
  /** The claims it speaks of; null for all claims of the case that are assessed or captured. */
  claimIds: z.array(Id).max(10_000, "A report names at most 10,000 claims; speak of all claims instead.").nullable(),
  sections: z.array(z.enum(REPORT_SECTIONS)),
});
export type ReportFields = z.infer<typeof ReportFields>;

/** A saved definition that renders to files. */
export const Report = ReportFields.extend({ id: Id, createdAt: Instant });
export type Report = z.infer<typeof Report>;
