import { ORPCError } from "@orpc/client";
import type { Workbench } from "#domain/contract/contract.ts";

/** Asks the desktop to open a case by itself, as `npm start` does. */
export const FIRST_CASE_SWITCH = "--first-case";

/**
 * Opens the case that was open last; the demonstration for somebody who has none. Where that cannot be done, `say` is given
 * the sentence why, and the page shows how to make or open a case.
 */
export async function openFirstCase(workbench: Workbench, say: (sentence: string) => void): Promise<void> {
  try {
    const [latest] = await workbench.cases.recent();
    if (latest?.present) await workbench.cases.open({ path: latest.path });
    else await workbench.cases.openDemonstration();
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    say(error.message);
  }
}
