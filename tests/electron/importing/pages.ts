import { Readable } from "node:stream";
import type { Format, Part, ReadDocument } from "#electron/importing/document.ts";

/** All parts that a format makes of bytes. */
export async function partsOf(format: Format, name: string, bytes: Uint8Array): Promise<Part[]> {
  const file = { name, content: { kind: "memory", bytes } } as const;
  return Readable.from(await format.read(file, { mapping: null })).toArray();
}

/** The document among parts; fails where there is not exactly one. */
export function documentOf(parts: readonly Part[]): ReadDocument {
  const documents = parts.flatMap((part) => (part.kind === "document" ? [part.document] : []));
  const [document] = documents;
  if (!document || documents.length > 1) throw new Error(`There are ${documents.length} documents.`);
  return document;
}

/** Kind, level and text of blocks, in a line each. */
export function linesOf({ blocks }: Pick<ReadDocument, "blocks">): string[] {
  return blocks.map(({ kind, level, text }) => `${kind} ${level}: ${text}`);
}

/** Paragraphs that are long enough, and written enough like prose, to be taken for an article. */
export function prose(sentence: string, paragraphs = 4): string {
  return `<p>${`${sentence} `.repeat(5).trim()}</p>`.repeat(paragraphs);
}

/** The same numbers for the same seed, from 0 to 1, so that a failing case can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
