import type { Piece } from "./pdf-items.ts";

/** A column of text on a page, or what stands above or beside columns, as wide as its lines. */
interface Column {
  left: number;
  right: number;
  page: number;
}

interface Cell {
  left: number;
  right: number;
}

/** A line of text in a column. */
export interface Line extends Omit<Piece, "spaceBefore" | "spaceAfter"> {
  column: Column;
  /** Where the cells that stand beside one another in it begin and end; they are parted by tabs. One for most lines. */
  cells: readonly Cell[];
  isRightToLeft: boolean;
}

/** Gaps, in sizes of the letters: from which on there is a space, from which on a column may end, and a cell does. */
const SPACE = 0.12;
const GUTTER = 0.7;
const CELL = 1.2;

/** How many edges at which lines begin are tried; a page has a few columns and a few indentations. */
const MOST_EDGES = 20;

/** Above so many pieces, a page is a drawing or a table, and no columns are sought on it. */
const MOST_PIECES = 4_000;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;

/** Pieces of a page that stand together, in reading order. */
type Region = Piece[];

/** The lines of a page in reading order: column after column, from the right where most of it is written from the right. */
export function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const isRightToLeft = runsRightToLeft(pieces.map(({ text }) => text).join(" "));
  const turned = pieces.map((piece) => withSidesTurned(piece, isRightToLeft));
  const segments = rowsOf(withDropCaps(turned)).flatMap((row) => segmentsOf(row, isRightToLeft));
  return cut(segments, isRightToLeft).flatMap((region) => linesOfRegion(region, page, isRightToLeft));
}

function runsRightToLeft(text: string): boolean {
  const rightToLeft = text.match(RIGHT_TO_LEFT)?.length ?? 0;
  return rightToLeft * 2 > (text.match(LETTER)?.length ?? 0);
}

/** Pieces that stand on one line, from the left; the lines from the top. Raised and lowered figures stay on theirs. */
function rowsOf<Kind extends Piece>(pieces: readonly Kind[]): Kind[][] {
  const rows: { baseline: number; size: number; pieces: Kind[] }[] = [];
  for (const piece of pieces.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1);
    const [small, large] = row ? [Math.min(row.size, piece.size), Math.max(row.size, piece.size)] : [0, 0];
    const reach = small < 0.8 * large ? 0.45 * large : 0.3 * small;
    if (row && piece.baseline - row.baseline <= reach) {
      row.pieces.push(piece);
      if (piece.size > row.size) Object.assign(row, { size: piece.size, baseline: piece.baseline });
    } else {
      rows.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
    }
  }
  return rows.map((row) => row.pieces.sort((one, other) => one.left - other.left));
}

