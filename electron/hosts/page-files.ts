import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";

/** Every kind of file that a built page is made of. Anything else is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  // What pdf.js reads: character maps and the fonts that every PDF may take for granted.
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
};

/** A file of the built page, ready to be sent. */
export interface PageFile {
  path: string;
  size: number;
  mediaType: string;
  /** True where its name holds the hash of its content, so that it never changes. */
  immutable: boolean;
}

/** The file of the page that a path of an address means, or null where there is none that may be given. */
export async function findPageFile(pageFolder: string, pathname: string): Promise<PageFile | null> {
  const segments = segmentsOf(pathname === "/" ? "/index.html" : pathname);
  if (segments === null) return null;
  const mediaType = MEDIA_TYPES[path.extname(segments.at(-1) ?? "").toLowerCase()];
  if (mediaType === undefined) return null;
  try {
    const folder = await realpath(pageFolder);
    // Links are followed before the comparison: one that leads out of the folder leads nowhere.
    const file = await realpath(path.join(folder, ...segments));
    if (!file.startsWith(folder + path.sep)) return null;
    const found = await stat(file);
    if (!found.isFile()) return null;
    return { path: file, size: found.size, mediaType, immutable: segments[0] === "assets" };
  } catch {
    return null;
  }
}

/**
 * The names that a path of an address is made of, or null where it is not plainly a path downwards. It is decoded once
 * and only then looked at, so that no encoding hides a separator or a step upwards.
 */
function segmentsOf(pathname: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const segments = decoded.slice(1).split("/");
  // A leading dot is a step upwards or a hidden file; a colon a drive or a stream of Windows.
  const isPlain = segments.every((segment) => /^[^.\\:\0][^\\:\0]*$/.test(segment));
  return isPlain ? segments : null;
}

/** What is no larger is read at once, in bytes: a stream of its own costs more than the reading of a script. */
const SOON_READ = 2_000_000;

/** The bytes of a file of the page as the body of a response. */
export async function bodyOf({ path: file, size }: PageFile): Promise<BodyInit> {
  return size <= SOON_READ ? readFile(file) : streamOf(file);
}

/** The bytes of a file as the body of a response. */
export function streamOf(file: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
}
