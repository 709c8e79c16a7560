import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf } from "#domain/likeness/difference.ts";
import { type Fragment, sideBySide } from "../../../../renderer/views/compare/rows.ts";

const laidOut = (one: string, other: string) => sideBySide(one, other, differenceOf(one, other));
const words = (fragments: readonly Fragment[]) => fragments.map((fragment) => fragment.words).join("");

describe("two texts side by side", () => {
  it("put paragraphs beside each other that end in the same words", () => {
    const { rows, differences } = laidOut(
      "A raid.\nForty died.\nThe end.",
      "A raid.\nAt least sixty people died.\nThe end.",
    );
    expect(rows.map(({ left, right }) => [words(left), words(right)])).toEqual([
      ["A raid.\n", "A raid.\n"],
      ["Forty died.\n", "At least sixty people died.\n"],
      ["The end.", "The end."],
    ]);
    expect(differences).toEqual([1]);
  });

  it("put a paragraph that only one has beside nothing", () => {
    const { rows } = laidOut("A raid.\nThe end.", "A raid.\nSomebody denied it.\nThe end.");
    expect(rows.map(({ left, right }) => [words(left), words(right)])).toEqual([
      ["A raid.\n", "A raid.\n"],
      ["The end.", "Somebody denied it.\nThe end."],
    ]);
  });

  it("count what was replaced as one difference, and white space as none", () => {
    expect(laidOut("It was red.", "It was blue.").differences).toHaveLength(1);
    expect(laidOut("It was red.", "It  was\nred.").differences).toEqual([]);
    expect(laidOut("a b c d e f", "x b c d e y").differences).toHaveLength(2);
  });

  it("hold every character of both, whatever they are, in rows that can be drawn", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "."), { maxLength: 60 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { rows, differences } = laidOut(one, other);
        expect(rows.map(({ left }) => words(left)).join("")).toBe(one);
        expect(rows.map(({ right }) => words(right)).join("")).toBe(other);
        for (const row of differences) expect(rows[row]).toBeDefined();
      }),
    );
    const long = Array.from({ length: 2_000 }, (_, line) => `Line ${line} of a text.\n`).join("");
    const { rows } = laidOut("", long);
    expect(Math.max(...rows.map(({ right }) => words(right).length))).toBeLessThan(4_000);
  });
});
