/** A half-open range `[start, end)` of a canonical text, in UTF-16 code units. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Widens a range to whole user-perceived characters and drops white space at its ends, so that no saved quote begins
 * inside an emoji or ends with a stray space. Returns null where nothing but white space is left.
 *
 * `text` is the canonical text; `start` and `end` may stand in either order.
 */
export function tidyRange(text: string, start: number, end: number): TextRange | null {
  let from = Math.max(0, Math.min(start, end));
  let to = Math.min(text.length, Math.max(start, end));
  from = graphemeStart(text, from);
  if (to > from) to = graphemeEnd(text, to);
  while (from < to && isBareSpace(text, from)) from++;
  while (to > from && isBareSpace(text, to - 1)) to--;
  return from < to ? { start: from, end: to } : null;
}

/** The word around an offset, or null where the offset touches no word. */
export function wordAround(text: string, offset: number, language: string | null): TextRange | null {
  const line = lineAround(text, offset);
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: "word" });
  const parts = segmenter.segment(text.slice(line.start, line.end));
  // Where two words touch at the offset, the one that ends there is meant: the caret has just passed it.
  for (const place of [offset - 1, offset]) {
    const part = parts.containing(place - line.start);
    if (part?.isWordLike) {
      const start = line.start + part.index;
      return { start, end: start + part.segment.length };
    }
  }
  return null;
}

export function rangesOverlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Sorts ranges and joins those that touch or overlap. */
export function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ start: range.start, end: range.end });
  }
  return joined;
}

function lineAround(text: string, offset: number): TextRange {
  const before = text.lastIndexOf("\n", offset - 1);
  const after = text.indexOf("\n", offset);
  return { start: before + 1, end: after === -1 ? text.length : after };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How far beyond an offset its character is looked for at first; hardly any character is longer. */
const REACH = 64;

/**
 * Segmenting starts at the beginning of the line, because whether two characters belong together can depend on all that
 * stand before them (flags are pairs of regional indicators). A very long line is cut at a space nearby, and after the
 * offset as soon as the character is known to have ended.
 */
function graphemeAround(text: string, offset: number): TextRange {
  const line = lineAround(text, offset);
  const space = text.lastIndexOf(" ", Math.max(line.start, offset - REACH));
  const from = Math.max(line.start, space);
  for (let reach = REACH; ; reach *= 2) {
    const to = Math.min(line.end, offset + reach);
    const part = graphemes.segment(text.slice(from, to)).containing(offset - from);
    if (!part) return { start: offset, end: offset };
    const end = from + part.index + part.segment.length;
    // One unit is kept in hand, since the cut itself may fall inside a surrogate pair.
    if (end < to - 1 || to === line.end) return { start: from + part.index, end };
  }
}

function graphemeStart(text: string, offset: number): number {
  return offset >= text.length || text[offset] === "\n" ? offset : graphemeAround(text, offset).start;
}

function graphemeEnd(text: string, offset: number): number {
  if (offset >= text.length || text[offset] === "\n") return offset;
  const part = graphemeAround(text, offset);
  return part.start === offset ? offset : part.end;
}

/** White space that carries no combining mark or joiner; one that does is a character of its own and stays whole. */
function isBareSpace(text: string, offset: number): boolean {
  if (text[offset] === "\n") return true;
  if (!/\s/u.test(text.charAt(offset))) return false;
  const { start, end } = graphemeAround(text, offset);
  return start === offset && end === offset + 1;
}
