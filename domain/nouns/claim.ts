import * as z from "zod";
import { DATE_PRECISION_CODES, PLACE_PRECISION_CODES, POLARITY_CODES, PREDICATE_CODES } from "../vocabulary/claims.ts";
import { WORK_STATE_CODES } from "../vocabulary/verdicts.ts";
import { Id, Instant, Line, Name, PartialDate } from "./common.ts";

/** What an analyst says of a claim; every field but the statement may be empty. */
export const ClaimFields = z.object({
  /** The proposition in one sentence, as it is shown everywhere. */
  statement: Name,
  predicate: z.enum(PREDICATE_CODES),
  subject: Line,
  object: Line,
  low: z.number().finite().nullable(),
  best: z.number().finite().nullable(),
  high: z.number().finite().nullable(),
  unit: Line,
  date: PartialDate.nullable(),
  datePrecision: z.enum(DATE_PRECISION_CODES).nullable(),
  place: Line,
  placePrecision: z.enum(PLACE_PRECISION_CODES).nullable(),
  polarity: z.enum(POLARITY_CODES),
  workState: z.enum(WORK_STATE_CODES),
});
export type ClaimFields = z.infer<typeof ClaimFields>;

/** One normalised proposition at case level. Its verdict is that of its latest assessment, or untriaged. */
export const Claim = ClaimFields.extend({ id: Id, createdAt: Instant });
export type Claim = z.infer<typeof Claim>;

/** The fields of a claim of which only the statement is known. */
export function bareClaim(statement: string): ClaimFields {
  return {
    statement,
    predicate: "other",
    subject: "",
    object: "",
    low: null,
    best: null,
    high: null,
    unit: "",
    date: null,
    datePrecision: null,
    place: "",
    placePrecision: null,
    polarity: "affirmed",
    workState: "open",
  };
}
