import * as z from "zod";
import { Id, Instant, Line, Prose } from "./common.ts";

/** What an analyst writes beside an article (on words of it or on the whole), a claim or a source. */
export const Note = z.object({
  id: Id,
  articleId: Id.nullable(),
  claimId: Id.nullable(),
  sourceId: Id.nullable(),
  body: Prose.min(1, "A note needs words."),
  author: Line,
  createdAt: Instant,
});
export type Note = z.infer<typeof Note>;
