import { setTimeout } from "node:timers/promises";
import { ORPCError } from "@orpc/client";
import type { Workbench } from "#domain/contract/contract.ts";

/** Asks the desktop to open a case by itself, as `npm start` does. */
export const FIRST_CASE_SWITCH = "--first-case";

/** Whoever waits longer than this for the first case, in milliseconds, is shown the page, which says what is going on. */
const BRIEF = 3_000;

/** Is over when the first case need not be waited for any longer. */
export function briefly(): Promise<null> {
  return setTimeout(BRIEF, null, { ref: false });
}

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
