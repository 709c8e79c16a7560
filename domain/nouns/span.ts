import * as z from "zod";
import { Id, Sha256 } from "./common.ts";

/** What a span belongs to: the words of an attribution, its cue, a hop of its chain, or a note. */
const SPAN_ROLES = ["content", "cue", "hop", "note"] as const;

/**
 * A half-open range `[start, end)` of an article's canonical text in UTF-16 code units, with its W3C TextQuoteSelector.
 * A discontinuous passage is several spans with the same role and owner, in the order of `position`.
 */
export const Span = z.object({
  id: Id,
  articleId: Id,
  role: z.enum(SPAN_ROLES),
  /** The attribution (content, cue), hop or note that it belongs to. */
  ownerId: Id,
  position: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
export type Span = z.infer<typeof Span>;

/** A range as it enters the workbench; the words are taken from the text, never from the caller. */
export const RangeInput = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine((range) => range.start < range.end, "A passage must hold at least one character.");

/**
 * The text that ranges were chosen in. Where the article has another one by now, the command is refused with `CONFLICT`, since
 * other words stand there. Whoever gives ranges without it vouches for them.
 */
export const ChosenIn = Sha256.optional();
