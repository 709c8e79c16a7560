import * as z from "zod";
import { FIELD_ORIGIN_CODES } from "../vocabulary/articles.ts";
import { DATE_PRECISION_CODES } from "../vocabulary/claims.ts";
import { Id, Instant, Line, PartialDate, Sha256 } from "./common.ts";

/** The fields of an article that a document can state, or a person write. */
export const STATED_FIELDS = [
  "title",
  "outlet",
  "byline",
  "dateline",
  "url",
  "published",
  "language",
  "credits",
] as const;
export type StatedField = (typeof STATED_FIELDS)[number];

/** Where each field that is filled was read, so that nothing is guessed in silence. */
export const FieldOrigins = z.partialRecord(z.enum(STATED_FIELDS), z.enum(FIELD_ORIGIN_CODES));
export type FieldOrigins = z.infer<typeof FieldOrigins>;

/** A text under study. Its canonical text and its original bytes are kept by their hashes and never change. */
export const Article = z.object({
  id: Id,
  title: Line,
  /** The source that published it; the last hop of every chain in it. */
  outletId: Id.nullable(),
  byline: Line,
  dateline: Line,
  url: Line,
  published: PartialDate.nullable(),
  publishedPrecision: z.enum(DATE_PRECISION_CODES).nullable(),
  /** When it was brought into the case, and by whom. */
  collectedAt: Instant,
  collectedBy: Line,
  /** BCP 47, `fr`, `ar`; null where it is not known. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Write the language as its code, such as “fr” or “pt-BR”.")
    .nullable(),
  /** Who else worked on it, as its credit lines say: “Additional reporting by …; Editing by …”. */
  credits: Line,
  fieldOrigins: FieldOrigins,
  textSha256: Sha256,
  originalSha256: Sha256,
  /** The name of the file it came from, or how it came: “pasted text”. */
  originalName: Line,
  mediaType: Line,
  /** What made the text of the original, with versions: “Sourceline 0.1.0, @mozilla/readability 0.6.0”. */
  tool: Line,
});
export type Article = z.infer<typeof Article>;
