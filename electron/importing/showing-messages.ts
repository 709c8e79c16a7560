import type { ShownOriginal } from "#domain/contract/originals.ts";
import { decodeText } from "./decoding.ts";
import { shownHeaderLines } from "./mail-header.ts";
import { isSavedPage, type MimePart, readHeader, readParts, withoutEnvelope } from "./mime.ts";
import { isOfBody, pagesAmong } from "./mime-bodies.ts";

/** So many bytes of pictures come with a page that brings its own; the places of others stay empty. */
const MOST_PICTURES = 12_000_000;

/**
 * What can be shown of a mail or a saved page: its pages, with the pictures that came in it, or its words where it has no
 * page; of a mail below the lines of its header that say where it comes from. Throws a problem where it cannot be taken apart.
 */
export function shownMessage(bytes: Uint8Array): ShownOriginal {
  const message = withoutEnvelope(bytes);
  const { header } = readHeader(message);
  const parts = readParts("", message);
  const isPageOnly = isSavedPage(header);
  const bodies = isPageOnly ? pagesAmong(parts, header) : bodiesOf(parts);
  const lines = isPageOnly ? [] : shownHeaderLines(message);
  const above = lines.length === 0 ? [] : [lines.join("\n")];
  if (!bodies.some(isPage)) return { kind: "text", text: [...above, ...bodies.map(wordsOf)].join("\n\n") };
  const pages = bodies.map((body) => (isPage(body) ? wordsOf(body) : asPage(wordsOf(body))));
  // The lines of the header come behind the pictures, since they are no markup in which a picture could be asked for.
  return { kind: "html", text: [...above.map(asPage), withPictures(pages.join("\n<hr>\n"), parts)].join("\n<hr>\n") };
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

function asPage(words: string): string {
  // Lines that a mail or we have written run as their letters do, whatever the page beside them says of itself.
  return `<pre dir="auto">${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
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
