import { isUtf8 } from "node:buffer";
import { decodeWords } from "postal-mime";
import { readHeader } from "./mime.ts";

/** The lines of a header that say where a mail comes from, in the order in which mail programs show them. */
const TELLING = [
  ...["from", "sender", "reply-to", "to", "cc", "bcc", "date", "subject", "message-id", "in-reply-to", "list-id"],
];

/** Of a name that stands again and again so many lines are shown, and of a line so many characters. */
const MOST_LINES = 5;
const LONGEST_LINE = 2_000;

/**
 * The header lines of a mail that tell its provenance, as text: “From: Ada <ada@…>”. Names are as they are written, encoded words
 * are decoded, and what stands twice is shown twice, since only one of the two can be true. Each is one line, whatever its
 * value holds: line breaks and control characters become spaces, and marks of direction their code points, so that none can
 * pose as another line or run backwards into one.
 */
export function shownHeaderLines(message: Uint8Array): string[] {
  const written = message.subarray(0, readHeader(message).bodyAt);
  const text = Buffer.from(written).toString(isUtf8(written) ? "utf8" : "latin1");
  const found = new Map<string, string[]>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const [, name = "", value = ""] = /^([!-9;-~]{1,100})\s*:\s*(.*)$/s.exec(line) ?? [];
    const key = name.toLowerCase();
    if (!TELLING.includes(key)) continue;
    const lines = found.get(key) ?? [];
    if (lines.length < MOST_LINES) found.set(key, [...lines, `${name}: ${asOneLine(value)}`]);
  }
  return TELLING.flatMap((key) => found.get(key) ?? []);
}

function asOneLine(value: string): string {
  const whole = decodeWords(value.slice(0, 2 * LONGEST_LINE))
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(TURNING, (mark) => `‹U+${mark.charCodeAt(0).toString(16).toUpperCase()}›`)
    .trim();
  return whole.length > LONGEST_LINE || value.length > 2 * LONGEST_LINE
    ? `${whole.slice(0, LONGEST_LINE)}…`.toWellFormed()
    : whole;
}

/** Marks that turn the direction of what follows; those that only say the direction of one character may stay. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