/** A large first letter that reaches down beside several lines belongs before the first of them. */
function withDropCaps(pieces: readonly Piece[]): readonly Piece[] {
  const caps = pieces.filter(({ text }) => text.length <= 2 && /^["“«]?\p{Lu}$/u.test(text));
  if (caps.length === 0 || caps.length > 20) return pieces;
  const gone = new Set<Piece>();
  const grown = new Map<Piece, Piece>();
  for (const cap of caps) {
    const beside = pieces
      .filter(
        ({ size, left, baseline }) =>
          size * 1.8 < cap.size &&
          left >= cap.right - size &&
          left < cap.right + 2 * size &&
          baseline > cap.top &&
          baseline < cap.baseline - size / 2,
      )
      .sort((one, other) => one.baseline - other.baseline || one.left - other.left);
    const [first] = beside;
    if (!first) continue;
    gone.add(cap);
    grown.set(first, { ...first, text: cap.text + first.text, left: cap.left });
  }
  return pieces.filter((piece) => !gone.has(piece)).map((piece) => grown.get(piece) ?? piece);
}

/** Cuts a row where a gap is wide enough for the space between columns, and joins what stands closer. */
function segmentsOf(row: readonly Piece[], isRightToLeft: boolean): Piece[] {
  const segments: Piece[][] = [];
  for (const piece of row) {
    const last = segments.at(-1)?.at(-1);
    if (last && piece.left - last.right <= GUTTER * Math.max(last.size, piece.size)) segments.at(-1)?.push(piece);
    else segments.push([piece]);
  }
  return segments.map((segment) => joined(segment, isRightToLeft));
}

/** Joins pieces of one line, given from the left, into one, in the order in which they are read. */
function joined(pieces: readonly Piece[], isRightToLeft: boolean): Piece & { cells: Cell[] } {
  const main = pieces.reduce((most, piece) =>
    piece.size * piece.text.length > most.size * most.text.length ? piece : most,
  );
  const cells: Cell[] = [];
  let text = "";
  let before: Piece | undefined;
  for (const piece of inReadingOrder(pieces, isRightToLeft)) {
    let startsCell = before === undefined;
    if (before) {
      const gap = Math.max(piece.left - before.right, before.left - piece.right);
      const size = Math.max(piece.size, before.size);
      const isMarker = text.length <= 4 && /^(\W{1,2}|\(?\w{1,3}[.)])$/u.test(text);
      if (gap > CELL * size && !isMarker) {
        startsCell = true;
        text += "\t";
      } else if (gap > SPACE * Math.min(piece.size, before.size) || before.spaceAfter || piece.spaceBefore) {
        text += " ";
      }
    }
    text += piece.text;
    before = piece;
    const last = cells.at(-1);
    if (startsCell || !last) cells.push({ left: piece.left, right: piece.right });
    else Object.assign(last, { left: Math.min(last.left, piece.left), right: Math.max(last.right, piece.right) });
  }
  const letters = (bold: boolean) =>
    pieces.reduce((sum, piece) => (piece.isBold === bold ? sum + piece.text.length : sum), 0);
  return {
    text,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map(({ top }) => top)),
    baseline: main.baseline,
    size: main.size,
    isBold: letters(false) === 0 || letters(true) > 9 * letters(false),
    spaceBefore: false,
    spaceAfter: false,
    cells,
  };
}

/**
 * Pieces from the left in the order in which they are read. In a line that runs from the right, what runs from the left
 * (figures, foreign words) keeps its own order.
 */
function inReadingOrder(pieces: readonly Piece[], isRightToLeft: boolean): readonly Piece[] {
  const directions = pieces.map(({ text }) => directionOf(text));
  if (!isRightToLeft && !directions.includes(-1)) return pieces;
  const against = isRightToLeft ? 1 : -1;
  const ordered: Piece[] = [];
  let stretch: Piece[] = [];
  let neutral: Piece[] = [];
  const close = () => {
    ordered.push(...stretch.toReversed(), ...neutral);
    stretch = [];
    neutral = [];
  };
  for (const [index, piece] of (isRightToLeft ? pieces.toReversed() : pieces).entries()) {
    const direction = directions[isRightToLeft ? pieces.length - 1 - index : index];
    if (direction === against) {
      stretch.push(...neutral, piece);
      neutral = [];
    } else if (direction === 0 && stretch.length > 0) {
      neutral.push(piece);
    } else {
      close();
      ordered.push(piece);
    }
  }
  close();
  return ordered;
}

/** −1 for what is read from the right, 1 for what is read from the left, 0 for what goes with its surroundings. */
function directionOf(text: string): number {
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)) return -1;
  return /[\p{L}\p{N}]/u.test(text) ? 1 : 0;
}

/**
 * In text that runs from the right, brackets are drawn as their mirror images, and what ends a foreign word stands on its
 * left. Puts both back as they were written.
 */
function withSidesTurned(piece: Piece, isRightToLeft: boolean): Piece {
  const direction = directionOf(piece.text);
  if (direction === -1 || (direction === 0 && isRightToLeft)) return { ...piece, text: mirrored(piece.text) };
  if (!isRightToLeft) return piece;
  const text = piece.text
    .replace(/^([.,:;!?،؛؟]+)(.+)$/u, "$2$1")
    .replace(/^([([{«])([^)\]}»]+)$/u, (_, bracket: string, rest: string) => rest + mirrored(bracket))
    .replace(/^([^([{«]+)([)\]}»])$/u, (_, rest: string, bracket: string) => mirrored(bracket) + rest);
  return { ...piece, text };
}

const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "«": "»",
  "»": "«",
};

function mirrored(text: string): string {
  return text.replace(/[()[\]{}«»]/g, (bracket) => MIRRORED[bracket] ?? bracket);
}

/**
 * Parts a page into regions in reading order: at the white space that runs down between two columns of prose; where that
 * does not run down the whole page, such as under a headline, first at the white spaces across that bound it; else not.
 */
function cut(segments: Region, isRightToLeft: boolean): Region[] {
  if (segments.length < 4 || segments.length > MOST_PIECES) return [segments];
  const columns = columnsOf(segments);
  if (columns) return (isRightToLeft ? columns.toReversed() : columns).flatMap((column) => cut(column, isRightToLeft));
  const bands = bandsOf(segments);
  const [start, end] = bandsOfColumns(bands, isRightToLeft) ?? [0, 0];
  if (end === 0) return [segments];
  const parts = [bands.slice(0, start), bands.slice(start, end), bands.slice(end)].map((part) => part.flat());
  return parts.filter((part) => part.length > 0).flatMap((part) => cut(part, isRightToLeft));
}

/**
 * The bands, from one to before another, beside which columns stand: of those over whose whole height an edge at which
 * lines begin is crossed by nothing, the ones with most lines. Null where there are no columns.
 */
