import { readFileSync } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { Problem } from "#domain/problems.ts";
import type { IncomingFile } from "./document.ts";

/** The largest file that is read as one article, in bytes. Containers may be larger, since they are read piece by piece. */
export const LARGEST_ARTICLE = 64 * 1024 * 1024;

/** How much of a file its format is told from. */
const HEAD = 64 * 1024;

export function sizeOf({ content }: IncomingFile): number {
  return content.kind === "disk" ? content.size : content.bytes.byteLength;
}

/** Files up to this size, in bytes, are read in one go; most articles are. */
const SMALL = 4 * 1024 * 1024;

/** The same file with its bytes in memory, where it is small; others are read as far as their format needs. */
export async function inMemory(file: IncomingFile): Promise<IncomingFile> {
  const { content } = file;
  if (content.kind === "memory" || content.size > SMALL) return file;
  // The thread that reads has nothing else to do meanwhile, and the asynchronous way takes four times as long.
  return reading(file, async () => ({ ...file, content: { kind: "memory", bytes: readFileSync(content.path) } }));
}

/** The first 64 KiB of a file, or all of it. */
export async function headOf(file: IncomingFile): Promise<Uint8Array> {
  const { content } = file;
  if (content.kind === "memory") return content.bytes.subarray(0, HEAD);
  return reading(file, async () => {
    const handle = await open(content.path);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  });
}

/** All bytes of a file that is to be one article. Refuses what is too large, also where it grew since it was found. */
export async function bytesOf(file: IncomingFile): Promise<Uint8Array> {
  const { content } = file;
  refuseTooLarge(file.name, sizeOf(file));
  if (content.kind === "memory") return content.bytes;
  return reading(file, async () => {
    refuseTooLarge(file.name, (await stat(content.path)).size);
    return readFile(content.path);
  });
}

/** Runs what reads from disk; a file that is gone or may not be read becomes a sentence. */
export async function reading<Result>({ name }: IncomingFile, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    const sentence = `“${name}” cannot be read (${String(error.code)}). See whether it is still there and may be read.`;
    throw new Problem("UNREADABLE_FILE", sentence, { name });
  }
}

function refuseTooLarge(name: string, size: number): void {
  if (size <= LARGEST_ARTICLE) return;
  const megabytes = Math.round(size / 1024 / 1024);
  throw new Problem(
    "UNREADABLE_FILE",
    `“${name}” is too large for one article: ${megabytes} MB, and 64 MB are the most. Cut it into parts.`,
    { name },
  );
}
