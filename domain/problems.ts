import * as z from "zod";

/**
 * Every failure that a person can act on. The message of a problem is a whole sentence that names the thing and says
 * what to do; the code is for programs. Anything else that fails is a defect: it is logged with its stack and crosses as
 * an id.
 */
export const PROBLEMS = {
  NO_CASE: { status: 409, data: z.object({}) },
  CASE_NOT_FOUND: { status: 404, data: z.object({ path: z.string() }) },
  CASE_EXISTS: { status: 409, data: z.object({ path: z.string() }) },
  NOT_A_CASE: { status: 422, data: z.object({ path: z.string() }) },
  CASE_DAMAGED: { status: 422, data: z.object({ path: z.string() }) },
  CASE_FROM_NEWER: { status: 409, data: z.object({ path: z.string(), version: z.int() }) },
  CASE_IN_USE: { status: 423, data: z.object({ path: z.string(), holder: z.string() }) },
  READ_ONLY: { status: 403, data: z.object({ path: z.string() }) },
  DISK_FULL: { status: 507, data: z.object({}) },
  NOT_FOUND: { status: 404, data: z.object({ noun: z.string(), id: z.string() }) },
  NOT_ALLOWED: { status: 422, data: z.object({ field: z.string().optional() }) },
  CONFLICT: { status: 409, data: z.object({}) },
  NOTHING_TO_UNDO: { status: 409, data: z.object({}) },
  /** A person stopped it, so that there is nothing to give. */
  STOPPED: { status: 409, data: z.object({}) },
  UNREADABLE_FILE: { status: 422, data: z.object({ name: z.string() }) },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
type ProblemData<Code extends ProblemCode> = z.input<(typeof PROBLEMS)[Code]["data"]>;

/** An expected failure. Thrown anywhere below the contract, and carried across it unchanged. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  readonly code: Code;
  readonly data: ProblemData<Code>;

  constructor(code: Code, sentence: string, data: ProblemData<Code>) {
    super(sentence);
    this.name = "Problem";
    this.code = code;
    this.data = data;
  }
}
