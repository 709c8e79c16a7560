import type { DraftBlock } from "./document.ts";

/** The blocks of a text whose headline was kept apart from it, with the headline before them, where they do not begin with it. */
export function headlineAbove(blocks: DraftBlock[], headline: string): DraftBlock[] {
  const [first] = blocks;
  if (headline === "" || first === undefined) return blocks;
  const heading: DraftBlock = { kind: "heading", level: 1, text: headline };
  return comparable(first.text) === comparable(headline) ? blocks.with(0, heading) : [heading, ...blocks];
}

const comparable = (line: string) =>
  line
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
