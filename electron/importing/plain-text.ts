import { decodeText } from "./decoding.ts";
import type { Format, Part, ReadDocument } from "./document.ts";
import { bytesOf } from "./incoming.ts";
import { blocksOfLines } from "./line-blocks.ts";

/** Plain text in any encoding. It has no sign of its own: whatever no other format knows is tried as this. */
export const plainTextFormat: Format = {
  name: "plain text",
  recognises: () => true,
  read: async (file): Promise<Part[]> => {
    const original = await bytesOf(file);
    const { text, doubt } = decodeText(file.name, original);
    return [{ kind: "document", name: file.name, original, document: { ...documentOfPlainText(text), doubt } }];
  },
};

/** The document of a plain text, whose paragraphs are told from its lines. */
export function documentOfPlainText(text: string): ReadDocument {
  return { blocks: blocksOfLines(text), stated: {}, mediaType: "text/plain", tool: "", doubt: null, isPlain: true };
}
