import type { DiffPiece } from "#domain/likeness/difference.ts";
import { paragraphsBeside } from "./paragraphs.ts";

/** A stretch of one of the two texts, in its own words. */
export interface Fragment {
  words: string;
  /** Whether it stands in both or only here; `unmarked` where the texts are too different to say so word by word. */
  kind: "same" | "only" | "unmarked";
  /** By number, from 0: the difference that it belongs to; null for none. */
  difference: number | null;
}

/** What stands side by side: a paragraph of each text, or several where they do not agree on where one ends. */
export interface SideRow {
  left: Fragment[];
  right: Fragment[];
}

export interface SideBySide {
  rows: SideRow[];
  /** The row in which each difference begins. */
  differences: number[];
  /** Whether the texts have hardly a word in common, so that nothing is marked. */
  isApart: boolean;
}

/** Texts of which so much of the shorter one stands in the other have something to be marked. */
const LEAST_SHARED = 0.1;

/** A cell with more characters than this ends at the next line, so that every row can be drawn in one go. */
const LONGEST_CELL = 3_000;

/**
 * Two texts as rows whose paragraphs stand beside each other. A row ends where both texts end a line in what is the same.
 * Differences in nothing but white space are shown and not counted. Texts with hardly a word in common, such as a
 * translation and what it was made from, are not marked at all, and their paragraphs stand side by side by their lengths.
 */
export function sideBySide(one: string, other: string, pieces: readonly DiffPiece[]): SideBySide {
  return sharedPart(one, other, pieces) < LEAST_SHARED ? apart(one, other) : marked(one, other, pieces);
}

/** How much of the shorter text stands in the other, from 0 to 1; all of it where it is empty. */
function sharedPart(one: string, other: string, pieces: readonly DiffPiece[]): number {
  const shorter = Math.min(one.length, other.length);
  const shared = pieces.reduce((sum, piece) => sum + (piece.kind === "same" ? piece.one.end - piece.one.start : 0), 0);
  return shorter === 0 ? 1 : shared / shorter;
}

function apart(one: string, other: string): SideBySide {
  const unmarked = (words: string): Fragment[] => (words === "" ? [] : [{ words, kind: "unmarked", difference: null }]);
  const rows = paragraphsBeside(one, other).map(({ left, right }) => ({
    left: unmarked(left),
    right: unmarked(right),
  }));
  return { rows, differences: [], isApart: true };
}

function marked(one: string, other: string, pieces: readonly DiffPiece[]): SideBySide {
  const layout = new Layout();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "same") {
      layout.same(one.slice(piece.one.start, piece.one.end));
      continue;
    }
    const before = pieces[index - 1];
    const continues = piece.kind === "only-other" && before?.kind === "only-one";
    const text =
      piece.kind === "only-one"
        ? one.slice(piece.one.start, piece.one.end)
        : other.slice(piece.other.start, piece.other.end);
    layout.onlyOn(piece.kind === "only-one" ? "left" : "right", text, continues);
  }
  return layout.finished();
}

class Layout {
  readonly #rows: SideRow[] = [];
  readonly #differences: number[] = [];
  #row: SideRow = { left: [], right: [] };
  #size = 0;
  /** Whether the difference that is being laid out was counted already. */
  #isCounted = false;

  /** Words that stand in both; every line that ends in them ends a row. */
  same(text: string): void {
    this.#isCounted = false;
    for (const line of linesOf(text)) {
      const fragment: Fragment = { words: line, kind: "same", difference: null };
      this.#row.left.push(fragment);
      this.#row.right.push(fragment);
      if (line.endsWith("\n")) this.#endRow();
    }
  }

  /** Words that stand in one text only; `continues` where they are the other half of the difference before them. */
  onlyOn(side: "left" | "right", text: string, continues: boolean): void {
    if (!continues) this.#isCounted = false;
    if (text.trim() !== "" && !this.#isCounted) {
      this.#differences.push(this.#rows.length);
      this.#isCounted = true;
    }
    const difference = this.#isCounted ? this.#differences.length - 1 : null;
    for (const line of linesOf(text)) {
      this.#row[side].push({ words: line, kind: "only", difference });
      this.#size += line.length;
      if (this.#size > LONGEST_CELL && line.endsWith("\n")) this.#endRow();
    }
  }

  finished(): SideBySide {
    this.#endRow();
    return { rows: this.#rows, differences: this.#differences, isApart: false };
  }

  #endRow(): void {
    if (this.#row.left.length + this.#row.right.length > 0) this.#rows.push(this.#row);
    this.#row = { left: [], right: [] };
    this.#size = 0;
  }
}

/** A text cut behind each line break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
