import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { encodingIn, whatToLookAt } from "./decoding.ts";
import type { IncomingFile } from "./document.ts";
import { nameOf } from "./encodings.ts";
import { headOf } from "./incoming.ts";
import { piecesOf } from "./pieces.ts";

/**
 * The bytes of a table, such that every comma, quotation mark, bracket and line end is the one byte that it is in ASCII, and
 * such bytes are nothing else. Tables in UTF-16, UTF-32 and ISO-2022 are brought into UTF-8 for that; all others stay as
 * they are.
 */
export interface TableBytes {
  /** All bytes piece by piece, without the byte order mark. */
  pieces: () => AsyncIterable<Uint8Array>;
  /** How a part of it, such as a record, is read. */
  decoderFor: (part: Buffer) => PartDecoder;
}

/** Decodes the cells of one part, all in one encoding. */
interface PartDecoder {
  decode: (bytes: Buffer) => string;
  /** What the analyst should know of how it was read, or null. */
  doubt: string | null;
}

const UTF_8: PartDecoder = { decode: (bytes) => bytes.toString("utf8"), doubt: null };

/** Opens a table. Throws a problem where it is no text. */
export async function openTable(file: IncomingFile): Promise<TableBytes> {
  const encoding = encodingOfHead(file.name, await headOf(file));
  if (isWide(encoding)) return { pieces: () => asUtf8(piecesOf(file), encoding), decoderFor: () => UTF_8 };
  return {
    pieces: () => withoutMark(piecesOf(file)),
    // A table can be joined of tables in several encodings.
    decoderFor: (part) =>
      isUtf8(part) ? UTF_8 : decoderOfPart(part, encoding === "utf-8" ? encodingOfPart(part) : encoding),
  };
}

function encodingOfPart(part: Buffer): string {
  try {
    const encoding = encodingIn("", part);
    return isWide(encoding) ? "windows-1252" : encoding;
  } catch {
    return "windows-1252";
  }
}

function decoderOfPart(part: Buffer, encoding: string): PartDecoder {
  const doubt = `It does not say in which encoding it is; it was read as ${nameOf(encoding)}. ${whatToLookAt(iconv.decode(part, encoding))}`;
  return { decode: (bytes) => iconv.decode(bytes, encoding), doubt };
}

/** The beginning of a table as text, for telling what it is; null where it is no text. */
export function textOfHead(head: Uint8Array): string | null {
  try {
    const encoding = encodingOfHead("", head);
    const text = isWide(encoding) ? iconv.decode(head, encoding) : Buffer.from(head).toString("utf8");
    return text.replace(/^\uFEFF/, "");
  } catch {
    return null;
  }
}

/** Whether the bytes of ASCII are parts of other characters in an encoding. */
function isWide(encoding: string): boolean {
  return /^(utf-(16|32)|iso-2022|hz)/.test(encoding);
}

function encodingOfHead(name: string, head: Uint8Array): string {
  // The first bytes may end in the midst of a character.
  let end = head.byteLength;
  while (end > head.byteLength - 4 && (head[end - 1] ?? 0) >= 0x80) end--;
  return encodingIn(name, head.subarray(0, end));
}

async function* asUtf8(pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decode = decoderOf(encoding);
  for await (const piece of pieces) yield Buffer.from(decode(piece));
  yield Buffer.from(decode(null));
}

/** Text of bytes that come in pieces; `null` at their end. Byte order marks go. */
function decoderOf(encoding: string): (piece: Uint8Array | null) => string {
  if (encoding === "iso-2022-jp") {
    const decoder = new TextDecoder(encoding);
    return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
  }
  const decoder = iconv.getDecoder(encoding);
  return (piece) => (piece ? decoder.write(Buffer.from(piece)) : (decoder.end() ?? ""));
}

async function* withoutMark(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of pieces) {
    const isMarked = isFirst && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    yield isMarked ? piece.subarray(3) : piece;
    isFirst = false;
  }
}
