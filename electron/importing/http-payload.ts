import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { LARGEST_ARTICLE } from "./incoming.ts";

/** The headers of a response that say how its body was sent. */
export interface SentHow {
  transferEncoding: string;
  contentEncoding: string;
}

/**
 * The body of a response as its sender had it, before it was cut in chunks and compressed. Archives often keep the headers and
 * not the way of sending, so that a body that is not in the form that they say is left as it is. Null where it is damaged, or
 * larger than an article can be.
 */
export function payloadOf(body: Buffer, { transferEncoding, contentEncoding }: SentHow): Buffer | null {
  const isChunked = /\bchunked\b/i.test(transferEncoding);
  let payload = isChunked ? (dechunked(body) ?? body) : body;
  const encodings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== "" && encoding !== "identity");
  // They are named in the order in which they were applied.
  for (const encoding of encodings.reverse()) {
    const unpacked = unpackedFrom(payload, encoding);
    if (unpacked === null) return null;
    payload = unpacked;
  }
  return payload;
}

/** A body that was sent in chunks, put together; null where it was not. */
function dechunked(body: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\n", at);
    if (lineEnd === -1) return null;
    const [, digits] = /^([\da-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/i.exec(body.toString("latin1", at, lineEnd)) ?? [];
    if (digits === undefined) return null;
    const size = Number.parseInt(digits, 16);
    if (size === 0) return Buffer.concat(chunks);
    const start = lineEnd + 1;
    chunks.push(body.subarray(start, start + size));
    at = start + size;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  // The last chunk says that it is the last. Without it, the body was cut off; what came of it is there.
  return chunks.length === 0 ? null : Buffer.concat(chunks);
}

function unpackedFrom(body: Buffer, encoding: string): Buffer | null {
  const limit = { maxOutputLength: LARGEST_ARTICLE };
  try {
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body;
      case "br":
        return unbrotlied(body);
      case "zstd":
        return body.readUInt32LE(0) === 0xfd2fb528 ? zstdDecompressSync(body, limit) : body;
      case "deflate":
        // Both forms are sent under this name; the first byte of the one cannot begin the other in practice.
        return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, limit) : inflateRawSync(body, limit);
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Brotli has no mark of its own: what does not unpack may have been unpacked already, which shows in that it is markup. */
function unbrotlied(body: Buffer): Buffer | null {
  try {
    return brotliDecompressSync(body, { maxOutputLength: LARGEST_ARTICLE });
  } catch {
    return /^\s*(<|%PDF|\{|\[)/.test(body.toString("latin1", 0, 64)) ? body : null;
  }
}
