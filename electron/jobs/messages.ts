import type { IncomingFile, ReadingOptions } from "../importing/document.ts";
import type { ReadPart } from "../importing/reading.ts";

/** What the pool says to a reading thread. Files are read one after the other, in the order in which they were sent. */
export type ToReader =
  | { kind: "read"; number: number; file: IncomingFile; options: ReadingOptions }
  /** So many parts were taken; the thread may send as many more. */
  | { kind: "taken"; count: number };

/** What a reading thread says. Every message is a sign of life. */
export type FromReader =
  | { kind: "part"; number: number; part: ReadPart }
  | { kind: "done"; number: number }
  | { kind: "begun"; number: number };

/** How many parts a thread sends ahead of what was taken, so that a large archive does not pile up in memory. */
export const PARTS_AHEAD = 48;
