import { ORPCError } from "@orpc/client";
import { PROBLEMS, type ProblemCode } from "#domain/problems.ts";

/** Whether a failure is one of the contract's: its message is a sentence for the person. */
export function isExpected(error: unknown): error is ORPCError<ProblemCode, unknown> {
  return error instanceof ORPCError && Object.hasOwn(PROBLEMS, error.code);
}

/** Whether the failure is of this kind. */
export function isProblem(error: unknown, code: ProblemCode): boolean {
  return isExpected(error) && error.code === code;
}

/** That a file was not given, or cannot be used, with the sentence for the person. */
export class FileRefusal extends Error {
  override name = "FileRefusal";
}

/** What to tell the person of a failure: the workbench’s sentence, which names the id of a defect, or one of the page. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ORPCError || error instanceof FileRefusal) return error.message;
  return error instanceof Error && error.name === "AbortError"
    ? "The connection to the workbench broke off. What was acknowledged is saved; try again."
    : "The page has met a defect. Nothing was lost; reload the page and try again.";
}
