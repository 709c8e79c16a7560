import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findInText } from "#domain/search/find.ts";
import { searchForm } from "#domain/search/form.ts";
import { canonicalText } from "#domain/text/canonical.ts";
import { tidyRange } from "#domain/text/range.ts";
import { hardText, textWithOffsets } from "../text/words.ts";

/** The words that are found, as they stand in the text. */
const found = (text: string, words: string) => findInText(text, words).map(({ start, end }) => text.slice(start, end));

describe("findInText", () => {
  it.each([
    ["in any case, over line breaks", "A raid\non the POST. a RAID on the post", "raid on", ["raid\non", "RAID on"]],
    ["parts of words, as they are typed", "soldiers, a soldier", "soldier", ["soldier", "soldier"]],
    ["whatever parts the words", "the “river – post”, the river-post", "river post", ["river – post", "river-post"]],
    ["quotation marks about words, where they are there", "“Forty”, (forty)", "“forty”", ["“Forty”", "forty"]],
    ["emoji beside words", "Gone 👩‍👩‍👧 été 🏴 now", "👩‍👩‍👧 été 🏴", ["👩‍👩‍👧 été 🏴"]],
    [
      "with accents or without",
      "Évrane, evrane, E\u0301VRANE".normalize("NFC"),
      "évrane",
      ["Évrane", "evrane", "ÉVRANE"],
    ],
    ["typed without them", "À l’aube, côté fleuve", "a l aube, cote", ["À l’aube, côté"]],
    [
      "over non-breaking spaces",
      "forty\u00a0soldiers\u202f: dead",
      "forty soldiers dead",
      ["forty\u00a0soldiers\u202f: dead"],
    ],
    ["over zero-width marks", "gar\u200bri\u2060son", "garrison", ["gar\u200bri\u2060son"]],
    ["ligatures, whole", "of\ufb01cer, œuvre, Straße", "office", ["of\ufb01ce"]],
    ["a part of one as all of it", "of\ufb01ce", "i", ["\ufb01"]],
    ["œ and oe", "Œuvre, oeuvre", "oeuvre", ["Œuvre", "oeuvre"]],
    ["ß and ss", "Straße, STRASSE", "strasse", ["Straße", "STRASSE"]],
    ["Arabic however it is spelt", "الأُولى والاولي", "الاولى", ["الأُولى", "الاولي"]],
    ["the Persian ya and kaf", "می\u200cکنند", "ميكنند", ["می\u200cکنند"]],
    ["figures of other scripts", "عام ٢٠٢٤", "2024", ["٢٠٢٤"]],
    ["Chinese without spaces", "军方星期二宣布", "星期二", ["星期二"]],
    ["kana, full width or half", "カメラとｶﾒﾗ", "カメラ", ["カメラ", "ｶﾒﾗ"]],
    ["Thai with its marks", "กองทัพกล่าวเมื่อวันอังคาร", "เมื่อ", ["เมื่อ"]],
    ["full-width letters", "ＮＡＴＯ", "nato", ["ＮＡＴＯ"]],
    ["letters beyond the first plane", "𝔑𝔬𝔯𝔱𝔥 wind", "north", ["𝔑𝔬𝔯𝔱𝔥"]],
    ["letters beside emoji", "🚤 قال مصدر 👍🏽", "مصدر", ["مصدر"]],
    ["the final sigma", "ΟΔΟΣ, οδός", "οδοσ", ["ΟΔΟΣ", "οδός"]],
    ["the hooks of Hausa", "ƙasar Ɗan", "kasar dan", ["ƙasar Ɗan"]],
    ["transliterations", "ʿAlī al-Ḥasan", "ali al hasan", ["Alī al-Ḥasan"]],
    ["signs as they stand", "up 5% and 50%", "%", ["%", "%"]],
    ["nothing in them as a pattern", "anything", ".*", []],
    ["nothing for nothing", "anything", "  ", []],
    ["nothing where there is nothing", "", "word", []],
  ])("finds %s", (_, text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  it("gives ranges that do not overlap, in order, and 5,000 at most", () => {
    expect(findInText("aaaa", "aa")).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(findInText("a ".repeat(6_000), "a")).toHaveLength(5_000);
  });

  it("finds a quote of any passage again", () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text: anything, start, end }) => {
        const text = canonicalText(anything);
        const range = tidyRange(text, Math.min(start, text.length), Math.min(end, text.length));
        fc.pre(range !== null);
        const quote = text.slice(range?.start, range?.end);
        fc.pre(searchForm(`é${quote}`).slice(1).trim() !== "");
        const hits = findInText(text, quote);
        const within = hits.filter((hit) => hit.start < (range?.end ?? 0) && (range?.start ?? 0) < hit.end);
        expect(within.length).toBeGreaterThan(0);
      }),
      { numRuns: 3_000 },
    );
  });

  it("gives ranges of whole characters, in which the words are", () => {
    const pieces = fc.constantFrom("a", "é", "ß", "ﬁ", "œ", "ا", "أ", "中", "が", "ﾊﾞ", "क", "हि", "👍", "2");
    fc.assert(
      fc.property(hardText(), fc.array(pieces, { minLength: 1, maxLength: 3 }), (anything, wanted) => {
        const text = canonicalText(`${anything}${wanted.join("")}${anything}`);
        for (const { start, end } of findInText(text, wanted.join(""))) {
          expect(tidyRange(text, start, end)).toEqual({ start, end });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds in a text longer than it is folded at a time", () => {
    const text = `${"é ".repeat(8_191)}forty soldiers${" é".repeat(9_000)}`;
    expect(found(text, "forty soldiers")).toEqual(["forty soldiers"]);
    const ligatures = `${"\ufdfa".repeat(3_000)} forty`;
    expect(found(ligatures, "forty")).toEqual(["forty"]);
  });
});
