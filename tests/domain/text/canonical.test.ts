import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf, canonicalText } from "#domain/text/canonical.ts";
import { hardText } from "./words.ts";

/** Anything that a decoder may hand over: unpaired surrogates, controls, byte order marks and every line end. */
const decoded = fc
  .array(
    fc.oneof(
      fc.constantFrom("\uFEFF", "\r\n", "\r", "\n", "\u0085", "\u2028", "\u2029", "\u0000", "\u0007", "\u009F", "\t"),
      fc.constantFrom("\uD83D", "\uDC4D", "👍", " ", "\u00A0", "\u00AD", "\u200D", "e", "\u0301", "word"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

describe("canonical text", () => {
  it("is its own canonical text", () => {
    fc.assert(
      fc.property(decoded, (text) => {
        const once = canonicalText(text);
        expect(canonicalText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it("can be written as UTF-8 and read back unchanged", () => {
    fc.assert(
      fc.property(decoded, (text) => {
        const canonical = canonicalText(text);
        const bytes = new TextEncoder().encode(canonical);
        expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(canonical);
      }),
    );
  });

  it.each([
    ["\uFEFFNorthwire", "Northwire"],
    ["\uFEFF\uFEFFNorthwire", "Northwire"],
    ["\n\uFEFFNorthwire", "Northwire"],
    ["\u0000\uFEFFNorthwire", "Northwire"],
    ["in the mid\uFEFFdle", "in the mid\uFEFFdle"],
  ])("takes byte order marks from the start and leaves them elsewhere: %j", (text, expected) => {
    expect(canonicalText(text)).toBe(expected);
  });

  it("makes every line end a line feed", () => {
    expect(canonicalText("a\r\nb\rc\nd\u0085e\u2028f\u2029g")).toBe("a\nb\nc\nd\ne\nf\ng");
    expect(canonicalText("a\r\n\r\nb")).toBe("a\n\nb");
  });

  it("makes unpaired surrogates visible and keeps pairs", () => {
    expect(canonicalText("a\uD83Db\uDC4Dc👍")).toBe("a\uFFFDb\uFFFDc👍");
  });

  it("takes control characters out, but keeps tabs", () => {
    expect(canonicalText("a\u0000b\u0007c\td\u001Be\u007Ff\u009Fg")).toBe("abc\tdefg");
  });

  it("takes soft hyphens out, before it composes", () => {
    expect(canonicalText("gar\u00ADri\u00ADson")).toBe("garrison");
    expect(canonicalText("e\u00AD\u0301")).toBe("é");
    expect(canonicalText("word\u00AD\n\u00AD\nend \u00AD")).toBe("word\n\nend");
  });

  it("keeps non-breaking spaces and hyphens inside lines", () => {
    expect(canonicalText("40\u00A0soldats\u202F: non\u2011dit")).toBe("40\u00A0soldats\u202F: non\u2011dit");
  });

  it("composes, so that a search finds what was typed otherwise", () => {
    expect(canonicalText("Re\u0301union")).toBe("Réunion");
  });

  it("keeps zero-width characters", () => {
    for (const text of ["می\u200cخواهم", "👩‍👧", "क\u094D\u200Dष", "long\u200Bword"]) {
      expect(canonicalText(text)).toBe(text.normalize("NFC"));
    }
  });

  it("drops white space at the ends of lines and empty lines at the ends of the text, and nothing inside", () => {
    expect(canonicalText("\n\n  a  b \t\n\u00A0\n\nc\u3000\n\n")).toBe("  a  b\n\n\nc");
  });

  it("is empty for a text of nothing", () => {
    expect(canonicalText("\uFEFF \r\n\t\u0000\n")).toBe("");
  });
});

describe("blocks", () => {
  it("are the lines that are not empty, in order", () => {
    expect(blocksOf("one\n\ntwo\nthree")).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 8 },
      { start: 9, end: 14 },
    ]);
    expect(blocksOf("")).toEqual([]);
  });

  it("hold every character but the line feeds, once", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        const blocks = blocksOf(text);
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text.replaceAll("\n", ""));
        expect(blocks.every(({ start, end }) => start < end && !text.slice(start, end).includes("\n"))).toBe(true);
      }),
    );
  });
});
