import { lettersToCompare } from "./comparing-lines.ts";
import type { DraftBlock } from "./document.ts";

/** The blocks of a text whose headline was kept apart from it, with the headline before them, where they do not begin with it. */
export function headlineAbove(blocks: DraftBlock[], headline: string): DraftBlock[] {
  const [first] = blocks;
  if (headline === "" || first === undefined) return blocks;
  const heading: DraftBlock = { kind: "heading", level: 1, text: headline };
  return isHeadline(first.text, headline) ? blocks.with(0, heading) : [heading, ...blocks];
}

/** Whether a line is the headline, but for its case and its marks. */
export function isHeadline(line: string, headline: string): boolean {
  return line.length <= LONGEST_HEADLINE && lettersToCompare(line) === lettersToCompare(headline);
}

/** What is longer is a paragraph, which may be a whole text of megabytes. */
const LONGEST_HEADLINE = 2_000;
