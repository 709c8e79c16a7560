import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeRange, findQuote, rangeInOther } from "#domain/text/quote.ts";
import { textWithOffsets } from "./words.ts";

describe("quote selectors", () => {
  it("find their own passage in the text that they were made from", () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text, start, end }) => {
        fc.pre(start !== end);
        const range = { start: Math.min(start, end), end: Math.max(start, end) };
        const selector = describeRange(text, range);
        expect(findQuote(text, selector, range.start)).toEqual(range);
      }),
    );
  });

  it("find it again after the text has changed elsewhere", () => {
    const text = "Two men, one a teacher, said that forty soldiers were killed near the bridge at Tamba before dawn.";
    const start = text.indexOf("forty soldiers");
    const selector = describeRange(text, { start, end: start + "forty soldiers".length });
    for (const edited of [
      `Correction: ${text}`,
      text.replace("Two men, one a teacher,", "Residents"),
      `${text} More.`,
    ]) {
      const found = findQuote(edited, selector, start);
      expect(found?.start).toBe(edited.indexOf("forty soldiers"));
    }
  });

  it("tell repeated words apart by what stands around them", () => {
    const text = "The army said ten died. The mayor said ten died. The front said ten died.";
    for (const speaker of ["army", "mayor", "front"]) {
      const start = text.indexOf("ten died", text.indexOf(speaker));
      const selector = describeRange(text, { start, end: start + 8 });
      expect(findQuote(`Update. ${text}`, selector)).toEqual({ start: start + 8, end: start + 16 });
    }
  });

  it("take the nearest of places that nothing tells apart", () => {
    const selector = { exact: "ten", prefix: "", suffix: "" };
    expect(findQuote("ten ten ten", selector, 5)).toEqual({ start: 4, end: 7 });
    expect(findQuote("ten ten ten", selector, 99)).toEqual({ start: 8, end: 11 });
  });

  it("lead from one text to another, by the share of the way where nothing else tells places apart", () => {
    const line = "Nothing was said of it by anybody who was there. ";
    const text = line.repeat(9);
    const other = line.repeat(18);
    const fifth = { start: 4 * line.length, end: 5 * line.length - 1 };
    expect(rangeInOther(fifth, text, other)?.start).toBe(8 * line.length);
    expect(rangeInOther(fifth, text, "Something else was said.")).toBeNull();
  });

  it("find passages that overlap their own repetition", () => {
    expect(findQuote("aaaa", { exact: "aa", prefix: "a", suffix: "a" })).toEqual({ start: 1, end: 3 });
  });

  it("find nothing where the words do not occur", () => {
    expect(findQuote("a text", { exact: "words", prefix: "", suffix: "" })).toBeNull();
    expect(findQuote("a text", { exact: "", prefix: "a", suffix: "" })).toBeNull();
  });

  it("never cut a surrogate pair in their surroundings", () => {
    const text = `${"👍".repeat(40)}x${"👍".repeat(40)}`;
    for (const shift of ["", "a"]) {
      const start = shift.length + 80;
      const selector = describeRange(shift + text, { start, end: start + 1 });
      expect(selector.prefix.isWellFormed()).toBe(true);
      expect(selector.suffix.isWellFormed()).toBe(true);
    }
    const odd = describeRange(`${"👍".repeat(20)}abc${"👍".repeat(20)}`, { start: 41, end: 42 });
    expect(odd.prefix).toBe(`${"👍".repeat(15)}a`);
    expect(odd.suffix).toBe(`c${"👍".repeat(15)}`);
  });

  it("refuse a passage that is empty or lies outside the text", () => {
    for (const range of [
      { start: 2, end: 2 },
      { start: -1, end: 2 },
      { start: 0, end: 5 },
    ]) {
      expect(() => describeRange("text", range)).toThrow(RangeError);
    }
  });
});
