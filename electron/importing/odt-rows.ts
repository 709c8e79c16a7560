/** A cell or a row that stands for more than so many is not written out: no table that is read has them, and hostile ones do. */
const MOST_REPEATS = 100;

/** How many characters may come of repetition in one document; tables that lie in one another multiply it. */
const MOST_REPEATED = 1_000_000;

/** What may still be repeated in a document. */
export class Repeats {
  #left = MOST_REPEATED;
  #isCut = false;

  /** How often a text of this length stands that is said to stand so often: that often, or once where it is too much. */
  granted(times: number, length: number): number {
    if (times <= 1) return 1;
    const cost = (times - 1) * (length + 1);
    if (times > MOST_REPEATS || cost > this.#left) {
      if (length > 0) this.#isCut = true;
      return 1;
    }
    this.#left -= cost;
    return times;
  }

  /** Whether something with text in it stands less often than it is said to. */
  get isCut(): boolean {
    return this.#isCut;
  }
}

/** How often a cell or a row stands, by what its attribute says. */
export function timesOf(attribute: string | undefined): number {
  return /^\d{1,9}$/.test(attribute ?? "") ? Math.max(1, Number(attribute)) : 1;
}

/** A row of a table while it is read. Cells without text are repeated only where one with text follows. */
export class OpenRow {
  readonly times: number;
  readonly #repeats: Repeats;
  readonly #cells: string[] = [];
  /** The text of the cell that is open, or null between cells. */
  #open: { text: string; times: number } | null = null;
  #empty: number[] = [];

  constructor(times: number, repeats: Repeats) {
    this.times = times;
    this.#repeats = repeats;
  }

  get isInCell(): boolean {
    return this.#open !== null;
  }

  openCell(times: number): void {
    this.#open = { text: "", times };
  }

  /** Adds words to the cell that is open, in one line. */
  add(text: string): void {
    if (this.#open) this.#open.text = [this.#open.text, text].filter((part) => part !== "").join(" ");
  }

  closeCell(): void {
    const closed = this.#open;
    this.#open = null;
    if (!closed) return;
    if (closed.text === "") {
      this.#empty.push(closed.times);
      return;
    }
    for (const times of this.#empty) this.#put("", times);
    this.#empty = [];
    this.#put(closed.text, closed.times);
  }

  #put(text: string, times: number): void {
    for (let left = this.#repeats.granted(times, text.length); left > 0; left--) this.#cells.push(text);
  }

  /** The cells up to the last with text in it, with tabs between them. */
  get text(): string {
    return this.#cells.join("\t");
  }
}
