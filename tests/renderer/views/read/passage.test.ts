import { describe, expect, it } from "vitest";
import { Letters, paragraphAt, passageOf, placeIn } from "../../../../renderer/views/read/original/passage.ts";
import { rangeOf } from "../../../support/workbench.ts";

/** The words of an original in which a passage of a text is found. */
function foundIn(original: string, text: string, words: string): string | null {
  const place = placeIn(new Letters(original), passageOf(text, rangeOf(text, words)));
  return place && original.slice(place.start, place.end);
}

describe("placeIn", () => {
  const text = "The harbour office said the ferry had stopped before dawn, and that nobody was hurt.";

  it("finds words over line breaks, hyphens at line ends, soft hyphens and other punctuation", () => {
    const original =
      "The har-\nbour office\u00a0said  the ferry had\r\nstop\u00adped before dawn — and that nobody was hurt";
    expect(foundIn(original, text, "harbour office")).toBe("har-\nbour office");
    expect(foundIn(original, text, "ferry had stopped before dawn, and")).toBe(
      "ferry had\r\nstop\u00adped before dawn — and",
    );
  });

  it("finds letters in another case, with other accents, in other forms", () => {
    expect(foundIn("Le MAIRE de Tamba : « une douzaine de morts »", "une Douzaine de mórts", "Douzaine de mórts")).toBe(
      "douzaine de morts",
    );
    expect(foundIn("the o\ufb03ce said", "the office said", "office")).toBe("o\ufb03ce");
    expect(foundIn("cafe\u0301 closed", "café closed", "café closed")).toBe("cafe\u0301 closed");
    expect(foundIn("قال مصدرٌ أمني", "قال مصدر امني", "مصدر امني")).toBe("مصدرٌ أمني");
    expect(foundIn("𝐅𝐞𝐫𝐫𝐲 stopped", "Ferry stopped", "Ferry")).toBe("𝐅𝐞𝐫𝐫𝐲");
    expect(foundIn("记者从港口报道", "港口", "港口")).toBe("港口");
  });

  it("takes of several places the one with the same words around it", () => {
    const original = "Forty dead, the group said. Forty dead, the mayor denied. Forty dead, an aide wrote.";
    const canonical = "The mayor: 'Forty dead' was denied. Forty dead, the mayor denied. Nobody else was asked.";
    const range = { start: canonical.lastIndexOf("Forty"), end: canonical.lastIndexOf("Forty") + 10 };
    expect(placeIn(new Letters(original), passageOf(canonical, range))?.start).toBe(original.indexOf("Forty", 5));
  });

  it("prefers whole words where nothing else tells places apart", () => {
    expect(placeIn(new Letters("departed; art"), passageOf("art", { start: 0, end: 3 }))).toEqual({
      start: 10,
      end: 13,
    });
    expect(placeIn(new Letters("departed"), passageOf("art", { start: 0, end: 3 }))).toEqual({ start: 3, end: 6 });
  });

  it("finds the longest piece of a passage that something has come between", () => {
    const original =
      "The harbour office said the ferry had stopped ADVERTISEMENT before dawn, and that nobody was hurt.";
    expect(foundIn(original, text, text)).toBe("The harbour office said the ferry had stopped");
  });

  it("finds nothing in another text, and nothing of no letters", () => {
    expect(
      foundIn("The council meets on Monday to talk of bridges.", text, "ferry had stopped before dawn"),
    ).toBeNull();
    expect(foundIn("anything – at all", "one – two", " – ")).toBeNull();
    expect(placeIn(new Letters(""), passageOf(text, { start: 0, end: 3 }))).toBeNull();
  });

  it("gives places inside texts of many pieces", () => {
    const original = `${"é filler ".repeat(5_000)}the ferry had stopped${" more".repeat(5_000)}`;
    expect(foundIn(original, text, "the ferry had stopped")).toBe("the ferry had stopped");
  });
});

it("means the paragraph around a caret, with its edges, and nothing between paragraphs", () => {
  const text = "one\n\ntwo";
  expect([0, 3, 5, 8].map((offset) => paragraphAt(text, offset))).toEqual([
    { start: 0, end: 3 },
    { start: 0, end: 3 },
    { start: 5, end: 8 },
    { start: 5, end: 8 },
  ]);
  expect(paragraphAt(text, 4)).toBeNull();
});
