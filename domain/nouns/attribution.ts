import * as z from "zod";
import { FACTUALITY_CODES, QUOTE_MODE_CODES, STANCE_CODES } from "../vocabulary/claims.ts";
import { ACCESS_CODES } from "../vocabulary/sources.ts";
import { Id, Instant, Prose } from "./common.ts";
import { SourceFields } from "./source.ts";
import { ChosenIn, RangeInput } from "./span.ts";

/** How an attribution presents its claim. */
export const AttributionFields = z.object({
  stance: z.enum(STANCE_CODES),
  factuality: z.enum(FACTUALITY_CODES),
  quoteMode: z.enum(QUOTE_MODE_CODES),
  comment: Prose,
});
export type AttributionFields = z.infer<typeof AttributionFields>;

/** One place where one article puts one claim in somebody's mouth. */
export const Attribution = AttributionFields.extend({ id: Id, claimId: Id, articleId: Id, createdAt: Instant });
export type Attribution = z.infer<typeof Attribution>;

/** One step of the way a claim travelled. Position 0 is the origin; the last is the article's own outlet. */
export const Hop = z.object({
  id: Id,
  attributionId: Id,
  position: z.int().min(0),
  sourceId: Id,
  access: z.enum(ACCESS_CODES),
  /** How many people speak as one: “three residents” is one origin of three. */
  groupSize: z.int().min(1).max(1_000_000, "At most 1,000,000 people speak as one here.").nullable(),
});
export type Hop = z.infer<typeof Hop>;

/** A source that is named on the fly. Where the registry has one of this name or alias, that one is meant. */
export const NewSource = SourceFields.partial().extend({ name: SourceFields.shape.name });
export type NewSource = z.input<typeof NewSource>;

/** A hop as it enters the workbench. Its words in the text are ranges of the attribution's article. */
export const HopInput = z.object({
  source: z.union([z.object({ id: Id }), NewSource]),
  access: z.enum(ACCESS_CODES).default("unknown"),
  groupSize: Hop.shape.groupSize.default(null),
  ranges: z.array(RangeInput).max(20, "A source stands on at most 20 passages.").default([]),
});
export type HopInput = z.input<typeof HopInput>;

/** A chain as it enters the workbench, origin first. */
export const ChainInput = z.array(HopInput).max(30, "A chain has at most 30 sources.");

/** A whole attribution as it enters the workbench. */
export const AttributionInput = AttributionFields.partial().extend({
  articleId: Id,
  textSha256: ChosenIn,
  content: z
    .array(RangeInput)
    .min(1, "Mark the words that make the claim.")
    .max(50, "At most 50 passages make one claim."),
  cue: z.array(RangeInput).max(20, "A cue has at most 20 passages.").default([]),
  /** Origin first. Where it is left out, the chain is the article's outlet alone. */
  chain: ChainInput.optional(),
});
export type AttributionInput = z.input<typeof AttributionInput>;
