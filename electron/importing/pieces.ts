import { type FileHandle, open } from "node:fs/promises";
import type { IncomingFile } from "./document.ts";
import { reading } from "./incoming.ts";

/** How much of a file is held at once, in bytes. */
const PIECE = 64 * 1024;

/**
 * The bytes of a file piece by piece, whatever its size. Each piece is a buffer of its own. A file that grows meanwhile is
 * read as far as it went when it was found, so that none is read without end.
 */
export async function* piecesOf(file: IncomingFile): AsyncGenerator<Uint8Array> {
  const { content } = file;
  if (content.kind === "memory") {
    for (let at = 0; at < content.bytes.byteLength; at += PIECE) yield content.bytes.subarray(at, at + PIECE);
    return;
  }
  const handle: FileHandle = await reading(file, () => open(content.path));
  try {
    for (let at = 0; at < content.size; ) {
      const length = Math.min(PIECE, content.size - at);
      const { buffer, bytesRead } = await reading(file, () => handle.read(new Uint8Array(length), 0, length, at));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
