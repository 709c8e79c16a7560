import { inflateSync } from "node:zlib";
import { Problem } from "#domain/problems.ts";

/** The largest that one compressed stream may become, in bytes; a scanned page in colour at 600 dots an inch is 100 MB. */
const LARGEST_STREAM = 192 * 1024 * 1024;

/** Deflate shrinks to no less than a thousandth, so that what is smaller than this cannot become too large. */
const HARMLESS = Math.floor(LARGEST_STREAM / 1040);

/**
 * Refuses a PDF with a stream that unpacks to more than can be held, before pdfjs unpacks it into memory. Only streams
 * that are large, or packed twice over, are looked into.
 */
export function refusePdfBomb(name: string, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at)) {
    const start = at + "stream".length;
    const end = file.indexOf("endstream", start);
    at = end === -1 ? file.length : end + "endstream".length;
    const content = file.subarray(start, end === -1 ? file.length : end);
    const dictionary = file.toString("latin1", Math.max(0, start - 600), start);
    const filters = dictionary.slice(dictionary.lastIndexOf("obj")).match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters === 0 || (filters === 1 && content.length < HARMLESS)) continue;
    if (becomesTooLarge(content, filters)) {
      const sentence = `“${name}” unpacks to far more than an article can hold, and was not read. Get it from another source.`;
      throw new Problem("UNREADABLE_FILE", sentence, { name });
    }
  }
}

function becomesTooLarge(content: Buffer, filters: number): boolean {
  let unpacked: Buffer = content.subarray(/^\r?\n?/.exec(content.toString("latin1", 0, 2))?.[0].length ?? 0);
  for (let filter = 0; filter < filters; filter++) {
    try {
      unpacked = inflateSync(unpacked, { maxOutputLength: LARGEST_STREAM });
    } catch (error) {
      return error instanceof RangeError;
    }
  }
  return false;
}
