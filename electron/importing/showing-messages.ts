import type { ShownOriginal } from "#domain/contract/originals.ts";
import { decodeText } from "./decoding.ts";
import { isSavedPage, type MimePart, readHeader, readParts, withoutEnvelope } from "./mime.ts";
import { isOfBody, pagesAmong } from "./mime-bodies.ts";

/** So many bytes of pictures come with a page that brings its own; the places of others stay empty. */
const MOST_PICTURES = 12_000_000;

/**
 * What can be shown of a mail or a saved page: its pages, with the pictures that came in it, or its words where it has no
 * page. Throws a problem where it cannot be taken apart.
 */
export function shownMessage(bytes: Uint8Array): ShownOriginal {
  const message = withoutEnvelope(bytes);
  const { header } = readHeader(message);
  const parts = readParts("", message);
  const bodies = isSavedPage(header) ? pagesAmong(parts, header) : bodiesOf(parts);
  if (!bodies.some(isPage)) return { kind: "text", text: bodies.map(wordsOf).join("\n\n") };
  const pages = bodies.map((body) => (isPage(body) ? wordsOf(body) : `<pre>${escaped(wordsOf(body))}</pre>`));
  return { kind: "html", text: withPictures(pages.join("\n<hr>\n"), parts) };
}

/** The parts of a mail that are shown: of those that say the same in several forms the page. */
function bodiesOf(parts: readonly MimePart[]): MimePart[] {
  const texts = parts.filter(isOfBody);
  return texts.filter((part, index) => {
    if (part.alternative === null) return true;
    const same = texts.filter(({ alternative }) => alternative === part.alternative);
    return part === (same.find(isPage) ?? same[0]) && texts.indexOf(part) === index;
  });
}

const isPage = ({ type }: MimePart) => type === "text/html" || type === "application/xhtml+xml";

function wordsOf({ bytes, charset }: MimePart): string {
  return decodeText("", bytes, charset).text;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Puts the pictures of a message where its pages ask for them, as data, since nothing is ever fetched. */
function withPictures(pages: string, parts: readonly MimePart[]): string {
  let left = MOST_PICTURES;
  const pictures = new Map<string, string>();
  for (const { type, header, bytes } of parts) {
    if (!/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type)) continue;
    left -= bytes.byteLength;
    if (left < 0) break;
    const data = `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
    const id = header.get("content-id")?.replace(/^<|>$/g, "");
    const location = header.get("content-location");
    if (id) pictures.set(`cid:${id}`, data);
    if (location) pictures.set(location, data);
  }
  if (pictures.size === 0) return pages;
  return pages.replace(
    /(\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi,
    (whole, name: string, double?: string, single?: string) => {
      const data = pictures.get((double ?? single ?? "").replaceAll("&amp;", "&"));
      return data === undefined ? whole : `${name}"${data}"`;
    },
  );
}
