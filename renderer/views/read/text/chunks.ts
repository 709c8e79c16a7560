import type { Block } from "#domain/text/canonical.ts";
import type { BlockKind, KindOfBlock } from "#domain/text/structure.ts";

/** A run of paragraphs that the browser lays out, paints and forgets together. */
export interface Chunk {
  /** Indexes of its first paragraph and of the one after its last. */
  first: number;
  beyond: number;
  /** Its half-open range of the text. */
  start: number;
  end: number;
}

const MOST_CHARACTERS = 3_000;
const MOST_BLOCKS = 24;

/** Groups paragraphs into chunks of about a screen, so that what is near the viewport is a handful of them. */
export function chunksOf(blocks: readonly Block[]): Chunk[] {
  const chunks: Chunk[] = [];
  let current: Chunk | null = null;
  for (const [index, block] of blocks.entries()) {
    const isFull = current && (index - current.first >= MOST_BLOCKS || block.end - current.start > MOST_CHARACTERS);
    if (!current || isFull) {
      current = { first: index, beyond: index, start: block.start, end: block.end };
      chunks.push(current);
    }
    current.beyond = index + 1;
    current.end = block.end;
  }
  return chunks;
}

/** How lines of each kind are set: characters to a line, the height of a line and the room below the block, in CSS pixels. */
const SETTING: Record<BlockKind, { characters: number; line: number; below: number }> = {
  paragraph: { characters: 70, line: 29.16, below: 15 },
  heading: { characters: 64, line: 26, below: 20 },
  "list-item": { characters: 66, line: 29.16, below: 7 },
  quote: { characters: 66, line: 27, below: 11 },
  "table-row": { characters: 96, line: 20, below: 9 },
  caption: { characters: 96, line: 20, below: 15 },
  credit: { characters: 96, line: 20, below: 11 },
};

/** About how high a chunk will be, in CSS pixels, before it has ever been laid out. */
export function estimatedHeight(chunk: Chunk, blocks: readonly Block[], kinds: readonly KindOfBlock[]): number {
  let height = 0;
  for (let index = chunk.first; index < chunk.beyond; index++) {
    const block = blocks[index];
    const { characters, line, below } = SETTING[kinds[index]?.kind ?? "paragraph"];
    if (block) height += Math.ceil((block.end - block.start) / characters) * line + below;
  }
  return Math.round(height);
}

/** The index of the last paragraph that begins at or before the offset; 0 where none does. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
