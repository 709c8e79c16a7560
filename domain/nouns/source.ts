import * as z from "zod";
import { RELIABILITY_CODES } from "../vocabulary/admiralty.ts";
import { SOURCE_KIND_CODES } from "../vocabulary/sources.ts";
import { Id, Instant, Line, Name, Prose } from "./common.ts";

export const SourceFields = z.object({
  name: Name,
  kind: z.enum(SOURCE_KIND_CODES),
  /** False for “two security sources”: somebody who is described but not named. */
  named: z.boolean(),
  /** True where the source is a party to the events under study. */
  party: z.boolean(),
  /** Who owns or controls it. */
  parentId: Id.nullable(),
  /** The descriptor that ICD 206 asks for: access, motive or bias, currency, anonymity, possible deception. */
  descriptor: Prose,
});
export type SourceFields = z.infer<typeof SourceFields>;

/** Whoever speaks or carries. */
export const Source = SourceFields.extend({ id: Id, createdAt: Instant });
export type Source = z.infer<typeof Source>;

/** Another name of a source. */
export const Alias = z.object({ id: Id, sourceId: Id, name: Name });
export type Alias = z.infer<typeof Alias>;

/** A judgement of a source's reliability. Grades are only ever added; the latest of a scope is in force. */
export const Grade = z.object({
  id: Id,
  sourceId: Id,
  letter: z.enum(RELIABILITY_CODES),
  /** What the grade holds for; empty for everything. */
  scope: Line,
  rationale: Prose,
  author: Line,
  gradedAt: Instant,
});
export type Grade = z.infer<typeof Grade>;
