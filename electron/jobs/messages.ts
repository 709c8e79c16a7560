import type { IncomingFile, ReadingOptions } from "../importing/document.ts";
import type { ReadPart } from "../importing/reading.ts";

/** What the pool says to a reading thread. Files are read one after the other, in the order in which they were sent. */
export type ToReader =
  | { kind: "read"; number: number; file: IncomingFile; options: ReadingOptions }
  /** Parts of so much weight were taken; the thread may send as much more. */
  | { kind: "taken"; count: number };

/** What a reading thread says. Every message is a sign of life. */
export type FromReader =
  | { kind: "part"; number: number; part: ReadPart }
  | { kind: "done"; number: number }
  | { kind: "begun"; number: number };

/**
 * What a thread sends ahead of what was taken: enough for it to go on while a batch is written, and no more, so that a large
 * archive does not pile up in memory.
 */
export const PARTS_AHEAD = 400;

/** What a part counts for: one, and one more for each 100 kB of its original. */
export function weightOf(part: ReadPart): number {
  return part.kind !== "article" ? 1 : 1 + Math.floor(part.article.original.byteLength / 100_000);
}
