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

/** What to tell the person of a failure: its own sentence where it is expected, else one with the id of the defect. */
export function sentenceOf(error: unknown): string {
  if (isExpected(error)) return error.message;
  if (error instanceof ORPCError) {
    const invalid = firstIssueOf(error.data);
    if (invalid) return invalid;
    const id = idOf(error.data);
    return id
      ? `Something went wrong that should not have. Nothing was lost; try again. If it comes back, report the defect ${id}.`
      : `Something went wrong that should not have. Nothing was lost; try again. (${error.message})`;
  }
  return error instanceof Error && error.name === "AbortError"
    ? "The connection to the workbench broke off. What was acknowledged is saved; try again."
    : "The page has met a defect. Nothing was lost; reload the page and try again.";
}

/** The first sentence that says what is wrong with an input, as the contract's schemas give it. */
function firstIssueOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("issues" in data) || !Array.isArray(data.issues)) return null;
  const [first] = data.issues as unknown[];
  return typeof first === "object" && first !== null && "message" in first ? String(first.message) : null;
}

function idOf(data: unknown): string | null {
  return typeof data === "object" && data !== null && "id" in data && typeof data.id === "string" ? data.id : null;
}
