/** How paragraphs of two texts belong together: so many of the left, so many of the right, and how rarely that is so. */
const SHAPES = [
  { left: 1, right: 1, rarity: 0.1 },
  { left: 1, right: 2, rarity: 3.1 },
  { left: 2, right: 1, rarity: 3.1 },
  { left: 1, right: 0, rarity: 5.3 },
  { left: 0, right: 1, rarity: 5.3 },
] as const;

/** How much the length of what is translated varies, by character (Gale and Church 1993, A Program for Aligning Sentences in Bilingual Corpora). */
const VARIANCE = 6.8;

/** With more pairs of paragraphs than this, they are put beside each other by their numbers. */
const MOST_PAIRS = 1_000_000;

/**
 * Puts the paragraphs of two texts beside each other that have hardly a word in common, such as a translation and what it
 * was made from: by their lengths and their order, by the method of Gale and Church. Each row holds every character of its
 * paragraphs, line breaks included, and all rows together are both texts.
 */
export function paragraphsBeside(left: string, right: string): { left: string; right: string }[] {
  const [lefts, rights] = [paragraphsOf(left), paragraphsOf(right)];
  if (lefts.length * rights.length > MOST_PAIRS) {
    return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => ({
      left: lefts[index] ?? "",
      right: rights[index] ?? "",
    }));
  }
  const rows: { left: string; right: string }[] = [];
  let [inLeft, inRight] = [0, 0];
  for (const shape of likeliestShapes(lefts, rights)) {
    rows.push({
      left: lefts.slice(inLeft, inLeft + shape.left).join(""),
      right: rights.slice(inRight, inRight + shape.right).join(""),
    });
    inLeft += shape.left;
    inRight += shape.right;
  }
  return rows;
}

/** Each paragraph with the line breaks behind it. */
function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]+\n*|\n+/g) ?? [];
}

/** The way from the first paragraphs to the last that is the least unlikely. */
function likeliestShapes(lefts: readonly string[], rights: readonly string[]): (typeof SHAPES)[number][] {
  const width = rights.length + 1;
  const costs = new Float64Array((lefts.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps = new Uint8Array(costs.length);
  const [before, beside] = [lengthsUpTo(lefts), lengthsUpTo(rights)];
  const at = (lengths: readonly number[], index: number) => lengths[index] ?? 0;
  const growth = at(beside, rights.length) / Math.max(1, at(before, lefts.length));
  costs[0] = 0;
  for (let i = 0; i <= lefts.length; i++) {
    for (let j = 0; j <= rights.length; j++) {
      for (const [step, shape] of SHAPES.entries()) {
        const [fromLeft, fromRight] = [i - shape.left, j - shape.right];
        if (fromLeft < 0 || fromRight < 0) continue;
        const expected = (at(before, i) - at(before, fromLeft)) * growth;
        const found = at(beside, j) - at(beside, fromRight);
        const unlikeliness = (found - expected) ** 2 / (2 * VARIANCE * Math.max(1, (expected + found) / 2));
        const cost = (costs[fromLeft * width + fromRight] ?? 0) + shape.rarity + unlikeliness;
        if (cost >= (costs[i * width + j] ?? 0)) continue;
        costs[i * width + j] = cost;
        steps[i * width + j] = step;
      }
    }
  }
  const shapes: (typeof SHAPES)[number][] = [];
  for (let [i, j] = [lefts.length, rights.length]; i > 0 || j > 0; ) {
    const shape = SHAPES[steps[i * width + j] ?? 0] ?? SHAPES[0];
    shapes.push(shape);
    i -= shape.left;
    j -= shape.right;
  }
  return shapes.reverse();
}

/** How many characters stand before each paragraph, and, last, in all of them. */
function lengthsUpTo(paragraphs: readonly string[]): number[] {
  const lengths = [0];
  for (const paragraph of paragraphs) lengths.push((lengths.at(-1) ?? 0) + paragraph.trimEnd().length);
  return lengths;
}
