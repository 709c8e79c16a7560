import type { DraftBlock } from "./document.ts";
import { LineJoiner } from "./pdf-hyphens.ts";
import type { Line } from "./pdf-lines.ts";
import { withoutRunningHeads } from "./pdf-running-heads.ts";

/** How much larger than the body the letters of a heading are, and how long one can be. */
const LARGER = 1.15;
const LONGEST_HEADING = 300;
const LONGEST_BOLD_HEADING = 120;

/** From how much on the edge of a line tells something, in sizes of its letters. */
const INDENTED = 0.8;
const HANGING = 0.5;

/** A line of a table of contents. */
const LEADERS = /(\. ?){4,}\s*\d+$/;

const BULLET = /^[•‣◦▪▫●○■□–—*·⁃-]\s+(?=\S)/u;
const NUMBERED = /^\(?(\d{1,3}|[a-z])[.)]\s+(?=\S)/i;
const SENTENCE_END = /[.!?…؟。！？۔][\s"'”’»)\]]*$/u;

/** What of a document its paragraphs are told by. */
interface Body {
  size: number;
  /** True where most of it is bold, so that bold tells nothing. */
  isBold: boolean;
  /** From one baseline to the next within paragraphs, in sizes of the letters. */
  leading: number;
  /** The sizes of headings, the largest first. */
  headingSizes: number[];
}

interface Paragraph {
  lines: Line[];
  kind: DraftBlock["kind"];
}

/**
 * Makes the blocks of a document from the lines of its pages: running heads go; lines become paragraphs by the space
 * between them, by indentation, by what they leave free at their end, by size and weight; what goes on over a column or a
 * page is one. A block stands on the page on which it begins.
 */
export function blocksOfPages(pages: readonly (readonly Line[])[]): DraftBlock[] {
  const lines = withoutRunningHeads(pages).flat();
  if (lines.length === 0) return [];
  const body = bodyOf(lines);
  const joiner = new LineJoiner(lines.map(({ text }) => text));
  return paragraphsOf(lines, body).map(({ lines: own, kind }) => {
    const text = joiner.join(own.map((line) => line.text));
    const marked = kind === "list-item" ? text.replace(BULLET, "") : text;
    const level = kind === "heading" ? levelOf(own, body) : 1;
    return {
      kind,
      level,
      text: kind === "table-row" ? marked : marked.replaceAll("\t", " "),
      page: own[0]?.column.page ?? 1,
    };
  });
}

function bodyOf(lines: readonly Line[]): Body {
  const letters = new Map<number, number>();
  let [bold, all] = [0, 0];
  for (const { size, text, isBold } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    all += text.length;
    if (isBold) bold += text.length;
  }
  const size = [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
  const leadings: number[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before?.column !== line.column || Math.abs(line.size - before.size) > 0.1 * line.size) continue;
    const leading = (line.baseline - before.baseline) / line.size;
    if (leading > 0.7 && leading < 3) leadings.push(leading);
  }
  leadings.sort((one, other) => one - other);
  const headingSizes = [...letters.keys()].filter((other) => other >= LARGER * size).sort((one, other) => other - one);
  return { size, isBold: bold * 2 > all, leading: leadings[Math.floor(leadings.length * 0.4)] ?? 1.2, headingSizes };
}

function paragraphsOf(lines: readonly Line[], body: Body): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [index, line] of lines.entries()) {
    const kind = kindOf(line, lines[index - 1], lines[index + 1], body);
    const last = paragraphs.at(-1);
    const before = last?.lines.at(-1);
    const next = lines[index + 1];
    if (last && before && goesOn(last, before, line, next, kind, body)) last.lines.push(line);
    else paragraphs.push({ lines: [line], kind });
  }
  for (const paragraph of paragraphs) {
    if (paragraph.kind === "heading" && !isHeading(paragraph.lines, body)) paragraph.kind = "paragraph";
  }
  return paragraphs;
}

function kindOf(line: Line, before: Line | undefined, after: Line | undefined, body: Body): DraftBlock["kind"] {
  if (isRow(line, before) || isRow(line, after)) return "table-row";
  if (line.size >= LARGER * body.size || (line.isBold && !body.isBold)) return "heading";
  return BULLET.test(line.text) || NUMBERED.test(line.text) ? "list-item" : "paragraph";
}

