import { stat } from "node:fs/promises";
import { SHOWN_KIND_HEADER } from "#domain/contract/originals.ts";
import { usableFileName } from "#domain/file-names.ts";
import { Sha256 } from "#domain/nouns/common.ts";
import { bodyOf, findPageFile, streamOf } from "./page-files.ts";
import { FileRefusal, type ServiceFiles } from "./service/service.ts";

/** What the page may do: run its own scripts and speak with its own origin. Every response carries it. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  // The one that reads PDFs. It is a file of our own, and its answer carries this policy too.
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What a rendered report may do while it is looked at: nothing. It runs no script and is of no origin. */
export const PREVIEW_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox",
].join("; ");

/** The largest file that is taken, in bytes. */
export const LARGEST_UPLOAD = 200_000_000;

const NO_ORIGINAL = "The open case holds no such original.";

/** What `serveFile` serves from. */
export interface Served {
  /** Where the built page is. */
  pageFolder: string;
  files: ServiceFiles;
}

/** The first parts of addresses that lead to what is in a case, or goes into one. All others lead to the page. */
const OF_CASE: ReadonlySet<string> = new Set(["uploads", "originals", "rendered"]);

/** Whether a path of an address leads to what is in a case, rather than to the page, which is no secret. */
export function isOfCase(pathname: string): boolean {
  return OF_CASE.has(pathname.split("/")[1] ?? "");
}

/**
 * Answers every request for a file, the same way in every host: the page and its assets, originals, rendered files, and
 * files on their way in. The bytes of files never go through the contract. Who may ask at all is for the host to say.
 */
export async function serveFile(request: Request, served: Served): Promise<Response> {
  try {
    const response = await route(request, served);
    return request.method === "HEAD" ? await withoutBody(response) : response;
  } catch (error) {
    if (error instanceof FileRefusal) return sentence(error.status, error.message);
    console.error(error);
    return sentence(500, "The file could not be served. What went wrong stands where Sourceline was started.");
  }
}

/** A response that is one plain sentence. */
export function sentence(status: number, words: string, headers: Record<string, string> = {}): Response {
  return respond(`${words}\n`, status, { "content-type": "text/plain; charset=utf-8", ...headers });
}

async function route(request: Request, served: Served): Promise<Response> {
  const url = new URL(request.url);
  const { pathname } = url;
  if (pathname === "/uploads") {
    return request.method === "POST" ? receive(request, url, served.files) : notThisWay("POST");
  }
  if (request.method !== "GET" && request.method !== "HEAD") return notThisWay("GET, HEAD");
  const [, place = "", name = "", ...more] = pathname.split("/");
  if (more.length === 0 && place === "originals") return giveOriginal(name, served.files);
  if (more.length === 1 && more[0] === "shown" && place === "originals") return giveShown(name, served.files);
  if (more.length === 0 && place === "rendered") return giveRendered(name, url, served.files);
  return givePage(pathname, served.pageFolder);
}

async function givePage(pathname: string, pageFolder: string): Promise<Response> {
  const file = await findPageFile(pageFolder, pathname);
  if (!file) {
    return pathname === "/"
      ? sentence(404, "The page has not been built. Start Sourceline with “npm start”, which builds it.")
      : notHere();
  }
  return respond(await bodyOf(file), 200, {
    "content-type": file.mediaType,
    "content-length": String(file.size),
    "cache-control": file.immutable ? "private, max-age=31536000, immutable" : "no-cache",
  });
}

async function giveOriginal(sha256: string, files: ServiceFiles): Promise<Response> {
  const original = Sha256.safeParse(sha256).success ? await files.original(sha256) : null;
  if (!original) return sentence(404, NO_ORIGINAL);
  // Its own media type would invite a browser to show it; an original is hostile until somebody has read it.
  return respond(original.bytes.slice(), 200, {
    "content-type": "application/octet-stream",
    "content-length": String(original.bytes.byteLength),
    "content-disposition": attachment(original.name),
  });
}

/** What can be shown of an original. It is never called HTML, so that to open its address shows its letters and runs nothing. */
async function giveShown(sha256: string, files: ServiceFiles): Promise<Response> {
  const shown = Sha256.safeParse(sha256).success ? await files.shown(sha256) : null;
  if (!shown) return sentence(404, NO_ORIGINAL);
  return respond(shown.text, 200, {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": "inline",
    "content-security-policy": PREVIEW_POLICY,
    [SHOWN_KIND_HEADER]: shown.kind,
  });
}

async function giveRendered(id: string, url: URL, files: ServiceFiles): Promise<Response> {
  const rendered = await files.rendered(id);
  const found = rendered && (await stat(rendered.path).catch(() => null));
  if (!rendered || !found) return sentence(404, "That file is not here any more. Make it again.");
  const length = { "content-length": String(found.size) };
  if (!url.searchParams.has("preview")) {
    return respond(streamOf(rendered.path), 200, {
      ...length,
      "content-type": withCharacters(rendered.mediaType),
      "content-disposition": attachment(rendered.name),
    });
  }
  return respond(streamOf(rendered.path), 200, {
    ...length,
    "content-type": rendered.mediaType === "text/html" ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    "content-disposition": "inline",
    "content-security-policy": PREVIEW_POLICY,
  });
}

async function receive(request: Request, url: URL, files: ServiceFiles): Promise<Response> {
  const name = usableFileName(url.searchParams.get("name") ?? "");
  const sizes = url.searchParams.get("sizes");
  if (sizes !== null && !/^\d{1,9}(?:,\d{1,9}){0,999}$/.test(sizes)) {
    return sentence(400, "The sizes of several files in one upload are numbers: POST /uploads?sizes=120,4096.");
  }
  const bytes = await bytesOf(request);
  if (bytes === null) {
    return sentence(413, `“${name}” is larger than ${LARGEST_UPLOAD / 1_000_000} MB, which is the most.`);
  }
  if (sizes === null) return made(await files.receive(name, bytes));
  const parts = partsOf(bytes, sizes.split(",").map(Number));
  if (parts === null) return sentence(400, "The sizes of the files in this upload are not what came.");
  return made(await Promise.all(parts.map((part) => files.receive(name, part))));
}

/** Files that came one behind the other, or null where they are not of these sizes. */
function partsOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] | null {
  let end = 0;
  // Each is a buffer of its own: a view would carry all of them to the thread that keeps it.
  const parts = sizes.map((size) => {
    const start = end;
    end += size;
    return bytes.slice(start, end);
  });
  return end === bytes.byteLength ? parts : null;
}

function made(body: object): Response {
  return respond(JSON.stringify(body), 201, { "content-type": "application/json" });
}

/**
 * The body of a request, or null where it is too large. What is too large is not read to its end, and not cancelled
 * either: that would break the connection before the answer has gone out.
 */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > LARGEST_UPLOAD) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body?.values({ preventCancel: true }) ?? []) {
    size += piece.byteLength;
    if (size > LARGEST_UPLOAD) return null;
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}

function respond(body: BodyInit | null, status: number, headers: Record<string, string>): Response {
  return new Response(body, {
    status,
    headers: {
      "content-security-policy": PAGE_POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}

function notHere(): Response {
  return sentence(404, "There is nothing at this address.");
}

function notThisWay(allowed: string): Response {
  return sentence(405, `This address answers to ${allowed} only.`, { allow: allowed });
}

function withCharacters(mediaType: string): string {
  return mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType;
}

/** Names in any script (RFC 6266), with a plain stand-in for programs that know no other. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
