import { diffArrays } from "diff";
import type { TextRange } from "../text/range.ts";
import { anchorsOf } from "./anchors.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A piece of two texts held side by side: the same in both, or only in one of them. */
export type DiffPiece =
  | { kind: "same"; one: TextRange; other: TextRange }
  | { kind: "only-one"; one: TextRange }
  | { kind: "only-other"; other: TextRange };

/**
 * Between two anchors the shortest difference is sought with up to so many steps; beyond, the whole stretch is changed.
 * The work grows with the square of the steps, and all long stretches of a text share what there is.
 */
const MOST_STEPS = 1_500;
const MOST_WORK = 16 * MOST_STEPS ** 2;

/** A stretch of so many words in both texts together is short, and costs next to nothing. */
const SHORT = 300;

/** Words that happen to be the same between two longer changes are part of the change: so few, between so many. */
const FEW_SAME = 2;
const MANY_CHANGED = 4;

/** How far each text goes in a stretch, in tokens, and whether it is the same stretch in both. */
interface Stretch {
  same: boolean;
  one: number;
  other: number;
}

/**
 * What is the same in two texts and what is not, word by word, in the order of reading. Every code unit of both texts is
 * in exactly one piece, and a piece that is the same holds the same characters in both. Where something was replaced, the
 * words of the one come before those of the other. Time is bounded: a megabyte against a megabyte takes about a second,
 * whatever they hold; the price is that two stretches that have hardly a phrase in common count as changed whole.
 */
export function differenceOf(one: string, other: string): DiffPiece[] {
  const [oneTokens = [], otherTokens = []] = tokensOf([one, other]);
  const stretches = tidied(
    stretchesOf(
      oneTokens.map((token) => token.word),
      otherTokens.map((token) => token.word),
    ),
  );
  return piecesOf(stretches, oneTokens, otherTokens);
}

/** Anchors first, since they cost little; then the shortest difference of what lies between each two. */
function stretchesOf(one: readonly number[], other: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let inOne = 0;
  let inOther = 0;
  const work = { left: MOST_WORK };
  const sameOn = (): void => {
    const from = inOne;
    while (inOne < one.length && inOther < other.length && one[inOne] === other[inOther]) {
      inOne++;
      inOther++;
    }
    if (inOne > from) stretches.push({ same: true, one: inOne - from, other: inOne - from });
  };
  sameOn();
  for (const anchor of anchorsOf(one, other)) {
    if (anchor.one < inOne || anchor.other < inOther) continue;
    stretches.push(...shortest(one.slice(inOne, anchor.one), other.slice(inOther, anchor.other), work));
    inOne = anchor.one;
    inOther = anchor.other;
    sameOn();
  }
  stretches.push(...shortest(one.slice(inOne), other.slice(inOther), work));
  return stretches;
}

/** The shortest difference (Myers), or the whole stretch as changed where it would take too many steps. */
function shortest(one: number[], other: number[], work: { left: number }): Stretch[] {
  if (one.length === 0 && other.length === 0) return [];
  const whole = { same: false, one: one.length, other: other.length };
  if (one.length === 0 || other.length === 0) return [whole];
  const isShort = one.length + other.length <= SHORT;
  if (!isShort && work.left <= 0) return [whole];
  const changes = diffArrays(one, other, { maxEditLength: MOST_STEPS });
  const steps = changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  if (!isShort) work.left -= (steps ?? MOST_STEPS) ** 2;
  if (!changes) return [whole];
  return changes.map(({ added, removed, count }) => ({
    same: !added && !removed,
    one: added ? 0 : count,
    other: removed ? 0 : count,
  }));
}

/** Joins changes that touch, and takes a few same words between two longer changes for a part of them. */
function tidied(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && last.same === stretch.same) {
      last.one += stretch.one;
      last.other += stretch.other;
      continue;
    }
    const [before, between] = joined.slice(-2);
    if (before && between?.same && isLong(before) && isLong(stretch) && between.one <= FEW_SAME) {
      joined.pop();
      before.one += between.one + stretch.one;
      before.other += between.other + stretch.other;
      continue;
    }
    joined.push({ ...stretch });
  }
  return joined;
}

function isLong(stretch: Stretch): boolean {
  return stretch.one + stretch.other >= MANY_CHANGED;
}

function piecesOf(stretches: readonly Stretch[], one: readonly Token[], other: readonly Token[]): DiffPiece[] {
  const pieces = new Pieces();
  let inOne = 0;
  let inOther = 0;
  for (const stretch of stretches) {
    if (stretch.same) {
      for (let step = 0; step < stretch.one; step++) {
        const [left, right] = [one[inOne + step], other[inOther + step]];
        if (left && right) pieces.addToken(left, right);
      }
    } else {
      pieces.addOnly(rangeOf(one, inOne, stretch.one), rangeOf(other, inOther, stretch.other));
    }
    inOne += stretch.one;
    inOther += stretch.other;
  }
  pieces.settle();
  return pieces.list;
}

function rangeOf(tokens: readonly Token[], from: number, count: number): TextRange | null {
  const first = tokens[from];
  const last = tokens[from + count - 1];
  return count > 0 && first && last ? { start: first.start, end: last.end } : null;
}

/** Pieces in the making, each joined to the one before where both are of a kind. */
class Pieces {
  readonly list: DiffPiece[] = [];
  #onlyOne: TextRange | null = null;
  #onlyOther: TextRange | null = null;

  /** The same word in both. White space behind it that differs is a change of its own. */
  addToken(one: Token, other: Token): void {
    if (one.space === other.space) {
      this.#addSame({ start: one.start, end: one.end }, { start: other.start, end: other.end });
      return;
    }
    this.#addSame({ start: one.start, end: one.wordEnd }, { start: other.start, end: other.wordEnd });
    this.addOnly({ start: one.wordEnd, end: one.end }, { start: other.wordEnd, end: other.end });
  }

  addOnly(one: TextRange | null, other: TextRange | null): void {
    this.#onlyOne = extended(this.#onlyOne, one);
    this.#onlyOther = extended(this.#onlyOther, other);
  }

  /** Ends the change that is in the making. */
  settle(): void {
    if (this.#onlyOne) this.list.push({ kind: "only-one", one: this.#onlyOne });
    if (this.#onlyOther) this.list.push({ kind: "only-other", other: this.#onlyOther });
    this.#onlyOne = null;
    this.#onlyOther = null;
  }

  #addSame(one: TextRange, other: TextRange): void {
    if (one.start === one.end) return;
    this.settle();
    const last = this.list.at(-1);
    if (last?.kind === "same") {
      last.one.end = one.end;
      last.other.end = other.end;
    } else {
      this.list.push({ kind: "same", one, other });
    }
  }
}

function extended(range: TextRange | null, by: TextRange | null): TextRange | null {
  if (by === null || by.start === by.end) return range;
  return { start: range?.start ?? by.start, end: by.end };
}
