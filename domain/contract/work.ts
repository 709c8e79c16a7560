import { z } from "zod";
import { WorkId } from "./articles.ts";
import { gives, procedure } from "./base.ts";

/** Long work that was given an id can be held and let go on; to stop it, whoever started it aborts the call. */
export const work = {
  pause: procedure.input(z.object({ work: WorkId })).output(gives<null>()),
  resume: procedure.input(z.object({ work: WorkId })).output(gives<null>()),
};
