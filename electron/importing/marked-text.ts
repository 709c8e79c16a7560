import type { DraftBlock } from "./document.ts";
import { readFragment } from "./html.ts";
import { blocksOfLines } from "./line-blocks.ts";

/** The text of a field, in blocks. */
export interface MarkedText {
  blocks: DraftBlock[];
  /** True where it was written in lines and not marked up. */
  isPlain: boolean;
}

/** Elements that nobody writes in prose. One of them makes a text HTML; angle brackets alone do not. */
const ELEMENT =
  /<(p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|img|figure|table|section|article)(\s[^<>]*)?\/?>/i;
const REFERENCE = /&(#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);/i;

/** Reads the text of a cell of a table, which may be HTML: many programs put it there as they had it. */
export function readMarkedText(text: string): MarkedText {
  if (ELEMENT.test(text)) return { blocks: readFragment(text), isPlain: false };
  return { blocks: blocksOfLines(REFERENCE.test(text) ? withoutReferences(text) : text), isPlain: true };
}

/** The words of a title or name, which may be marked up as the text is, in one line. */
export function readMarkedLine(text: string): string {
  const marked = ELEMENT.test(text) || REFERENCE.test(text);
  const line = marked ? wordsOf(readFragment(text)) : text;
  return line.replace(/\s+/g, " ").trim();
}

/** A text whose lines are its own and whose characters are written as HTML has them. */
function withoutReferences(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => (REFERENCE.test(line) ? wordsOf(readFragment(line.replaceAll("<", "&lt;"))) : line))
    .join("\n");
}

const wordsOf = (blocks: readonly DraftBlock[]) => blocks.map(({ text }) => text).join(" ");
