import type { KindOfBlock } from "#domain/text/structure.ts";

/** The highest rank of a heading inside a text: the title of the article stands above all of them. */
const HIGHEST = 2;
const LOWEST = 6;

/**
 * For each block the rank of heading that it is drawn with, 2 to 6, or null where it is no heading. The levels of a
 * document may begin anywhere and leave some out; ranks go down one step at a time, so that the outline that is read out
 * has no gaps. The block at `titleAt` is the title itself and has no rank among them.
 */
export function headingRanks(kinds: readonly KindOfBlock[], titleAt = -1): (number | null)[] {
  const open: number[] = [];
  return kinds.map(({ kind, level }, index) => {
    if (kind !== "heading" || index === titleAt) return null;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(LOWEST, HIGHEST + open.length - 1);
  });
}