/** A line of cells beside another one, where one of them stands under one of the others. */
function isRow(line: Line, neighbour: Line | undefined): boolean {
  if (line.cells.length < 2 || neighbour === undefined || neighbour.column !== line.column) return false;
  const near = (one: number, other: number) => Math.abs(one - other) < 0.25 * line.size;
  return (
    neighbour.cells.length > 1 &&
    line.cells
      .slice(1)
      .some((cell) =>
        neighbour.cells.slice(1).some(({ left, right }) => near(left, cell.left) || near(right, cell.right)),
      )
  );
}

function isHeading(lines: readonly Line[], body: Body): boolean {
  const text = lines.map((line) => line.text).join(" ");
  if (!/\p{L}/u.test(text)) return false;
  const isLarge = lines.every(({ size }) => size >= LARGER * body.size);
  if (isLarge) return text.length <= LONGEST_HEADING;
  return text.length <= LONGEST_BOLD_HEADING && !/[.,;]$/.test(text);
}

function levelOf(lines: readonly Line[], body: Body): number {
  const size = Math.round((lines[0]?.size ?? 0) * 2) / 2;
  const rank = body.headingSizes.indexOf(size);
  const level = rank === -1 ? body.headingSizes.length + 1 : rank + 1;
  return Math.min(6, Math.max(1, rank === -1 ? Math.max(2, level) : level));
}

/** Whether a line goes on with the paragraph that the line before it belongs to. */
function goesOn(
  last: Paragraph,
  before: Line,
  line: Line,
  next: Line | undefined,
  kind: DraftBlock["kind"],
  body: Body,
): boolean {
  if (last.kind === "table-row" || kind === "table-row") return false;
  if ((last.kind === "heading") !== (kind === "heading")) return false;
  if (Math.abs(line.size - before.size) > 0.08 * Math.max(line.size, before.size) || line.isBold !== before.isBold) {
    // A word in bold at the start or the end of a paragraph makes no line bold; a whole line is a heading.
    if (kind === "heading" || Math.abs(line.size - before.size) > 0.08 * line.size) return false;
  }
  if (BULLET.test(line.text) || (NUMBERED.test(line.text) && endsBefore(before, line))) return false;
  if (before.column !== line.column) return kind !== "heading" && goesOnElsewhere(before, line);
  const leading = (line.baseline - before.baseline) / line.size;
  if (kind === "heading") return leading > 0 && leading < 1.7;
  if (leading > body.leading * 1.3 + 0.1 || leading < 0) return false;
  return !beginsByItsEdge(last, before, line, next) && !endsBefore(before, line);
}

/** Over the end of a column or page: where the sentence has not ended, and the line is full or the next begins small. */
function goesOnElsewhere(before: Line, line: Line): boolean {
  if (SENTENCE_END.test(before.text) || /[:：]$/.test(before.text)) return false;
  return /^\p{Ll}/u.test(line.text) || /[-‐\u00AD,;،、]$/.test(before.text) || !endsBefore(before, line);
}

/**
 * The first line of a paragraph stands in from the edge, and the lines around it do not; or it stands out, where the second
 * line of the paragraph before it stood in from its first.
 */
function beginsByItsEdge(last: Paragraph, before: Line, line: Line, next: Line | undefined): boolean {
  const [first, second] = last.lines;
  if (first && second && insetOf(second) > insetOf(first) + HANGING) return insetOf(line) < insetOf(second) - HANGING;
  // Where no sentence has ended, a line that stands in belongs to a paragraph whose first line stands out.
  const hasEnded = SENTENCE_END.test(before.text) || before.text.endsWith(":");
  const standsIn = hasEnded && insetOf(line) > insetOf(before) + INDENTED && insetOf(line) < 5;
  return standsIn && !(next && next.column === line.column && insetOf(next) > insetOf(line) - HANGING);
}

/** How far a line stands in from the edge at which it begins, in sizes of its letters. */
function insetOf({ isRightToLeft, column, left, right, size }: Line): number {
  return (isRightToLeft ? column.right - right : left - column.left) / size;
}

/** Whether a line ends although the first word of the next would have found room on it, so that its end is meant. */
function endsBefore(before: Line, line: Line): boolean {
  if (/\p{L}[-‐\u00AD]$/u.test(before.text)) return false;
  if (LEADERS.test(before.text)) return true;
  const free = before.isRightToLeft ? before.left - before.column.left : before.column.right - before.right;
  const width = (line.right - line.left) / Math.max(1, line.text.length);
  const word = /^\S+/.exec(line.text)?.[0] ?? "";
  const isPacked = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
  const wanted = isPacked ? 3 * before.size : (word.length + 1) * width + before.size;
  return (
    free > wanted &&
    (SENTENCE_END.test(before.text) || free > wanted + 0.15 * (before.column.right - before.column.left))
  );
}
