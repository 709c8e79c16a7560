import type { Line } from "./pdf-lines.ts";

/** How many lines from the top and the bottom of a page can be running heads. */
const OUTERMOST = 3;

/** On how many other pages near it a line has to stand again, and how near these are. */
const NEAR = 4;
const REPEATED = 2;

const PAGE_NUMBER =
  /^[\s\p{P}]*(?:(?:page|seite|p[aá]gina|p\.|s\.|صفحة|第)\s*)?\d{1,5}(?:\s*(?:\/|of|de|sur|von|من)\s*\d{1,5})?(?:\s*[页頁])?[\s\p{P}]*$/iu;

/** A line that could be a running head: what makes two of them the same. */
interface Candidate {
  line: Line;
  key: string;
}

/**
 * The pages without their running heads, running feet and page numbers: lines among the outermost of their page that stand
 * at the same height, in the same size and the same words but for figures on pages near by. On one or two pages, where
 * nothing repeats, only page numbers go. Nothing goes where hardly anything would be left.
 */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const candidates = pages.map(candidatesOf);
  const isShort = pages.length <= REPEATED;
  const kept = pages.map((lines, page) => {
    const gone = new Set<Line>();
    for (const { line, key } of candidates[page] ?? []) {
      const isNumber = PAGE_NUMBER.test(line.text);
      const alike = timesNear(candidates, page, key);
      if (isShort ? isNumber && saysItsPage(line.text, page) : alike >= (isNumber ? 1 : REPEATED)) gone.add(line);
    }
    return lines.filter((line) => !gone.has(line));
  });
  const lengthOf = (all: readonly (readonly Line[])[]) => all.flat().reduce((sum, { text }) => sum + text.length, 0);
  return lengthOf(kept) * 5 < lengthOf(pages) ? pages.map((lines) => [...lines]) : kept;
}

function candidatesOf(lines: readonly Line[]): Candidate[] {
  const fromTop = lines.toSorted((one, other) => one.baseline - other.baseline);
  const outermost = new Set([...fromTop.slice(0, OUTERMOST), ...fromTop.slice(-OUTERMOST)]);
  return [...outermost].map((line) => ({
    line,
    key: `${Math.round(line.baseline / 6)} ${Math.round(line.size)} ${line.text.replace(/\d+/g, "#").replace(/\s+/g, " ")}`,
  }));
}

function timesNear(candidates: readonly (readonly Candidate[])[], page: number, key: string): number {
  let times = 0;
  for (let other = Math.max(0, page - NEAR); other <= page + NEAR; other++) {
    if (other !== page && candidates[other]?.some((candidate) => candidate.key === key)) times++;
  }
  return times;
}

function saysItsPage(text: string, page: number): boolean {
  return Number(/\d+/.exec(text)?.[0]) === page + 1;
}
