import { fromMarkdown } from "mdast-util-from-markdown";
import type { DraftBlock } from "./document.ts";
import { readFragment } from "./html.ts";

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/** How deep quotes and lists may lie in one another; what lies deeper is read as lines. */
const DEEPEST = 32;

/** A list or quote within others, around the blocks in it. */
interface Surroundings {
  quotes: number;
  lists: number;
  /** What the next paragraph begins with, in an item of an ordered list. */
  number: string;
}

/**
 * The blocks of a text in Markdown: headings, paragraphs, items of lists with their numbers, quotations, code, tables as rows
 * with a tab between their cells. What is HTML in it is read as such.
 */
export function blocksOfMarkdown(markdown: string): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  take(blocks, fromMarkdown(markdown), { quotes: 0, lists: 0, number: "" }, markdown);
  return blocks;
}

function take(blocks: DraftBlock[], node: Node, around: Surroundings, source: string): void {
  if (around.quotes + around.lists > DEEPEST) {
    blocks.push(block(sourceOf(node, source), around));
    return;
  }
  switch (node.type) {
    case "heading":
      blocks.push({ kind: "heading", level: node.depth, text: wordsOf(node) });
      return;
    case "paragraph":
      blocks.push(...paragraphs(node, around, source));
      around.number = "";
      return;
    case "code":
      blocks.push(block(node.value, around));
      return;
    case "html":
      blocks.push(...readFragment(node.value));
      return;
    case "blockquote":
      for (const child of node.children) take(blocks, child, { ...around, quotes: around.quotes + 1 }, source);
      return;
    case "list":
      for (const [index, item] of node.children.entries()) {
        const number = node.ordered ? `${(node.start ?? 1) + index}. ` : "";
        const inside = { ...around, lists: around.lists + 1, number };
        for (const child of item.children) take(blocks, child, inside, source);
      }
      return;
    case "root":
      for (const child of node.children) take(blocks, child, { ...around }, source);
      return;
    default:
  }
}

function block(text: string, { quotes, lists }: Surroundings): DraftBlock {
  if (lists > 0) return { kind: "list-item", level: Math.min(lists, 9), text };
  if (quotes > 0) return { kind: "quote", level: Math.min(quotes, 9), text };
  return { kind: "paragraph", level: 1, text };
}

/** The line under the names of the columns of a table. */
const TABLE_RULE = /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$/;

function paragraphs(node: Extract<Node, { type: "paragraph" }>, around: Surroundings, source: string): DraftBlock[] {
  const lines = sourceOf(node, source).split(/\r?\n/);
  if (lines.length > 1 && lines[0]?.includes("|") && lines[1]?.includes("|") && TABLE_RULE.test(lines[1].trim())) {
    return lines.toSpliced(1, 1).map((line) => ({ kind: "table-row", level: 1, text: cellsOf(line).join("\t") }));
  }
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === "image") {
    return only.alt ? [{ kind: "caption", level: 1, text: only.alt }] : [];
  }
  return [block(around.number + wordsOf(node), around)];
}

/** The cells of a row, with what is marked up in them as words. */
function cellsOf(line: string): string[] {
  const row = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return row.split(/(?<!\\)\|/).map((cell) => {
    const [paragraph] = fromMarkdown(cell.replaceAll("\\|", "|").trim()).children;
    return paragraph ? wordsOf(paragraph) : "";
  });
}

/** The words of a line: without its marks, links by what they are called, pictures by what they show. */
function wordsOf(node: object): string {
  if ("type" in node && node.type === "break") return "\n";
  if ("type" in node && node.type === "html") return "value" in node && /^<br\b/i.test(String(node.value)) ? "\n" : "";
  if ("value" in node && typeof node.value === "string") return node.value.replace(/\r?\n/g, " ");
  if ("alt" in node && typeof node.alt === "string") return node.alt;
  return "children" in node && Array.isArray(node.children) ? node.children.map(wordsOf).join("") : "";
}

function sourceOf({ position }: Node, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
