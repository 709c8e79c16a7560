import type { DiffPiece } from "#domain/likeness/difference.ts";

/** A stretch of one of the two texts, in its own words. */
export interface Fragment {
  words: string;
  isSame: boolean;
  /** By number, from 0: the difference that it belongs to; null where it is the same. */
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
}

/** A cell with more characters than this ends at the next line, so that every row can be drawn in one go. */
const LONGEST_CELL = 3_000;

/**
 * Two texts as rows whose paragraphs stand beside each other. A row ends where both texts end a line in what is the same.
 * Differences in nothing but white space are shown and not counted.
 */
export function sideBySide(one: string, other: string, pieces: readonly DiffPiece[]): SideBySide {
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
    layout.only(piece.kind === "only-one" ? "left" : "right", text, continues);
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
      const fragment = { words: line, isSame: true, difference: null };
      this.#row.left.push(fragment);
      this.#row.right.push(fragment);
      if (line.endsWith("\n")) this.#endRow();
    }
  }

  only(side: "left" | "right", text: string, continues: boolean): void {
    if (!continues) this.#isCounted = false;
    if (text.trim() !== "" && !this.#isCounted) {
      this.#differences.push(this.#rows.length);
      this.#isCounted = true;
    }
    const difference = this.#isCounted ? this.#differences.length - 1 : null;
    for (const line of linesOf(text)) {
      this.#row[side].push({ words: line, isSame: false, difference });
      this.#size += line.length;
      if (this.#size > LONGEST_CELL && line.endsWith("\n")) this.#endRow();
    }
  }

  finished(): SideBySide {
    this.#endRow();
    return { rows: this.#rows, differences: this.#differences };
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
