import { Problem } from "#domain/problems.ts";

/** Decoded bytes, with how they were read where that was not certain. */
export interface Decoded {
  text: string;
  /** A sentence for the import report, or null where the encoding was certain. */
  doubt: string | null;
}

const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * Bytes → text: by the byte order mark where there is one, else as UTF-8 where the bytes are valid UTF-8, else as
 * Windows-1252, and then it says so. Refuses what is no text, by name.
 */
export function decodeText(name: string, bytes: Uint8Array): Decoded {
  const mark = MARKS.find(({ bytes: begin }) => begin.every((byte, index) => bytes[index] === byte));
  if (mark) return { text: new TextDecoder(mark.encoding).decode(bytes), doubt: null };
  if (bytes.subarray(0, 65_536).includes(0)) {
    throw new Problem(
      "UNREADABLE_FILE",
      `“${name}” is not a text: it holds binary data. Save it as plain text and import that.`,
      {
        name,
      },
    );
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), doubt: null };
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      doubt: "Its encoding is not declared; it was read as Windows-1252. Look at its accents.",
    };
  }
}
