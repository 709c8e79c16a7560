import { z } from "zod";
import { DATE_PRECISION_CODES } from "../vocabulary/claims.ts";
import { Id, Instant, Line, PartialDate, Sha256 } from "./common.ts";

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
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullable(),
  textSha256: Sha256,
  originalSha256: Sha256,
  /** The name of the file it came from, or how it came: “pasted text”. */
  originalName: Line,
  mediaType: Line,
});
export type Article = z.infer<typeof Article>;
