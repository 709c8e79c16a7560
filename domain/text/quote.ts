import type { TextRange } from "./range.ts";

/** The W3C TextQuoteSelector: the quoted words and a little of what stands around them. */
export interface QuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}

/** How much context a selector keeps on each side, in UTF-16 code units; never cut inside a surrogate pair. */
const CONTEXT = 32;

/** Describes a range of a text by its words. Throws a RangeError where the range lies outside the text or is empty. */
export function describeRange(text: string, range: TextRange): QuoteSelector {
  if (range.start < 0 || range.end > text.length || range.start >= range.end) {
    throw new RangeError(`The passage ${range.start}–${range.end} lies outside a text of ${text.length} characters.`);
  }
  return {
    exact: text.slice(range.start, range.end),
    prefix: text.slice(Math.max(0, range.start - CONTEXT), range.start).replace(/^[\uDC00-\uDFFF]/, ""),
    suffix: text.slice(range.end, range.end + CONTEXT).replace(/[\uD800-\uDBFF]$/, ""),
  };
}

/**
 * Finds the range that a selector describes. Among several places with the same words the one whose surroundings agree
 * most wins, then the one nearest to `near`. Returns null where the words do not occur.
 */
export function findQuote(text: string, selector: QuoteSelector, near = 0): TextRange | null {
  if (selector.exact === "") return null;
  let best: { start: number; agreement: number; distance: number } | null = null;
  for (let start = text.indexOf(selector.exact); start !== -1; start = text.indexOf(selector.exact, start + 1)) {
    const end = start + selector.exact.length;
    const agreement =
      commonEnd(text.slice(Math.max(0, start - selector.prefix.length), start), selector.prefix) +
      commonStart(text.slice(end, end + selector.suffix.length), selector.suffix);
    const distance = Math.abs(start - near);
    if (!best || agreement > best.agreement || (agreement === best.agreement && distance < best.distance)) {
      best = { start, agreement, distance };
    }
  }
  return best && { start: best.start, end: best.start + selector.exact.length };
}

/**
 * Where the words of a range of one text stand in another; null where that does not hold them. A text that has grown before the
 * words has moved them, so that the share of the way is the best guess at where they are.
 */
export function rangeInOther(range: TextRange, text: string, other: string): TextRange | null {
  const near = Math.round((range.start / text.length) * other.length);
  return findQuote(other, describeRange(text, range), near);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
