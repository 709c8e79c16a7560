import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntervalTree } from "#domain/marks/interval-tree.ts";

interface Passage {
  name: number;
  start: number;
  end: number;
}

const passages = fc
  .array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 40 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([start, length], name): Passage => ({ name, start, end: start + length })));

const outermostFirst = (one: Passage, other: Passage) => one.start - other.start || other.end - one.end;

describe("IntervalTree", () => {
  it("finds what looking at every item finds, in the same order", () => {
    fc.assert(
      fc.property(passages, fc.nat(130), fc.integer({ min: 1, max: 60 }), (items, start, length) => {
        const end = start + length;
        const expected = items.filter((item) => item.start < end && item.end > start).sort(outermostFirst);
        expect(new IntervalTree(items).overlapping(start, end)).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds what covers an offset, outermost first", () => {
    fc.assert(
      fc.property(passages, fc.nat(130), (items, offset) => {
        const expected = items.filter((item) => item.start <= offset && offset < item.end).sort(outermostFirst);
        expect(new IntervalTree(items).at(offset)).toEqual(expected);
      }),
    );
  });

  it("treats ranges as half-open", () => {
    const tree = new IntervalTree([{ start: 2, end: 4 }]);
    expect([1, 2, 3, 4].map((offset) => tree.at(offset).length)).toEqual([0, 1, 1, 0]);
    expect(tree.overlapping(4, 9)).toEqual([]);
    expect(tree.overlapping(0, 2)).toEqual([]);
  });

  it("keeps items of the same range apart, and its input as it was", () => {
    const items = [
      { name: "inner", start: 5, end: 6 },
      { name: "one", start: 0, end: 9 },
      { name: "other", start: 0, end: 9 },
    ];
    const tree = new IntervalTree(items);
    expect(tree.size).toBe(3);
    expect(tree.at(5).map((item) => item.name)).toEqual(["one", "other", "inner"]);
    expect(items[0]?.name).toBe("inner");
  });

  it("finds nothing where there is nothing", () => {
    expect(new IntervalTree([]).overlapping(0, 100)).toEqual([]);
  });
});
