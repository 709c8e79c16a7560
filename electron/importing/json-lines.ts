import { JsonDamage } from "./json-records.ts";

const LINE_FEED = 0x0a;

/** A line longer than this, in bytes, is no article. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Every line of a file that is not empty, in its own bytes. Throws `JsonDamage` where one does not end. */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let begun: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      const line = Buffer.concat([...begun, piece.subarray(start, end)]);
      begun = [];
      size = 0;
      start = end + 1;
      if (!isBlank(line)) yield line;
    }
    begun.push(piece.subarray(start));
    size += piece.length - start;
    if (size > LONGEST_LINE) throw new JsonDamage("A line in it is too long.");
  }
  const last = Buffer.concat(begun);
  if (!isBlank(last)) yield last;
}

const isBlank = (line: Buffer) => line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
