import type { ReadDocument } from "./document.ts";
import { readFragment } from "./html.ts";

const FRAGMENT_BEGIN = "<!--StartFragment-->";
const FRAGMENT_END = "<!--EndFragment-->";

/**
 * Reads rich text from the clipboard, as HTML: all of it, since a person chose it. Where the clipboard marks the fragment
 * that was copied, nothing around it is read. Without blocks where there is no text in it. It states nothing: what stands
 * around the fragment belongs to the program that it was copied in.
 */
export async function readPastedHtml(name: string, pasted: string): Promise<ReadDocument> {
  const begin = pasted.indexOf(FRAGMENT_BEGIN);
  const end = pasted.lastIndexOf(FRAGMENT_END);
  const from = begin === -1 ? 0 : begin + FRAGMENT_BEGIN.length;
  const blocks = readFragment(pasted.slice(from, end > from ? end : undefined), name);
  return { blocks, stated: {}, mediaType: "text/html", tool: "linkedom 0.18.12", doubt: null, isPlain: false };
}
