import fc from "fast-check";

/** Pieces that questions are made of, and some that they are not. */
const PIECES = [
  ..."() \" “ ” « » * - : .. , ' AND OR NOT".split(" "),
  ..."outlet: lang: date: has: verdict: source: tag: collection: provenance: title: byline: oulet: url:".split(" "),
  ..."2025 2025-05..2025-06 2025-13 fr claim disputed unknown ferry smo* l’attaque cœur 北京 の أحمد ไทย 한국".split(
    " ",
  ),
  ...[
    "\u00ad",
    "\u0000",
    "\u3000",
    "（",
    "e\u0301",
    "\ud800",
    "😀",
    "%",
    "_",
    "'; DROP TABLE article",
    "NEAR(a b)",
    "^a",
    "{title}:",
  ],
];

/** Strings of any kind, most of them made of what means something in a question. */
export const anyQuestion: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", " ", "")), { maxLength: 14 })
      .map((pieces) => pieces.flat().join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
