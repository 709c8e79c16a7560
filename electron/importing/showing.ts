import { isUtf8 } from "node:buffer";
import type { ShownOriginal } from "#domain/contract/originals.ts";
import { Problem } from "#domain/problems.ts";
import { decodeText } from "./decoding.ts";
import { shownMessage } from "./showing-messages.ts";

/** The largest text or page that is drawn, in bytes. Larger ones can be saved and looked at elsewhere. */
export const LARGEST_SHOWN_TEXT = 8_000_000;

/** The largest mail or page archive that is unpacked, and the largest PDF that is drawn, in bytes. */
export const LARGEST_SHOWN_FILE = 64_000_000;

/** The most that is given to be drawn, in UTF-16 code units: a page with its pictures. */
const MOST_SHOWN = LARGEST_SHOWN_TEXT * 3;

/** So many bytes are decoded or taken apart in a few milliseconds. */
const SOON = 500_000;

/** An original and what it is. */
export interface OriginalFile {
  bytes: Uint8Array;
  mediaType: string;
}

/**
 * What can be shown of an original in the reader: its words, decoded, or the news that there is nothing that can be drawn.
 * Markup comes out as it went in; whoever draws it has to make it harmless.
 */
export function shownOriginal(original: OriginalFile): ShownOriginal {
  const { bytes } = original;
  const way = wayOf(original);
  if (way === "none") return { kind: "none", text: "" };
  const most = way === "pdf" || way === "message" ? LARGEST_SHOWN_FILE : LARGEST_SHOWN_TEXT;
  if (bytes.byteLength > most) return { kind: "too-large", text: "" };
  if (way === "pdf") return { kind: "pdf", text: "" };
  const shown = shownWords(way, bytes);
  return shown.text.length > MOST_SHOWN ? { kind: "too-large", text: "" } : shown;
}

/** Whether all that takes but a few milliseconds, so that whoever asks can wait for it. */
export function isSoonShown(original: OriginalFile): boolean {
  const { bytes } = original;
  const way = wayOf(original);
  if (way === "none" || way === "pdf") return true;
  // To tell another encoding from the bytes takes long, however few they are.
  return bytes.byteLength <= SOON && (way === "message" || isUtf8(bytes));
}

type Way = "html" | "text" | "pdf" | "message" | "none";

/** How an original is shown, by its media type. */
function wayOf({ mediaType }: OriginalFile): Way {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (type === "application/pdf") return "pdf";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (["message/rfc822", "multipart/related", "application/x-mimearchive"].includes(type)) return "message";
  // RTF calls itself a text, and is not one to be read.
  if (type === "text/rtf") return "none";
  if (type.startsWith("text/")) return "text";
  return /^application\/(.+\+)?(json|xml|x-ndjson|jsonl|ndjson)$/.test(type) ? "text" : "none";
}

function shownWords(way: "html" | "text" | "message", bytes: Uint8Array): ShownOriginal {
  try {
    return way === "message" ? shownMessage(bytes) : { kind: way, text: decodeText("", bytes).text };
  } catch (error) {
    // It calls itself what it is not, or cannot be taken apart.
    if (error instanceof Problem) return { kind: "none", text: "" };
    throw error;
  }
}
