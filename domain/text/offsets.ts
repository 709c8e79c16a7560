/**
 * Spans are kept in UTF-16 code units, because that is what the reader, the DOM and JavaScript count in. Exchange
 * formats count otherwise: W3C Web Annotation, REFI-QDA and brat in Unicode code points, others in UTF-8 bytes. A map is
 * made once for a text and answers each question in near-constant time, so that ten thousand marks of a megabyte of
 * text are converted in one pass.
 */
export interface OffsetMap {
  /** UTF-16 offset → number of Unicode code points before it. An offset inside a surrogate pair counts the pair as begun. */
  toCodePoints(offset: number): number;
  /** Number of code points → UTF-16 offset. */
  fromCodePoints(count: number): number;
  /** UTF-16 offset → number of UTF-8 bytes before it. */
  toBytes(offset: number): number;
  /** Number of UTF-8 bytes → UTF-16 offset; a count inside a character goes to the start of that character. */
  fromBytes(count: number): number;
}

/** Distance between two checkpoints, in UTF-16 code units. */
const STRIDE = 1024;

/** Makes the offset map of a well-formed text. Throws a RangeError when asked about a place outside the text. */
export function createOffsetMap(text: string): OffsetMap {
  const codePoints = [0];
  const bytes = [0];
  let pointCount = 0;
  let byteCount = 0;
  for (let index = 0; index < text.length; index++) {
    if (index > 0 && index % STRIDE === 0) {
      codePoints.push(pointCount);
      bytes.push(byteCount);
    }
    const unit = text.charCodeAt(index);
    pointCount += pointsOf(unit);
    byteCount += bytesOf(unit);
  }

  const forward = (offset: number, checkpoints: number[], weigh: (unit: number) => number): number => {
    mustBeWithin(offset, text.length);
    const checkpoint = Math.min(Math.floor(offset / STRIDE), checkpoints.length - 1);
    let count = checkpoints[checkpoint] ?? 0;
    for (let index = checkpoint * STRIDE; index < offset; index++) count += weigh(text.charCodeAt(index));
    return count;
  };

  const backward = (count: number, total: number, checkpoints: number[], weigh: (unit: number) => number): number => {
    mustBeWithin(count, total);
    let low = 0;
    let high = checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((checkpoints[middle] ?? 0) <= count) low = middle;
      else high = middle - 1;
    }
    let offset = low * STRIDE;
    let passed = checkpoints[low] ?? 0;
    // A low surrogate weighs nothing, so that the walk never stops between the halves of a pair.
    while (offset < text.length) {
      const next = passed + weigh(text.charCodeAt(offset));
      if (next > count) break;
      passed = next;
      offset++;
    }
    return offset;
  };

  return {
    toCodePoints: (offset) => forward(offset, codePoints, pointsOf),
    fromCodePoints: (count) => backward(count, pointCount, codePoints, pointsOf),
    toBytes: (offset) => forward(offset, bytes, bytesOf),
    fromBytes: (count) => backward(count, byteCount, bytes, bytesOf),
  };
}

/** A surrogate pair is one code point; it is counted at its first unit. */
function pointsOf(unit: number): number {
  return isLowSurrogate(unit) ? 0 : 1;
}

/** UTF-8 length of the character that begins at this unit; a surrogate pair is four bytes, counted at its first unit. */
function bytesOf(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isLowSurrogate(unit)) return 0;
  if (unit >= 0xd800 && unit <= 0xdbff) return 4;
  return 3;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function mustBeWithin(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`The offset ${offset} lies outside a text of ${length}.`);
  }
}
