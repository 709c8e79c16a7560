import { expect, test } from "vitest";
import { areAlike, sortedShingles } from "#domain/likeness/likeness.ts";
import { signatureOf } from "#domain/likeness/signature.ts";
import { type LikenessMaterial, searchLikeness } from "#electron/jobs/likeness.ts";
import { type LikeNumbers, PAIRS_AT_ONCE } from "#electron/jobs/likeness-messages.ts";
import { exchanged, proseOf, randomFrom } from "../../domain/likeness/corpus.ts";

/** Texts as a case hands them over, by their places. */
function materialOf(texts: readonly string[]): LikenessMaterial {
  return {
    *signatures() {
      const values = new Uint8Array(Buffer.concat(texts.map(signatureOf)));
      yield { fresh: true, numbers: [...texts.keys()], values };
    },
    text: (number) => texts[number] ?? "",
  };
}

async function stepsOf(texts: readonly string[]): Promise<LikeNumbers[][]> {
  const steps: LikeNumbers[][] = [];
  for await (const { pairs } of searchLikeness(materialOf(texts), undefined)) steps.push(pairs);
  return steps;
}

test("of hundreds of texts of one form, each step of a search finds few pairs", { timeout: 60_000 }, async () => {
  const random = randomFrom(1);
  const form = proseOf(200, random);
  const texts = Array.from({ length: 200 }, () => exchanged(form, 0.05, random));
  const steps = await stepsOf(texts);
  expect(steps.flat().length).toBeGreaterThan(50 * PAIRS_AT_ONCE);
  expect(Math.max(...steps.map((pairs) => pairs.length))).toBeLessThanOrEqual(PAIRS_AT_ONCE);
});

test("a search in steps finds each pair that is alike, once", { timeout: 60_000 }, async () => {
  const random = randomFrom(2);
  const form = proseOf(200, random);
  // Fewer than make a crowd, and more pairs than one step takes.
  const texts = Array.from({ length: 25 }, () => exchanged(form, 0.02, random));
  const shingles = texts.map(sortedShingles);
  const wanted = shingles.flatMap((left, one) =>
    shingles.flatMap((right, other) => (one < other && areAlike(left, right) ? [`${one} ${other}`] : [])),
  );
  expect(wanted.length).toBeGreaterThan(2 * PAIRS_AT_ONCE);
  const found = (await stepsOf(texts))
    .flat()
    .map(({ one, other }) => `${Math.min(one, other)} ${Math.max(one, other)}`);
  expect(found.sort()).toEqual(wanted.sort());
});
