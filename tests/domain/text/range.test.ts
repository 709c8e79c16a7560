import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinRanges, rangesOverlap, tidyRange, wordAround } from "#domain/text/range.ts";
import { textWithOffsets } from "./words.ts";

const FAMILY = "👩‍👩‍👧‍👦";
const FLAGS = "🇫🇷🇩🇪🇯🇵";

/** The words of a text as the reader would select them from `start` to `end`. */
function tidied(text: string, start: number, end: number): string | null {
  const range = tidyRange(text, start, end);
  return range && text.slice(range.start, range.end);
}

/** The offsets where a user-perceived character begins or ends, found the slow way. */
function boundariesOf(text: string): Set<number> {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  return new Set([text.length, ...[...segments].map((part) => part.index)]);
}

describe("tidyRange", () => {
  it("never cuts a user-perceived character and never begins or ends with a space of its own", () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text, start, end }) => {
        const range = tidyRange(text, start, end);
        if (range === null) return;
        const boundaries = boundariesOf(text);
        expect(boundaries.has(range.start)).toBe(true);
        expect(boundaries.has(range.end)).toBe(true);
        const words = text.slice(range.start, range.end);
        const first = [...new Intl.Segmenter().segment(words)][0]?.segment ?? "";
        const last = [...new Intl.Segmenter().segment(words)].at(-1)?.segment ?? "";
        expect(first.trim()).not.toBe("");
        expect(last.trim()).not.toBe("");
      }),
      { numRuns: 1_000 },
    );
  });

  it("is content with what it gave", () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text, start, end }) => {
        const range = tidyRange(text, start, end);
        if (range) expect(tidyRange(text, range.start, range.end)).toEqual(range);
      }),
    );
  });

  it("holds all that was selected save white space", () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text, start, end }) => {
        const [from, to] = [Math.min(start, end), Math.max(start, end)];
        const selected = text.slice(from, to);
        const range = tidyRange(text, start, end);
        if (range === null) expect(selected.trim()).toBe("");
        else {
          expect(text.slice(from, Math.max(from, range.start)).trim()).toBe("");
          expect(text.slice(Math.min(to, range.end), to).trim()).toBe("");
        }
      }),
    );
  });

  it("takes offsets in either order and outside the text", () => {
    expect(tidied("one two", 7, 4)).toBe("two");
    expect(tidied("one two", -5, 99)).toBe("one two");
    expect(tidied("one two", 50, 99)).toBeNull();
  });

  it("drops white space at both ends, and gives null where there is nothing else", () => {
    expect(tidied("a  b\n c", 1, 6)).toBe("b");
    expect(tidied("a \n b", 1, 4)).toBeNull();
    expect(tidied("abc", 1, 1)).toBeNull();
  });

  it("widens to whole emoji families, flags and combined letters", () => {
    expect(tidied(`a${FAMILY}b`, 3, 4)).toBe(FAMILY);
    expect(tidied(`${FLAGS}`, 5, 6)).toBe("🇩🇪");
    expect(tidied("xe\u0301\u0302y", 2, 3)).toBe("e\u0301\u0302");
  });

  it("pairs flags from the beginning of a long line of them", () => {
    const text = "🇫🇷".repeat(500);
    expect(tidyRange(text, 1_001, 1_003)).toEqual({ start: 1_000, end: 1_004 });
    expect(tidyRange(text, 1_002, 1_003)).toEqual({ start: 1_000, end: 1_004 });
  });

  it("keeps a letter with a hundred marks whole", () => {
    const text = `x${"a"}${"\u0301".repeat(200)}y`;
    expect(tidyRange(text, 5, 6)).toEqual({ start: 1, end: 202 });
    expect(tidyRange(text, 150, 151)).toEqual({ start: 1, end: 202 });
  });

  it("leaves a space alone that carries a mark", () => {
    expect(tidied("a \u0301b", 1, 4)).toBe(" \u0301b");
  });

  it("is quick in the middle of a line of a megabyte", () => {
    const text = "word ".repeat(200_000);
    for (let round = 0; round < 2_000; round++) {
      expect(tidied(text, 500_000 + round * 5, 500_004 + round * 5)).toBe("word");
    }
  });
});

describe("wordAround", () => {
  const around = (text: string, offset: number, language: string | null = null) => {
    const range = wordAround(text, offset, language);
    return range && text.slice(range.start, range.end);
  };

  it("finds the word at its beginning, inside it and at its end", () => {
    expect([0, 3, 5].map((offset) => around("raids on", offset))).toEqual(["raids", "raids", "raids"]);
    expect(around("raids on", 6)).toBe("on");
    expect(around("raids on", 8)).toBe("on");
  });

  it("prefers the word that ends over the one that begins where two touch", () => {
    expect(around("a👍b", 1)).toBe("a");
  });

  it("finds nothing among punctuation and in the empty text", () => {
    expect(around("one — two", 4)).toBeNull();
    expect(around("", 0)).toBeNull();
    expect(around("\n\n", 1)).toBeNull();
  });

  it("stays within its line", () => {
    expect(around("one\ntwo", 3)).toBe("one");
    expect(around("one\ntwo", 4)).toBe("two");
  });

  it("knows words of Arabic, with their marks, and of Chinese", () => {
    expect(around("قال مصدر أمني", 6, "ar")).toBe("مصدر");
    expect(around("مُحَمَّد قال", 3, "ar")).toBe("مُحَمَّد");
    expect(around("北京市政府", 0, "zh")).toMatch(/^北京/);
  });

  it("is quick near the end of a line of a megabyte", () => {
    const text = "word ".repeat(200_000);
    for (let round = 1; round <= 50; round++) expect(around(text, text.length - round * 5 + 1)).toBe("word");
  });
});

describe("joinRanges", () => {
  it("joins what touches or overlaps, sorts, and leaves its input alone", () => {
    const ranges = [
      { start: 8, end: 9 },
      { start: 0, end: 3 },
      { start: 3, end: 5 },
      { start: 1, end: 2 },
    ];
    const before = structuredClone(ranges);
    expect(joinRanges(ranges)).toEqual([
      { start: 0, end: 5 },
      { start: 8, end: 9 },
    ]);
    expect(ranges).toEqual(before);
  });

  it("covers the same offsets as the ranges it was given", () => {
    const range = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
      .map(([start, length]) => ({ start, end: start + length }));
    const covered = (ranges: { start: number; end: number }[]) =>
      Array.from({ length: 45 }, (_, offset) => ranges.some(({ start, end }) => start <= offset && offset < end));
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = joinRanges(ranges);
        expect(covered(joined)).toEqual(covered(ranges));
        expect(joined.every((one, index) => joined.slice(index + 1).every((other) => one.end < other.start))).toBe(
          true,
        );
      }),
    );
  });
});

describe("rangesOverlap", () => {
  it("is about sharing a character, not about touching", () => {
    expect(rangesOverlap({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true);
    expect(rangesOverlap({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
  });
});
