import * as z from "zod";
import type { Block } from "./canonical.ts";

/** What a line of a canonical text can be. A line that is nothing else is a paragraph. */
export const BLOCK_KINDS = ["paragraph", "heading", "list-item", "quote", "table-row", "caption", "credit"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * What the lines of a canonical text are, beside the text and never inside it. `blocks` names the lines that are no
 * paragraphs by where they start, in UTF-16 code units, in rising order; `level` is that of a heading (1 to 6) or the
 * depth of a list or quote (from 1), else 1. `pages` says where each page of a paged original begins; empty for others.
 */
export const TextStructure = z.object({
  blocks: z.array(z.object({ start: z.int().min(0), kind: z.enum(BLOCK_KINDS), level: z.int().min(1).max(9) })),
  pages: z.array(z.int().min(0)),
});
export type TextStructure = z.infer<typeof TextStructure>;

/** The structure of a text that is paragraphs and nothing else. */
export const PLAIN_STRUCTURE: TextStructure = { blocks: [], pages: [] };

/** A line of a canonical text with what it is. */
export interface KindOfBlock {
  kind: BlockKind;
  level: number;
}

const PARAGRAPH: KindOfBlock = { kind: "paragraph", level: 1 };

/** For each block, in reading order, what it is. */
export function kindsOf(blocks: readonly Block[], structure: TextStructure): KindOfBlock[] {
  const byStart = new Map(structure.blocks.map((block) => [block.start, block]));
  return blocks.map(({ start }) => byStart.get(start) ?? PARAGRAPH);
}

/** The page, counted from 1, on which an offset stands; null for a text without pages. */
export function pageAt({ pages }: TextStructure, offset: number): number | null {
  if (pages.length === 0) return null;
  let page = 1;
  while (page < pages.length && (pages[page] ?? Number.POSITIVE_INFINITY) <= offset) page++;
  return page;
}
