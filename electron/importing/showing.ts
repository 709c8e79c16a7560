import PostalMime, { type Attachment } from "postal-mime";
import type { ShownOriginal } from "#domain/contract/originals.ts";
import { decodeText } from "./decoding.ts";

/** The largest text or page that is drawn, in bytes. Larger ones can be saved and looked at elsewhere. */
export const LARGEST_SHOWN_TEXT = 8_000_000;

/** The largest mail or page archive that is unpacked, and the largest PDF that is drawn, in bytes. */
export const LARGEST_SHOWN_FILE = 64_000_000;

/** So many bytes of pictures come with a page that brings its own; the places of others stay empty. */
const MOST_PICTURES = 12_000_000;

/** An original and what it is. */
export interface OriginalFile {
  bytes: Uint8Array;
  mediaType: string;
}

/**
 * What can be shown of an original in the reader: its words, decoded, or the news that there is nothing that can be drawn.
 * Markup comes out as it went in; whoever draws it has to make it harmless.
 */
export async function shownOriginal(original: OriginalFile): Promise<ShownOriginal> {
  const { bytes } = original;
  const way = wayOf(original);
  if (way === "none") return { kind: "none", text: "" };
  const most = way === "pdf" || way === "packed" ? LARGEST_SHOWN_FILE : LARGEST_SHOWN_TEXT;
  if (bytes.byteLength > most) return { kind: "too-large", text: "" };
  if (way === "pdf") return { kind: "pdf", text: "" };
  const shown = way === "packed" ? await unpacked(bytes) : shownText(way, bytes);
  return shown.text.length > LARGEST_SHOWN_TEXT + MOST_PICTURES * 1.4 ? { kind: "too-large", text: "" } : shown;
}

/** Whether all that takes but a few milliseconds, so that whoever asks can wait for it. */
export function isSoonShown(original: OriginalFile): boolean {
  const way = wayOf(original);
  return way === "none" || way === "pdf" || original.bytes.byteLength <= (way === "packed" ? 50_000 : 1_000_000);
}

type Way = "html" | "text" | "pdf" | "packed" | "none";

/** How an original is shown, by its media type. */
function wayOf({ mediaType }: OriginalFile): Way {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (type === "application/pdf") return "pdf";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (["message/rfc822", "multipart/related", "application/x-mimearchive"].includes(type)) return "packed";
  // RTF calls itself a text, and is not one to be read.
  if (type === "text/rtf") return "none";
  if (type.startsWith("text/")) return "text";
  return /^application\/(.+\+)?(json|xml|x-ndjson|jsonl|ndjson)$/.test(type) ? "text" : "none";
}

function shownText(kind: "html" | "text", bytes: Uint8Array): ShownOriginal {
  try {
    return { kind, text: decodeText("", bytes).text };
  } catch {
    // It calls itself a text and is none.
    return { kind: "none", text: "" };
  }
}

/** The page of a mail or of a page archive, with the pictures that it brings; the words of a mail without one. */
async function unpacked(bytes: Uint8Array): Promise<ShownOriginal> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
    if (!mail.html) return { kind: "text", text: mail.text ?? "" };
    return { kind: "html", text: withPictures(mail.html, mail.attachments) };
  } catch {
    // What cannot be taken apart is shown as it is written.
    return shownText("text", bytes);
  }
}

/** Puts the pictures of a page archive where the page asks for them, as data, since nothing is ever fetched. */
function withPictures(page: string, parts: readonly Attachment[]): string {
  let left = MOST_PICTURES;
  const pictures = new Map<string, string>();
  for (const { mimeType, contentId, content } of parts) {
    if (!contentId || !/^image\/(png|jpeg|gif|webp|avif|bmp)$/i.test(mimeType) || typeof content === "string") continue;
    left -= content.byteLength;
    if (left < 0) break;
    const data = `data:${mimeType.toLowerCase()};base64,${Buffer.from(content as ArrayBuffer).toString("base64")}`;
    pictures.set(`cid:${contentId.replace(/^<|>$/g, "")}`, data);
  }
  if (pictures.size === 0) return page;
  return page.replace(/(\ssrc\s*=\s*)("([^"]*)"|'([^']*)')/gi, (whole, name: string, _quoted, double, single) => {
    const data = pictures.get((double ?? single).replaceAll("&amp;", "&"));
    return data === undefined ? whole : `${name}"${data}"`;
  });
}
