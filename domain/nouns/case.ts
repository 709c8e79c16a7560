import * as z from "zod";
import { Id, Instant, Name, Prose } from "./common.ts";

/** What a case says of itself; one row in every case file. */
export const CaseInformation = z.object({ id: Id, name: Name, description: Prose, createdAt: Instant });
export type CaseInformation = z.infer<typeof CaseInformation>;
