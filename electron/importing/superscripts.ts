/** What stands around raised words. */
interface Surroundings {
  /** The end of what stands before them in their line; empty at its beginning. */
  before: string;
  /** What follows them, or its beginning. */
  after: string;
}

/** So much of what stands before is looked at, in characters, and raised words that are longer are no figures. */
const BEFORE_RAISED = 16;
const LONGEST_RAISED = 24;

const FIGURES = /^\p{Nd}{1,3}(?:\s?[,;–-]\s?\p{Nd}{1,3})*$/u;
const SIGNED = /^[+\-−–]\p{Nd}[\p{Nd}.,]*$/u;
/** A fraction that is raised whole, or as far as its stroke. */
const RAISED_FRACTION = /^\p{Nd}+[/⁄∕]\p{Nd}*$/u;
/** What of figures a raised run may hold where a program parted them: “10”, “-” and “3”, or “1”, “, ” and “2”. */
const PARTS_OF_FIGURES = /^\s*(?:[\p{Nd}.,;+\-−–/⁄∕]\s*)+$/u;
/** A stroke that parts figures, and none before a unit: “10⁶/ml”. */
const STROKE = /^[/⁄∕](?!\p{L})/u;

/** Letters behind which a raised figure is no note: units of length, and single letters that stand for a quantity. */
const POWER = /(?:^|[^\p{L}\p{M}])(?:[cdhkmµ]?m|ft|in|yd|mi|\p{Script=Latin})$/u;
/** What a word or a sentence ends in. */
const END_OF_WORD = /[\p{L}\p{M}.,;:!?…”’"')\]»%،؛؟。，、！？」』]$/u;

/**
 * Writes the words of a line. The text knows no raised letters, and a raised figure is never joined to the figures before
 * it, since 10⁶ is not 106:
 *
 * - behind the number 10, and with a sign behind any number, it is a power: “10^6”, “5 × 10^-3”;
 * - before a stroke it is the upper part of a fraction, and a space goes before it: “3 1/2”;
 * - behind any other number, a word or a sentence it is the mark of a note, as is any that leads to one: “2024[3]”;
 * - behind a unit or a single letter (“km2”) and where it begins a line or a word (“235U”) it stays as it is.
 *
 * Raised letters stay joined, as in “1st”, “2e” and “Mme”, unless they lead to a note.
 *
 * Programs part what is raised into runs at will, and only what follows shows a fraction: so raised words wait for what
 * follows them, and figures, signs and separators in raised runs beside one another are one. Marks that lead to notes
 * stay apart.
 */
export class LineWriter {
  /** None of them is empty. */
  #pieces: string[] = [];
  /** Where in the pieces the words of the raised elements begin that are open. */
  readonly #open: number[] = [];
  /** Where in the pieces raised words begin that wait for what follows; null where none do. */
  #waiting: number | null = null;

  /** Whether there are no words in the line yet. */
  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** Whether what is added now is raised. */
  get isRaised(): boolean {
    return this.#open.length > 0;
  }

  /** Adds words, which are raised where a raised element is open. */
  add(words: string): void {
    if (words === "") return;
    if (this.#open.length === 0) this.#settle(this.#pieces.length, words);
    this.#pieces.push(words);
  }

  /** Adds the mark of a note as it is, also where a raised element is open. */
  addMark(mark: string): void {
    const depth = this.#open.length;
    for (let left = depth; left > 0; left--) this.endRaised();
    this.add(mark);
    for (let left = depth; left > 0; left--) this.beginRaised();
  }

  /** Begins a raised element. One in another is raised above the words of that one. */
  beginRaised(): void {
    this.#open.push(this.#pieces.length);
  }

  /** Ends the raised element that was begun last. */
  endRaised(): void {
    const from = this.#open.pop() ?? this.#pieces.length;
    if (from === this.#pieces.length) return;
    const outer = this.#open.at(-1);
    if (outer === undefined) this.#wait(from);
    else if (from > outer) this.#raise(from, this.#pieces.length, { before: this.#before(from, outer), after: "" });
  }

  /** Ends the raised element that was begun last, which leads to a note. */
  endRaisedNote(): void {
    const from = this.#open.pop() ?? this.#pieces.length;
    if (from === this.#pieces.length) return;
    const length = this.#pieces.length - from;
    const outer = this.#open.at(-1);
    if (outer === undefined) this.#settle(from, this.#pieces[from] ?? "");
    const begin = this.#pieces.length - length;
    const before = this.#before(begin, outer ?? 0);
    const words = this.#beginning(begin, this.#pieces.length);
    if (/^\s*[\p{L}\p{Nd}]{1,3}\s*$/u.test(words)) this.#pieces.splice(begin, length, inBrackets(words));
    else this.#raise(begin, this.#pieces.length, { before, after: "" });
  }

  /** Ends the line, and gives its words. Elements that are open go on in the next one. */
  take(): string {
    this.#settle(this.#pieces.length, "");
    const line = this.#pieces.join("");
    this.#pieces = [];
    this.#open.fill(0);
    return line;
  }

  /** Lets the last raised words wait, with those that wait already where both are parts of figures. */
  #wait(from: number): void {
    const words = this.#beginning(from, this.#pieces.length);
    if (this.#waiting !== null && PARTS_OF_FIGURES.test(words)) {
      if (PARTS_OF_FIGURES.test(this.#beginning(this.#waiting, from))) return;
    }
    const length = this.#pieces.length - from;
    this.#settle(from, words);
    this.#waiting = this.#pieces.length - length;
  }

  /** Writes the words that wait, which go up to a place in the pieces, as is right before what follows. */
  #settle(to: number, after: string): void {
    const from = this.#waiting;
    this.#waiting = null;
    if (from !== null) this.#raise(from, to, { before: this.#before(from, 0), after });
  }

  #raise(from: number, to: number, surroundings: Surroundings): void {
    const words = this.#beginning(from, to);
    if (words.length <= LONGEST_RAISED) this.#pieces.splice(from, to - from, raisedWords(words, surroundings));
    else if (areFiguresBehindFigures(words, surroundings.before)) this.#pieces[from] = ` ${this.#pieces[from] ?? ""}`;
  }

  /** The end of what stands before a place in the pieces, back to another at most. */
  #before(to: number, from: number): string {
    const pieces = this.#pieces.slice(Math.max(from, to - BEFORE_RAISED), to);
    return pieces
      .map((piece) => piece.slice(-BEFORE_RAISED))
      .join("")
      .slice(-BEFORE_RAISED);
  }

  /** The words between two places, cut where they are too long for figures: they may be many megabytes. */
  #beginning(from: number, to: number): string {
    const pieces = this.#pieces.slice(from, Math.min(to, from + LONGEST_RAISED + 1));
    return pieces
      .map((piece) => piece.slice(0, LONGEST_RAISED + 1))
      .join("")
      .slice(0, LONGEST_RAISED + 1);
  }
}

function raisedWords(words: string, { before, after }: Surroundings): string {
  const bare = words.trim();
  if (SIGNED.test(bare) && /\p{Nd}$/u.test(before) && !/^\s/.test(words)) return `^${words}`;
  if (areFiguresBehindFigures(words, before)) {
    if (RAISED_FRACTION.test(bare) || (FIGURES.test(bare) && STROKE.test(after))) return ` ${words}`;
    const isExponent = /^\p{Nd}+$/u.test(bare) || !(FIGURES.test(bare) || /\s/.test(bare));
    return isExponent && /(?:^|\P{Nd})10$/u.test(before) ? `^${words}` : inBrackets(words);
  }
  if (!FIGURES.test(bare) || /^\s/.test(words)) return words;
  return END_OF_WORD.test(before) && !(POWER.test(before) && /^[2-4]$/.test(bare)) ? inBrackets(words) : words;
}

/** Whether words would make another number of that which stands before them. */
function areFiguresBehindFigures(words: string, before: string): boolean {
  return /^\p{Nd}/u.test(words) && /\p{Nd}$/u.test(before);
}

/** Words in brackets, which the spaces around them stay outside of. */
function inBrackets(words: string): string {
  const bare = words.trim();
  return words.replace(bare, () => `[${bare}]`);
}
