import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOffsetMap } from "#domain/text/offsets.ts";
import { hardText } from "./words.ts";

/** An offset is whole where it does not stand between the halves of a surrogate pair. */
const isWhole = (text: string, offset: number) => !/^[\uDC00-\uDFFF]/.test(text.slice(offset));

const pointsBefore = (text: string, offset: number) => [...text.slice(0, offset)].length;
const bytesBefore = (text: string, offset: number) => new TextEncoder().encode(text.slice(0, offset)).length;

function expectAgreement(text: string, offsets: Iterable<number>): void {
  const map = createOffsetMap(text);
  for (const offset of offsets) {
    if (!isWhole(text, offset)) continue;
    const points = pointsBefore(text, offset);
    const bytes = bytesBefore(text, offset);
    expect(map.toCodePoints(offset)).toBe(points);
    expect(map.fromCodePoints(points)).toBe(offset);
    expect(map.toBytes(offset)).toBe(bytes);
    expect(map.fromBytes(bytes)).toBe(offset);
  }
}

function* everyOffset(text: string): Generator<number> {
  for (let offset = 0; offset <= text.length; offset++) yield offset;
}

describe("offset map", () => {
  it("agrees with counting by hand, at every offset of any well-formed text", () => {
    fc.assert(fc.property(hardText(), (text) => expectAgreement(text, everyOffset(text))));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const wellFormed = text.toWellFormed();
        expectAgreement(wellFormed, everyOffset(wellFormed));
      }),
    );
  });

  it("agrees around its checkpoints, however an astral character lies across them", () => {
    for (const checkpoint of [1024, 2048, 3072]) {
      for (let before = checkpoint - 4; before <= checkpoint + 2; before++) {
        for (const character of ["é", "中", "👍", "𝔘𝔘"]) {
          const text = `${"a".repeat(before)}${character}${"b".repeat(2_000)}`;
          expectAgreement(text, [checkpoint - 3, checkpoint - 2, checkpoint - 1, checkpoint, checkpoint + 1]);
          expectAgreement(text, [before + character.length, text.length]);
        }
      }
    }
  });

  it("agrees in a long text of nothing but astral characters", () => {
    const text = "👍".repeat(3_000);
    expectAgreement(text, [0, 2, 1022, 1024, 1026, 2046, 2048, 2050, 5_998, 6_000]);
  });

  it("goes to the start of the character for a count of bytes inside it", () => {
    const map = createOffsetMap("a👍b");
    expect([0, 1, 2, 3, 4, 5, 6].map((bytes) => map.fromBytes(bytes))).toEqual([0, 1, 1, 1, 1, 3, 4]);
  });

  it("counts a pair as begun for an offset between its halves", () => {
    const map = createOffsetMap("a👍b");
    expect(map.toCodePoints(2)).toBe(2);
    expect(map.toBytes(2)).toBe(5);
  });

  it("answers for the empty text", () => {
    const map = createOffsetMap("");
    expect([map.toCodePoints(0), map.fromCodePoints(0), map.toBytes(0), map.fromBytes(0)]).toEqual([0, 0, 0, 0]);
  });

  it("refuses a place outside the text", () => {
    const map = createOffsetMap("a👍");
    for (const outside of [-1, 4, 1.5, Number.NaN]) expect(() => map.toCodePoints(outside)).toThrow(RangeError);
    expect(() => map.fromCodePoints(3)).toThrow(RangeError);
    expect(() => map.fromBytes(6)).toThrow(RangeError);
  });
});
