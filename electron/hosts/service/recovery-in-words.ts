import path from "node:path";
import type { Recovery } from "./kept-service.ts";

/** What a person is told of a workbench that stopped by itself: what happened, and what that means, without its full stop. */
export function recoveryInWords(recovery: Recovery): { message: string; detail: string } {
  const saved = "Everything that was saved is in the case file.";
  switch (recovery.kind) {
    case "not-started":
      return {
        message: "The workbench cannot be started on this machine",
        detail: "What went wrong stands where Sourceline was started.",
      };
    case "no-case":
      return { message: "The workbench stopped and was started again", detail: "No case was open." };
    case "opened":
      return {
        message: "The workbench stopped and was started again",
        detail: `${saved} “${path.basename(recovery.path)}” is open again.`,
      };
    case "not-opened":
      return {
        message: "The workbench stopped and was started again",
        detail: `${saved} “${path.basename(recovery.path)}” could not be opened again: ${sentenceOf(recovery.failure)}`,
      };
    case "ended-opening":
      return {
        message: "The workbench stopped while it opened a case, and was started again",
        detail: `${saved} ${leftClosed(recovery.path)}`,
      };
    case "left-closed":
      return {
        message: "The workbench stopped again soon after it was started",
        detail: `${saved} ${leftClosed(recovery.path)}`,
      };
  }
}

function leftClosed(place: string): string {
  return `“${path.basename(place)}” was left closed, since the workbench may stop because of it. Check it with “sourceline check” before you open it again.`;
}

function sentenceOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