function bandsOfColumns(bands: readonly Region[], isRightToLeft: boolean): [number, number] | null {
  let best: [number, number] | null = null;
  let most = 0;
  for (const edge of edgesOf(bands.flat(), isRightToLeft)) {
    let start = 0;
    for (let end = 1; end <= bands.length; end++) {
      const isCrossed = (band: Region) => band.some(({ left, right }) => left < edge - 1 && right > edge + 1);
      if (isCrossed(bands[end - 1] ?? [])) start = end;
      else if (end === bands.length || isCrossed(bands[end] ?? [])) {
        const region = bands.slice(start, end).flat();
        if (end - start < bands.length && region.length > most && columnsOf(region)) {
          most = region.length;
          best = [start, end];
        }
      }
    }
  }
  return best;
}

/** The edges at which several lines begin, those of most lines first. */
function edgesOf(segments: Region, isRightToLeft: boolean): number[] {
  const counts = new Map<number, number>();
  for (const { left, right } of segments) {
    const edge = Math.round((isRightToLeft ? right : left) / 2) * 2;
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const edges = [...counts].filter(([, count]) => count >= 2).sort((one, other) => other[1] - one[1]);
  return edges.slice(0, MOST_EDGES).map(([edge]) => edge);
}

/** What lies between the white spaces that run across the whole region, from the top. */
function bandsOf(segments: Region): Region[] {
  const bands: Region[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const segment of segments.toSorted((one, other) => one.top - other.top)) {
    if (segment.top > bottom) bands.push([]);
    bands.at(-1)?.push(segment);
    bottom = Math.max(bottom, segment.baseline + 0.1 * segment.size);
  }
  return bands;
}

/** The two sides of the widest white space that runs down between two columns of prose; null where there is none. */
function columnsOf(segments: Region): [Region, Region] | null {
  const fromLeft = segments.toSorted((one, other) => one.left - other.left);
  const sizes = segments.map(({ size }) => size).sort((one, other) => one - other);
  const least = GUTTER * (sizes[sizes.length >> 1] ?? 10);
  let right = Number.NEGATIVE_INFINITY;
  let widest = least;
  let best: [Region, Region] | null = null;
  for (const [index, segment] of fromLeft.entries()) {
    const gap = segment.left - right;
    if (index > 0 && gap > widest) {
      const sides: [Region, Region] = [fromLeft.slice(0, index), fromLeft.slice(index)];
      if (sides.every(isProse) && standBeside(...sides)) {
        widest = gap;
        best = sides;
      }
    }
    right = Math.max(right, segment.right);
  }
  return best;
}

/** Several lines, most of them nearly as wide as the column and longer than the cell of a table is. */
function isProse(region: Region): boolean {
  const left = Math.min(...region.map((piece) => piece.left));
  const right = Math.max(...region.map((piece) => piece.right));
  const rows = rowsOf(region);
  const wide = rows.filter((row) => {
    const letters = row.reduce((sum, { text }) => sum + text.length + (isWide(text) ? text.length : 0), 0);
    const width = row.reduce((sum, piece) => sum + piece.right - piece.left, 0);
    return letters >= 12 && width > 0.45 * (right - left);
  });
  return rows.length >= 2 && wide.length >= 2 && wide.length * 2 >= rows.length;
}

function isWide(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

function standBeside(one: Region, other: Region): boolean {
  const span = (region: Region) =>
    [Math.min(...region.map(({ top }) => top)), Math.max(...region.map((piece) => piece.baseline))] as const;
  const [[top, bottom], [otherTop, otherBottom]] = [span(one), span(other)];
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return shared > 0.3 * Math.min(bottom - top, otherBottom - otherTop);
}

function linesOfRegion(region: Region, page: number, isRightToLeft: boolean): Line[] {
  const rows = rowsOf(region).map((row) => joined(row, isRightToLeft));
  const column = { left: Math.min(...rows.map(({ left }) => left)), right: rightOf(rows), page };
  if (isRightToLeft) Object.assign(column, { left: leftOf(rows), right: Math.max(...rows.map(({ right }) => right)) });
  return rows.map(({ spaceBefore: _before, spaceAfter: _after, ...line }) => ({ ...line, column, isRightToLeft }));
}

/** Where the lines of a column end: as far as nine of ten reach, so that one that sticks out counts for nothing. */
function rightOf(lines: readonly Piece[]): number {
  const ends = lines.map(({ right }) => right).sort((one, other) => one - other);
  return ends[Math.max(0, Math.ceil(ends.length * 0.9) - 1)] ?? 0;
}

function leftOf(lines: readonly Piece[]): number {
  const ends = lines.map(({ left }) => -left).sort((one, other) => one - other);
  return -(ends[Math.max(0, Math.ceil(ends.length * 0.9) - 1)] ?? 0);
}
