import { describe, expect, it } from "vitest";
import type { Mark } from "#domain/marks/mark.ts";
import { blocksOf } from "#domain/text/canonical.ts";
import type { BlockKind } from "#domain/text/structure.ts";
import { blockAt, chunksOf, estimatedHeight } from "../../../../renderer/views/read/text/chunks.ts";
import { hitFrom } from "../../../../renderer/views/read/text/find.ts";
import { choiceAmong, nextStop, stopsOf } from "../../../../renderer/views/read/text/hits.ts";
import { layOutMargin } from "../../../../renderer/views/read/text/margin-layout.ts";
import { headingRanks } from "../../../../renderer/views/read/text/outline.ts";
import { overlapsOf, paintOf } from "../../../../renderer/views/read/text/painting.ts";

function mark(ref: string, start: number, end: number, kind: Mark["kind"] = "claim"): Mark {
  return { id: `${ref} ${start}`, kind, start, end, ref, verdict: kind === "claim" ? "disputed" : null };
}

describe("chunksOf", () => {
  it("holds every paragraph once, in order, in chunks of a screen or so", () => {
    const blocks = blocksOf(Array.from({ length: 500 }, (_, index) => "word ".repeat(index % 90)).join("\n"));
    const chunks = chunksOf(blocks);
    expect(chunks.flatMap(({ first, beyond }) => blocks.slice(first, beyond))).toEqual(blocks);
    for (const { first, beyond, start, end } of chunks) {
      expect(beyond - first === 1 || end - start <= 3_000).toBe(true);
      expect(beyond - first).toBeLessThanOrEqual(24);
    }
  });

  it("gives a paragraph longer than a screen a chunk of its own", () => {
    expect(chunksOf(blocksOf(`short\n${"x".repeat(9_000)}\nshort`))).toHaveLength(3);
  });
});

it("expects rows of a table to take less room than paragraphs of as many letters", () => {
  const blocks = blocksOf(Array.from({ length: 20 }, () => "word ".repeat(30)).join("\n"));
  const [chunk] = chunksOf(blocks);
  if (!chunk) throw new Error("The text has no chunk.");
  const heightAs = (kind: BlockKind) =>
    estimatedHeight(
      chunk,
      blocks,
      blocks.map(() => ({ kind, level: 1 })),
    );
  expect(heightAs("table-row")).toBeLessThan(heightAs("paragraph") * 0.7);
  expect(heightAs("paragraph")).toBe(estimatedHeight(chunk, blocks, []));
});

describe("headingRanks", () => {
  const ranksOf = (...levels: number[]) =>
    headingRanks(levels.map((level) => (level === 0 ? { kind: "paragraph", level: 1 } : { kind: "heading", level })));

  it("go down one step at a time, whatever levels the document leaves out", () => {
    expect(ranksOf(2, 0, 4, 6, 4, 2)).toEqual([2, null, 3, 4, 3, 2]);
    expect(ranksOf(3, 2, 1)).toEqual([2, 2, 2]);
  });

  it("do not count the title", () => {
    const kinds = [1, 4, 4].map((level) => ({ kind: "heading" as const, level }));
    expect(headingRanks(kinds, 0)).toEqual([null, 2, 2]);
  });

  it("begin below the title and end where HTML ends", () => {
    expect(ranksOf(1, 2, 3, 4, 5, 6)).toEqual([2, 3, 4, 5, 6, 6]);
  });
});

it("finds the paragraph of an offset, also between paragraphs and beyond the text", () => {
  const blocks = blocksOf("one\n\ntwo\nthree");
  expect([0, 3, 4, 5, 8, 9, 99].map((offset) => blockAt(blocks, offset))).toEqual([0, 0, 0, 1, 1, 2, 2]);
});

describe("choiceAmong", () => {
  const outer = mark("outer", 0, 100);
  const crossing = mark("crossing", 40, 90);
  const inner = mark("inner", 50, 60);

  it("takes the innermost first and then goes outwards and round", () => {
    const marks = [outer, inner, crossing];
    expect(choiceAmong(marks, null)).toBe("inner");
    expect(choiceAmong(marks, "inner")).toBe("crossing");
    expect(choiceAmong(marks, "crossing")).toBe("outer");
    expect(choiceAmong(marks, "outer")).toBe("inner");
  });

  it("counts the words, the cue and the source of one attribution once", () => {
    expect(choiceAmong([inner, mark("inner", 55, 57, "cue"), outer], "inner")).toBe("outer");
    expect(choiceAmong([], "inner")).toBeNull();
  });
});

