import { Problem } from "#domain/problems.ts";
import type { Part, StatedByOutside } from "./document.ts";
import type { WarcResponse } from "./warc-responses.ts";

/** What articles are sent as. Scripts, styles, pictures and data are what pages are made with. */
const MEDIA_TYPES: ReadonlySet<string> = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
  "text/rtf",
  "application/rtf",
  "application/pdf",
  "application/epub+zip",
  "application/msword",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "message/rfc822",
  "multipart/related",
]);

/** Texts that are for programs. */
const FOR_PROGRAMS = /\/(robots|ads|app-ads|security|humans|llms)\.txt$/i;

/** Whether what was sent can be an article. */
export function isArticle({ url, status, mediaType }: WarcResponse): boolean {
  if (status !== 200 || !MEDIA_TYPES.has(mediaType)) return false;
  return /^(https?|ftp|file):/i.test(url) && !FOR_PROGRAMS.test(url.replace(/[?#].*$/, ""));
}

/** A page or document of a web archive as a file of its own; null where nothing was sent. */
export async function memberOf(
  archive: string,
  { url, encoding, read }: WarcResponse,
  title: string | null = null,
): Promise<Part | null> {
  const name = `${archive} › ${url}`;
  try {
    const bytes = await read();
    if (bytes.byteLength === 0) return null;
    const stated: StatedByOutside = {};
    if (/^(https?|ftp):/i.test(url)) stated.url = { value: url, from: "header" };
    if (title !== null) stated.title = { value: title, from: "header" };
    const declared = encoding === null ? {} : { declaredEncoding: encoding };
    return { kind: "member", file: { name, content: { kind: "memory", bytes }, stated, ...declared } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: "failed", name, problem: error };
  }
}
