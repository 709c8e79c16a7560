import * as z from "zod";

/** A UUIDv7: ids sort by the time they were made. */
export const Id = z.uuid("An id is a UUID, as the lists give it.");
export type Id = z.infer<typeof Id>;

/** A moment in UTC, ISO 8601 with milliseconds: `2025-05-16T14:20:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });

/** A calendar date as far as it is known: `2025`, `2025-05`, `2025-05-16` or `2025-05-16T05:30`. */
export const PartialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?)?$/,
    "A date is written as 2025, 2025-05, 2025-05-16 or 2025-05-16T05:30.",
  )
  .refine(isInCalendar, "The month has no such day.");

/** Whether the day, where one is given, exists in its month. The calendar repeats itself every 400 years. */
function isInCalendar(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split("-").map(Number);
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** A SHA-256 in lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Unpaired surrogates become U+FFFD, since no file could keep them; row and journal would differ. */
const wellFormed = (typed: string) => typed.toWellFormed();

/** One line of text that a person typed; white space around it goes. */
export const Line = z
  .string()
  .overwrite(wellFormed)
  .trim()
  .max(2_000, "This is longer than a line; 2,000 characters are the most.")
  .regex(/^[^\n\r]*$/, "This is one line and cannot hold a line break.");

/** A line that must not be empty. */
export const Name = Line.min(1, "A name is needed.");

/** A question to a search, as a person types it. */
export const Question = z.string().max(2_000, "This question is too long; 2,000 characters are the most.");

/** Words by which a person looks for a name or a statement. */
export const SoughtWords = z.string().max(500, "These are too many words; 500 characters are the most.");

/** Text of any number of lines that a person typed. */
export const Prose = z
  .string()
  .overwrite(wellFormed)
  .trim()
  .max(100_000, "This is too long; 100,000 characters are the most.");
