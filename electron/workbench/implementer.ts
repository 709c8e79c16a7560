import type { AnySchema } from "@orpc/contract";
import { implement, ORPCError, ValidationError } from "@orpc/server";
import * as z from "zod";
import { contract } from "#domain/contract/contract.ts";
import { PROBLEMS, Problem } from "#domain/problems.ts";
import { newId } from "./ids.ts";

/** The contract, ready to be given its procedures; whatever they throw leaves as a problem of the contract or as an id. */
export function implementer(reportDefect: (error: unknown, id: string) => void) {
  return implement(contract).use(async ({ next, procedure }) => {
    try {
      const answer = await next();
      return isStream(answer.output) ? { ...answer, output: translatedStream(answer.output, reportDefect) } : answer;
    } catch (error) {
      if (error instanceof ORPCError && error.cause instanceof ValidationError) {
        throw crossing(refusedInput(procedure["~orpc"].inputSchema, error.cause.data));
      }
      throw translated(error, reportDefect);
    }
  });
}

export type Implementer = ReturnType<typeof implementer>;

/**
 * An error as it crosses to the screen. A problem keeps its code, its sentence and its data. Anything else is a defect: it is
 * reported with its stack, and only an id crosses.
 */
function translated(error: unknown, reportDefect: (error: unknown, id: string) => void): unknown {
  if (error instanceof Problem) return crossing(error);
  if (error instanceof ORPCError || isAbort(error)) return error;
  const id = newId();
  reportDefect(error, id);
  return new ORPCError("INTERNAL_SERVER_ERROR", {
    message: `Something went wrong that we did not expect. Nothing was changed. It is in the log under ${id}.`,
    data: { id },
  });
}

function crossing({ code, message, data }: Problem): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, status: PROBLEMS[code].status, message, data });
}

/**
 * The first thing that is wrong with an input that its schema refuses. Programs get its field in the data. What the contract says
 * of it is a whole sentence for the person, who may never have seen the name of the field; what the library says is none, and
 * needs it.
 */
export function refusedInput(schema: AnySchema | undefined, input: unknown): Problem {
  const refused = schema instanceof z.ZodType ? schema.safeParse(input, { error: withItsField }).error : undefined;
  const issue = refused?.issues[0];
  const message = issue?.message ?? "The input is not what the procedure takes.";
  return new Problem("NOT_ALLOWED", message, { field: fieldOf(issue?.path) });
}

/** What the library says of an issue for which the contract has no sentence: it is asked for nothing else. */
function withItsField(issue: z.core.$ZodRawIssue): string | undefined {
  const said = z.config().localeError?.(issue);
  const words = typeof said === "string" ? said : said?.message;
  const field = fieldOf(issue.path);
  return words === undefined || field === "" ? words : `${field}: ${words}`;
}

const fieldOf = (path: readonly PropertyKey[] = []): string => path.map(String).join(".");

async function* translatedStream(
  stream: AsyncIterator<unknown, unknown, unknown>,
  reportDefect: (error: unknown, id: string) => void,
): AsyncGenerator<unknown, unknown, unknown> {
  let finished = false;
  try {
    for (;;) {
      const step = await stream.next();
      if (step.done) {
        finished = true;
        return step.value;
      }
      yield step.value;
    }
  } catch (error) {
    finished = true;
    throw translated(error, reportDefect);
  } finally {
    // The one who listened has left: the work behind the stream is told so.
    if (!finished) await stream.return?.();
  }
}

const Stream = z.custom<AsyncIterator<unknown, unknown, unknown>>(
  (value) => typeof value === "object" && value !== null && "next" in value && Symbol.asyncIterator in value,
);

function isStream(output: unknown): output is AsyncIterator<unknown, unknown, unknown> {
  return Stream.safeParse(output).success;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
