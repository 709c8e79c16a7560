import { eventIterator, oc } from "@orpc/contract";
import * as z from "zod";
import { PROBLEMS } from "../problems.ts";

/** Every procedure can fail with any of the problems, and says so in sentences. */
export const procedure = oc.errors(PROBLEMS);

/**
 * The output of a procedure. Inputs are validated where they enter the workbench; what the workbench itself gives out is
 * held to its type by the compiler and not validated a second time.
 */
export function gives<Output>() {
  return z.custom<Output>();
}

/** How far long work has come. `total` is null while it is not known. */
export interface Progress {
  done: number;
  total: number | null;
  /** The same in bytes, where the work is on files. */
  bytes?: { done: number; total: number };
  /** What is being done, in a few words: “north-wire.txt”. */
  what: string;
}

/** The output of long work: progress while it goes on, at most every 100 ms, and the result as its return value. */
export function givesProgressAnd<Result>() {
  return eventIterator(z.custom<Progress>(), z.custom<Result>());
}

/** Runs long work to its end, telling `onProgress` how far it has come, and gives its result. */
export async function finish<Result>(
  work: AsyncIterator<Progress, Result, unknown>,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Result> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    onProgress(step.value);
  }
}

/**
 * One page of a list. By keyset: `after` is the `next` of the page before, null for the first. Or by position: `at` counts
 * from 0 and goes before `after`; for a table that is scrolled to any place, whose rows may have moved meanwhile.
 */
export const PageInput = z.object({
  after: z.string().nullable().default(null),
  at: z.int().min(0).nullable().default(null),
  limit: z.int().min(1).max(1_000).default(100),
});

export interface Page<Row> {
  rows: Row[];
  /** Where the next page begins, or null where this is the last. */
  next: string | null;
  /** How many rows there are in all. */
  total: number;
}

export const DIRECTIONS = ["ascending", "descending"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What every command answers: the entry of the journal that it wrote. Null where there was nothing to change. */
export interface Done {
  sequence: number | null;
}

/**
 * What a command on many things answers. It is done in parts that are undone together; how far it has come is told by
 * `application.watch`, to everybody, and `work.stop` ends it where it is. `sequence` is of the last part.
 */
export interface DoneInParts extends Done {
  /** To how many of the things it has come: fewer than were given where it was stopped. */
  done: number;
}