describe("stops", () => {
  const stops = stopsOf([
    mark("b", 50, 60),
    mark("a", 80, 90),
    mark("a", 10, 20),
    mark("a", 0, 4, "source"),
    mark("n", 30, 40, "note"),
  ]);

  it("are one for each attribution and note, where its words begin", () => {
    expect(stops).toEqual([
      { ref: "a", start: 10 },
      { ref: "n", start: 30 },
      { ref: "b", start: 50 },
    ]);
  });

  it("follow the open mark, else the caret, and go round at the ends", () => {
    expect(nextStop(stops, "a", 0, 1)?.ref).toBe("n");
    expect(nextStop(stops, "b", 0, 1)?.ref).toBe("a");
    expect(nextStop(stops, null, 35, 1)?.ref).toBe("b");
    expect(nextStop(stops, null, 35, -1)?.ref).toBe("n");
    expect(nextStop(stops, null, 99, 1)?.ref).toBe("a");
    expect(nextStop(stops, null, 5, -1)?.ref).toBe("b");
    expect(nextStop([], null, 5, 1)).toBeNull();
  });
});

describe("paint", () => {
  it("is deeper where claims nest or cross, and nowhere else", () => {
    expect(overlapsOf([mark("a", 0, 10), mark("b", 5, 20), mark("c", 30, 40), mark("d", 32, 34)])).toEqual([
      { start: 5, end: 10 },
      { start: 32, end: 34 },
    ]);
    expect(overlapsOf([mark("a", 0, 10), mark("b", 10, 20)])).toEqual([]);
    expect(overlapsOf([mark("a", 0, 10), mark("b", 0, 10), mark("c", 4, 6)])).toEqual([{ start: 0, end: 10 }]);
  });

  it("puts every part of a discontinuous claim in the layer of its verdict, and all of the open one on top", () => {
    const paint = paintOf([mark("a", 0, 10), mark("a", 20, 30), mark("b", 40, 50), mark("a", 12, 15, "cue")], "a");
    expect(paint["claim-disputed"]).toHaveLength(3);
    expect(paint.chosen?.map(({ start }) => start)).toEqual([0, 20]);
    expect(paint.cue).toHaveLength(1);
  });
});

describe("layOutMargin", () => {
  const wish = (id: string, anchor: number) => ({ id, anchor, height: 50 });

  it("leaves cards by their passages where there is room", () => {
    const { placed, folds } = layOutMargin([wish("b", 200), wish("a", 100)], null);
    expect(placed.map(({ id, top }) => [id, top])).toEqual([
      ["a", 100],
      ["b", 200],
    ]);
    expect(folds).toEqual([]);
  });

  it("never lays one card over another, and folds those that would stand too far away", () => {
    const wishes = Array.from({ length: 12 }, (_, index) => wish(`card ${index}`, 100 + index));
    for (const open of [null, "card 0", "card 5", "card 11"]) {
      const { placed, folds } = layOutMargin(wishes, open);
      const boxes = [
        ...placed.map(({ top }) => ({ top, bottom: top + 50 })),
        ...folds.map(({ top }) => ({ top, bottom: top + 26 })),
      ].sort((one, other) => one.top - other.top);
      for (const [index, box] of boxes.entries()) {
        expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? Number.NEGATIVE_INFINITY);
      }
      expect(placed.length + folds.flatMap(({ ids }) => ids).length).toBe(12);
      expect(folds.length).toBeGreaterThan(0);
    }
  });

  it("keeps the open card exactly by its passage", () => {
    const { placed } = layOutMargin([wish("a", 100), wish("b", 110), wish("c", 120)], "b");
    expect(placed.find(({ id }) => id === "b")?.top).toBe(110);
    expect(placed.find(({ id }) => id === "a")?.top).toBeLessThan(60);
    expect(placed.find(({ id }) => id === "c")?.top).toBeGreaterThan(160);
  });
});

describe("hitFrom", () => {
  it("starts from the hit after the caret", () => {
    const hits = [0, 4, 8].map((start) => ({ start, end: start + 1 }));
    expect(hitFrom(hits, 3)).toBe(1);
    expect(hitFrom(hits, 9)).toBe(0);
  });
});
