import * as z from "zod";
import { WorkId } from "./articles.ts";
import { gives, procedure } from "./base.ts";

/**
 * Long work that was given an id can be held, let go on, and asked to stop: it then ends with a report of what it did.
 * Whoever started it can also abort the call, and then hears no more of it.
 */
export const work = {
  pause: procedure.input(z.object({ work: WorkId })).output(gives<null>()),
  stop: procedure.input(z.object({ work: WorkId })).output(gives<null>()),
  resume: procedure.input(z.object({ work: WorkId })).output(gives<null>()),
};
