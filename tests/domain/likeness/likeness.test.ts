import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areAlike, LEAST_SHARED, likenessOf, sortedShingles } from "#domain/likeness/likeness.ts";
import { proseOf, randomFrom } from "./corpus.ts";

const of = (one: string, other: string) => likenessOf(sortedShingles(one), sortedShingles(other));
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `w${from + index}`).join(" ");

describe("likenessOf", () => {
  it("counts the shingles that stand in both", () => {
    // Ten words make six shingles; the last eight of the one are the first eight of the other: four shingles of eight.
    expect(of(words(0, 10), words(2, 10))).toEqual({ jaccard: 4 / 8, oneInOther: 4 / 6, otherInOne: 4 / 6 });
    expect(of(words(0, 9), words(0, 24))).toEqual({ jaccard: 5 / 20, oneInOther: 1, otherInOne: 5 / 20 });
  });

  it("takes letters, accents and marks as search takes them", () => {
    expect(of("Il a été tué à Bamako, hier.", "il a ete tue a bamako hier").jaccard).toBe(1);
  });

  it("finds a text of fewer than five words like nothing, itself included", () => {
    expect(of("four words and no", "four words and no")).toEqual({ jaccard: 0, oneInOther: 0, otherInOne: 0 });
    expect(of("", words(0, 10))).toEqual({ jaccard: 0, oneInOther: 0, otherInOne: 0 });
  });

  it("counts as sets do, whichever text comes first", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 60 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [left, right] = [new Set(sortedShingles(one)), new Set(sortedShingles(other))];
        const shared = [...left].filter((shingle) => right.has(shingle)).length;
        const there = of(one, other);
        const back = of(other, one);
        expect(there.jaccard).toBe(shared === 0 ? 0 : shared / new Set([...left, ...right]).size);
        expect(there).toEqual({ jaccard: back.jaccard, oneInOther: back.otherInOne, otherInOne: back.oneInOther });
      }),
    );
  });
});

describe("areAlike", () => {
  const alike = (one: string, other: string) => areAlike(sortedShingles(one), sortedShingles(other));

  it("asks for a third or so in common, or for half of the shorter text within the longer", () => {
    expect(alike(words(0, 104), words(50, 104))).toBe(true);
    expect(alike(words(0, 104), words(60, 104))).toBe(false);
    const random = randomFrom(1);
    expect(alike(words(0, 54), `${proseOf(1_000, random)} ${words(20, 54)}`)).toBe(true);
    expect(alike(words(0, 54), `${proseOf(1_000, random)} ${words(40, 54)}`)).toBe(false);
  });

  it("does not ask whether a few words stand somewhere in a long text", () => {
    const long = `${proseOf(500, randomFrom(2))} ${words(0, LEAST_SHARED + 4)}`;
    expect(alike(words(0, LEAST_SHARED + 4), long)).toBe(true);
    expect(alike(words(0, LEAST_SHARED + 3), long)).toBe(false);
  });
});
