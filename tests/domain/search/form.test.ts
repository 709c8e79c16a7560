import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formOfCharacter } from "#domain/search/characters.ts";
import { searchForm, searchWords } from "#domain/search/form.ts";
import { hardText } from "../text/words.ts";

test.for([
  ["L’armée d’Évrane", "l armee d evrane"],
  ["« Œuvre » – ÆSIR, Straße, Łódź, İstanbul", "oeuvre aesir strasse lodz istanbul"],
  ["co\u00adopération, non\u00a0plus", "cooperation non plus"],
  ["of\ufb01cer ＮＡＴＯ №5 km²", "officer nato no5 km2"],
  ["E\u0301vrane Évrane", "evrane evrane"],
  ["الأُولى إلى آخرة مؤسسة", "الاولي الي اخره موسسه"],
  ["می\u200cخواهم کتاب", "ميخواهم كتاب"],
  ["مـــصدر ٢٠٢٤ ۱۴۰۳", "مصدر 2024 1403"],
  ["שָׁלוֹם", "שלום"],
  ["Ёлка Йод", "елка иод"],
  ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
  ["中文字a", "中 文 字 a"],
  ["2024年3月", "2024 年 3 月"],
  ["カメラ ｶﾒﾗ ガ ｶﾞ", "カ メ ラ カ メ ラ カ\u3099 カ\u3099"],
  ["เมื่อ", "เ มื่ อ"],
  ["한국어 텍스트", "한국어 텍스트"],
  ["हिन्दी में", "हिन्दी में"],
  ["ʿAlī Jamaʼa Jama’a", "ali jama a jama a"],
  ["ƙasar Ɗan sɔrɔ ŋgal", "kasar dan soro ngal"],
  ["👍🏽 vu 👩‍👧 é", "vu e"],
  ["𝔑𝔬𝔯𝔱𝔥 é", "north e"],
  ["\ud800é\udc00e", "e e"],
  ["㍿é", "株 式 会 社 e"],
] as const)("the search form of “%s”", ([text, form]) => {
  expect(searchForm(text).trim()).toBe(form);
});

describe("the search form", () => {
  it("is the text itself where all of it is ASCII", () => {
    expect(searchForm("The Post (at Tamba) fell; 40 dead.")).toBe("The Post (at Tamba) fell; 40 dead.");
  });

  it("holds nothing but words of lower case and single spaces beside", () => {
    const anything = fc.oneof(hardText(), fc.string({ unit: "binary", maxLength: 20 }));
    fc.assert(
      fc.property(anything, (text) => {
        // “é” keeps the text from being all ASCII.
        const form = searchForm(`${text}é`);
        expect(form).toMatch(/^(?:[\p{L}\p{N}\p{M}]+ )*[\p{L}\p{N}\p{M}]*$/u);
        expect(form).not.toMatch(/[A-Z]/);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["㈎", ["가"]],
    ["㉮ᆨ", ["가", "ᆨ"]],
    ["ㄱㅏ", ["ᄀ", "ᅡ"]],
    ["ﾡￂ", ["ᄀ", "ᅡ"]],
  ])("composes no syllable of what is written apart: %s", (text, words) => {
    expect(searchWords(text)).toEqual(words);
    expect(searchWords(searchForm(text))).toEqual(words);
  });

  it("is its own search form", () => {
    fc.assert(
      fc.property(fc.oneof(hardText(), fc.string({ unit: "binary", maxLength: 20 })), (text) => {
        const once = searchForm(`${text}é`);
        expect(searchWords(once)).toEqual(searchWords(`${text}é`));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the same for texts that are canonically the same, and in any case", () => {
    fc.assert(
      fc.property(hardText(), (text) => {
        expect(searchForm(`${text}é`.normalize("NFD"))).toBe(searchForm(`${text}é`.normalize("NFC")));
      }),
    );
    expect(searchWords("ÉVRANE ŒUVRE Ёлка")).toEqual(searchWords("évrane œuvre ёлка"));
  });

  it("of a long text is that of its parts", () => {
    const parts = ["Évrane, ", "中文 ", "L’armée ", "word ", "\ufdfa "];
    const text = Array.from({ length: 12_000 }, (_, index) => parts[index % parts.length]).join("");
    const once = searchWords(parts.join(""));
    expect(searchWords(text)).toEqual(Array.from({ length: 2_400 }, () => once).flat());
  });

  it("is made of characters of which none becomes longer than there is room for", () => {
    let longest = 0;
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      longest = Math.max(longest, formOfCharacter(String.fromCodePoint(point)).length);
    }
    expect(longest).toBeLessThan(60);
  });
});

describe("searchWords", () => {
  it("are in lower case, whatever the letters", () => {
    expect(searchWords("The POST (at Tamba), d’Évrane; 40.")).toEqual([
      "the",
      "post",
      "at",
      "tamba",
      "d",
      "evrane",
      "40",
    ]);
    expect(searchWords(" – ")).toEqual([]);
  });
});
