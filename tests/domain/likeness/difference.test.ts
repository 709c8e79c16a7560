import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffPiece, differenceOf } from "#domain/likeness/difference.ts";
import { exchanged, proseOf, randomFrom } from "./corpus.ts";

/** What the pieces say: `[gone]`, `{new}`, and what is the same as it stands. */
function shown(one: string, other: string): string {
  return differenceOf(one, other)
    .map((piece) => {
      if (piece.kind === "same") return one.slice(piece.one.start, piece.one.end);
      if (piece.kind === "only-one") return `[${one.slice(piece.one.start, piece.one.end)}]`;
      return `{${other.slice(piece.other.start, piece.other.end)}}`;
    })
    .join("");
}

/** Holds pieces to the promise: they cover both texts without gap or overlap, and what is the same is the same. */
function mustCover(one: string, other: string): DiffPiece[] {
  const pieces = differenceOf(one, other);
  let [inOne, inOther] = [0, 0];
  for (const piece of pieces) {
    if (piece.kind !== "only-other") {
      expect(piece.one.start).toBe(inOne);
      expect(piece.one.end).toBeGreaterThan(inOne);
      inOne = piece.one.end;
    }
    if (piece.kind !== "only-one") {
      expect(piece.other.start).toBe(inOther);
      expect(piece.other.end).toBeGreaterThan(inOther);
      inOther = piece.other.end;
    }
    if (piece.kind === "same") {
      expect(one.slice(piece.one.start, piece.one.end)).toBe(other.slice(piece.other.start, piece.other.end));
    }
  }
  expect([inOne, inOther]).toEqual([one.length, other.length]);
  return pieces;
}

/** How many characters of the one are said to be the same. */
const same = (pieces: readonly DiffPiece[]) =>
  pieces.reduce((sum, piece) => (piece.kind === "same" ? sum + piece.one.end - piece.one.start : sum), 0);

describe("differenceOf", () => {
  it.each([
    ["A boat burnt.", "A boat burnt.", "A boat burnt."],
    ["At least 40 died.", "At least 60 died.", "At least [40 ]{60 }died."],
    ["A boat burnt.", "A boat burnt, they said.", "A boat burnt{, they said}."],
    ["A large boat burnt.", "A boat burnt.", "A [large ]boat burnt."],
    ["A boat burnt.", "", "[A boat burnt.]"],
    ["", "A boat burnt.", "{A boat burnt.}"],
    ["", "", ""],
    ["A boat  burnt.", "A boat\nburnt.", "A boat[  ]{\n}burnt."],
    ["  A boat", "A boat", "[  ]A boat"],
    ["港口起火。", "港口再次起火。", "港口{再次}起火。"],
    ["He's gone 👩‍🚒 now", "He's gone 👩‍🚒 then", "He's gone 👩‍🚒 [now]{then}"],
  ])("%j and %j", (one, other, expected) => {
    expect(shown(one, other)).toBe(expected);
    mustCover(one, other);
  });

  it("takes a word or two between longer changes for a part of the change", () => {
    expect(
      shown(
        "one two three four five the six seven eight nine ten",
        "un deux trois quatre cinq the sept huit neuf dix onze",
      ),
    ).toBe(
      "[one two three four five the six seven eight nine ten]{un deux trois quatre cinq the sept huit neuf dix onze}",
    );
  });

  it("covers both texts, whatever they hold", () => {
    const text = fc.array(fc.constantFrom("a", "b", "é", "港", "👩‍🚒", "\ud800", " ", "  ", "\n", ".", "\u00a0"), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        mustCover(one.join(""), other.join(""));
      }),
      { numRuns: 500 },
    );
  });

  it("finds what was left of a long text, whatever was done to it", () => {
    const random = randomFrom(1);
    const text = Array.from({ length: 300 }, () => proseOf(60, random)).join("\n\n");
    const pieces = mustCover(text, exchanged(text, 0.05, random));
    expect(same(pieces)).toBeGreaterThan(text.length * 0.9);
    expect(same(mustCover(text, text.replaceAll("\n\n", " ")))).toBeGreaterThan(text.length * 0.99);
  });

  it("comes to an end with a megabyte of anything", () => {
    const random = randomFrom(2);
    const long = () => Array.from({ length: 4_000 }, () => proseOf(60, random)).join("\n");
    const [one, other] = [long(), long()];
    expect(one.length).toBeGreaterThan(800_000);
    mustCover(one, other);
    mustCover(one, one.split("\n").sort().join("\n"));
    mustCover("a b ".repeat(250_000), "b c a ".repeat(170_000));
    mustCover("港口".repeat(300_000), "口再".repeat(300_000));
  });
});
