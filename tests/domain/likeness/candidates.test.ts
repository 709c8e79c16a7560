import { describe, expect, it } from "vitest";
import { CROWD, candidatePairs, estimatedSize } from "#domain/likeness/candidates.ts";
import { areAlike, likenessOf, type Shingles, sortedShingles } from "#domain/likeness/likeness.ts";
import { SIGNATURE_LENGTH, signatureOf } from "#domain/likeness/signature.ts";
import { exchanged, proseOf, randomFrom } from "./corpus.ts";

function tableOf(texts: readonly string[], fresh = texts.length) {
  const values = new Uint32Array(texts.length * SIGNATURE_LENGTH);
  for (const [index, text] of texts.entries()) {
    values.set(new Uint32Array(signatureOf(text).buffer), index * SIGNATURE_LENGTH);
  }
  return { values, count: texts.length, fresh };
}

/** The pairs found, as “lower higher”. */
function pairsIn(texts: readonly string[], fresh = texts.length): string[] {
  const { one, other } = candidatePairs(tableOf(texts, fresh));
  return Array.from(one, (first, index) => {
    const second = other[index] ?? -1;
    return `${Math.min(first, second)} ${Math.max(first, second)}`;
  });
}

/** What every pair of texts is, held against each other one by one. */
function truth(shingles: readonly Shingles[], holds: (one: Shingles, other: Shingles) => boolean): string[] {
  return shingles.flatMap((one, index) =>
    shingles.slice(index + 1).flatMap((other, behind) => (holds(one, other) ? [`${index} ${index + 1 + behind}`] : [])),
  );
}

/** Texts of which some are rewritten a little, and some are printed within longer ones. */
function corpus(seed: number, stories: number): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: stories }, () => {
    const story = proseOf(60 + Math.floor(random() * 400), random);
    const times = 1 + Math.floor(random() * 10);
    const around = (length: number) => proseOf(Math.floor(length * times * random()), random);
    const length = story.split(" ").length;
    return [
      story,
      exchanged(story, random() * 0.15, random),
      `${around(length)} ${exchanged(story, random() * 0.08, random)} ${around(length)}`,
      proseOf(200, random),
    ];
  }).flat();
}

describe("candidatePairs", () => {
  it.each([1, 2, 3, 4, 5])("finds every pair that is alike in half of its shingles (corpus %i)", (seed) => {
    const texts = corpus(seed, 60);
    const shingles = texts.map(sortedShingles);
    const wanted = truth(shingles, (one, other) => likenessOf(one, other).jaccard >= 0.5);
    expect(wanted.length).toBeGreaterThan(10);
    const found = new Set(pairsIn(texts));
    expect(wanted.filter((pair) => !found.has(pair))).toEqual([]);
  });

  it.each([6, 7, 8])("finds what stands within a text up to twenty times as long (corpus %i)", (seed) => {
    const texts = corpus(seed, 60);
    const shingles = texts.map(sortedShingles);
    const wanted = truth(shingles, (one, other) => areAlike(one, other));
    expect(wanted.length).toBeGreaterThan(60);
    const found = new Set(pairsIn(texts));
    const missed = wanted.filter((pair) => !found.has(pair));
    expect(missed.length / wanted.length).toBeLessThan(0.02);
  });

  it("names each pair once, and hardly any that is not alike", () => {
    const texts = corpus(9, 100);
    const shingles = texts.map(sortedShingles);
    const found = pairsIn(texts);
    expect(new Set(found).size).toBe(found.length);
    const alike = new Set(truth(shingles, (one, other) => areAlike(one, other)));
    expect(found.filter((pair) => !alike.has(pair)).length).toBeLessThan(alike.size / 2);
  });

  it("proposes nothing among texts that have nothing in common", () => {
    const random = randomFrom(10);
    expect(pairsIn(Array.from({ length: 500 }, () => proseOf(300, random)))).toEqual([]);
  });

  it("does not take a phrase that everybody prints for likeness", () => {
    const random = randomFrom(11);
    const footer = proseOf(15, random);
    expect(pairsIn(Array.from({ length: 400 }, () => `${proseOf(300, random)} ${footer}`))).toEqual([]);
  });

  it.each([1, 40])("looks for pairs of at least one of %i new texts", (fresh) => {
    const texts = corpus(12, 60);
    const isNew = (pair: string) => Number(pair.split(" ")[0]) < fresh;
    expect(pairsIn(texts, fresh).sort()).toEqual(pairsIn(texts).filter(isNew).sort());
  });

  it("finds no pairs where no text is new, or where there is one text only", () => {
    expect(pairsIn(corpus(13, 10), 0)).toEqual([]);
    expect(pairsIn([proseOf(100, randomFrom(14))])).toEqual([]);
  });

  it("links a crowd of nearly the same text to a few of it, each of them, and not all to all", () => {
    const random = randomFrom(15);
    const story = proseOf(300, random);
    const crowd = Array.from({ length: 2_000 }, () => exchanged(story, 0.01, random));
    const pairs = pairsIn(crowd);
    expect(pairs.length).toBeLessThan(crowd.length * 3 * CROWD);
    const linked = new Set(pairs.flatMap((pair) => pair.split(" ").map(Number)));
    expect(linked.size).toBe(crowd.length);
  });

  it("bounds what is linked to one new text", () => {
    const random = randomFrom(16);
    const story = proseOf(300, random);
    const texts = Array.from({ length: 1_000 }, () => exchanged(story, 0.01, random));
    expect(pairsIn(texts, 1)).toHaveLength(200);
  });

  it.each([1, 20])("links %i new texts of a form that hundreds have to those they were copied from", (fresh) => {
    const random = randomFrom(18);
    const form = proseOf(300, random);
    const old = Array.from({ length: 600 }, () => exchanged(form, 0.02, random));
    // Each was copied, with a word changed here and there, from one of the last of the old texts.
    const copied = old.slice(-fresh).map((text) => exchanged(text, 0.004, random));
    const found = new Set(pairsIn([...copied, ...old], fresh));
    const wanted = copied.map((_, index) => `${index} ${copied.length + old.length - fresh + index}`);
    expect(wanted.filter((pair) => !found.has(pair))).toEqual([]);
  });
});

describe("estimatedSize", () => {
  it("tells within a third how many shingles a text has", () => {
    const random = randomFrom(17);
    const texts = [40, 400, 4_000].map((words) => proseOf(words, random));
    const { values } = tableOf(texts);
    for (const [index, text] of texts.entries()) {
      const actual = sortedShingles(text).length;
      expect(Math.abs(estimatedSize(values, index) / actual - 1)).toBeLessThan(1 / 3);
    }
  });
});
