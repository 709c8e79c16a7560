import fc from "fast-check";

/** Pieces that texts of the world are hard with: emoji families, flags, marks, right-to-left, zero-width, line ends. */
const PIECES = [
  "a",
  "Zulu",
  " ",
  "  ",
  "\t",
  "\n",
  ".",
  "é",
  "e\u0301",
  "ß",
  "ﬁ",
  "中文",
  "हिन्दी",
  "مصدر أمني",
  "می\u200cخواهم",
  "👍🏽",
  "👩‍👩‍👧‍👦",
  "🇫🇷",
  "🇩🇪🇯🇵",
  "𝔘",
  "\u200b",
  "\u200d",
  "\u0301\u0302\u0303",
  "“",
  "’",
] as const;

/** A text of the pieces above: well formed, as canonical texts are, but otherwise anything. */
export const hardText = (maxLength = 60): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { maxLength }).map((pieces) => pieces.join(""));

/** A text and two offsets inside it, in either order. */
export const textWithOffsets = (maxLength = 60): fc.Arbitrary<{ text: string; start: number; end: number }> =>
  hardText(maxLength).chain((text) =>
    fc.record({ text: fc.constant(text), start: fc.nat(text.length), end: fc.nat(text.length) }),
  );
