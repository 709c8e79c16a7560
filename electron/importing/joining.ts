import { canonicalText } from "#domain/text/canonical.ts";
import type { BlockKind, TextStructure } from "#domain/text/structure.ts";
import type { DraftBlock } from "./document.ts";

/** A canonical text with what its lines are. */
export interface JoinedText {
  text: string;
  structure: TextStructure;
}

/** Blocks of these kinds follow one another line by line; others are parted by an empty line. */
const CLOSE: ReadonlySet<BlockKind> = new Set(["list-item", "table-row"]);

/**
 * Joins blocks into a canonical text: a line feed between the items of a list and the rows of a table, an empty line between
 * all others. Each block is made canonical by itself before its place is noted, so that the places hold in the joined text;
 * blocks without words go.
 */
export function joinBlocks(drafts: readonly DraftBlock[]): JoinedText {
  const structure: TextStructure = { blocks: [], pages: [] };
  let text = "";
  let previous: BlockKind | null = null;
  for (const { kind, level, text: words, page } of drafts) {
    const canonical = canonicalText(words);
    if (canonical === "") continue;
    if (previous !== null) text += previous === kind && CLOSE.has(kind) ? "\n" : "\n\n";
    // A page without words begins where the next one that has some does.
    while (page !== undefined && structure.pages.length < page) structure.pages.push(text.length);
    if (kind !== "paragraph") {
      for (const start of lineStarts(canonical)) structure.blocks.push({ start: text.length + start, kind, level });
    }
    text += canonical;
    previous = kind;
  }
  return { text, structure };
}

/** Where the lines of a block begin that are not empty. */
function lineStarts(text: string): number[] {
  const starts: number[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    if (end !== start) starts.push(start);
    if (end === -1) break;
    start = end + 1;
  }
  return starts;
}
