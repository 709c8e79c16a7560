import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readByline } from "#electron/importing/byline.ts";
import type { DraftBlock, ReadDocument } from "#electron/importing/document.ts";
import { readOwnWords } from "#electron/importing/own-words.ts";
import { documentOfPlainText } from "#electron/importing/plain-text.ts";
import { BYLINES, NO_BYLINES } from "./byline-forms.ts";

test.for(BYLINES)("“%s” names %s", ([line, names]) => {
  expect(readByline(line)?.names).toBe(names);
});

test.for(NO_BYLINES)("“%s” is no byline", (line) => {
  expect(readByline(line)).toBeNull();
});

test("no line of words makes it fail, or take names that it has not", () => {
  const pieces = fc.constantFrom(
    "By",
    "Von",
    "Di",
    "Ada",
    "der",
    "Wins",
    " ",
    ", ",
    "and",
    "记者",
    "文",
    "：",
    "李",
    "明",
    "تقرير",
    ":",
    "عادل",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (words) => {
      const line = words.join(" ");
      expect(line).toContain(readByline(line)?.names ?? "");
    }),
  );
});

const ENGLISH =
  "The spokesman said on Tuesday, in the capital, that forty soldiers were killed at dawn. Residents heard gunfire for hours.";
const GERMAN =
  "Der Sprecher sagte am Dienstag in der Hauptstadt, dass bei dem Angriff vierzig Soldaten getötet worden seien. Anwohner hörten Schüsse.";
const ITALIAN =
  "Il portavoce ha detto martedì nella capitale che quaranta soldati sono stati uccisi all’alba. I residenti hanno sentito spari per ore.";

describe("readByline", () => {
  it("comes to an end on lines that are made to be tried in every way", () => {
    for (const line of [
      `By A${`${" ".repeat(12)}B`.repeat(9)} 5`,
      `By A${"    B".repeat(24)} 5`,
      `By D’A, ${"D’A ".repeat(28)}5`,
      `بقلم${" ".repeat(100)}5`,
      `记者${" ".repeat(100)}李明!`,
    ]) {
      expect(readByline(line), line).toBeNull();
    }
  });

  it("takes names with D’ and al- before them, and any spaces", () => {
    expect(readByline("By Jean   D’Arc and L’Ora al-Amin")?.names).toBe("Jean   D’Arc and L’Ora al-Amin");
    expect(readByline("بقلم : أحمد علي")?.names).toBe("أحمد علي");
    expect(readByline("记者  李明")?.names).toBe("李明");
  });
});

const fieldsOf = (document: ReadDocument) => {
  const { title, byline } = readOwnWords(document).stated;
  return { title: title?.value, byline: byline?.value };
};
const plain = (...lines: string[]) => fieldsOf(documentOfPlainText(lines.join("\n\n")));
const page = (title: string | null, ...blocks: DraftBlock[]) =>
  fieldsOf({
    ...documentOfPlainText(""),
    isPlain: false,
    blocks,
    stated: title === null ? {} : { title: { value: title, from: "json-ld" } },
  });
const paragraph = (text: string): DraftBlock => ({ kind: "paragraph", level: 1, text });
const heading = (text: string, level = 1): DraftBlock => ({ kind: "heading", level, text });

describe("a byline in its place", () => {
  it("is not the first line of a text, which is the title", () => {
    // Names that the words cannot tell from those of a byline.
    for (const title of ["Par Toutatis Obélix", "By Crook Or Hook", "Von Anna Müller", "Di Maio Marco"]) {
      expect(plain(title, ENGLISH, ENGLISH)).toEqual({ title, byline: undefined });
      expect(page(null, paragraph(title), paragraph(ENGLISH))).toEqual({ title, byline: undefined });
    }
  });

  it("may stand above the title", () => {
    expect(plain("By Ada Brook", "Forty killed at the border", ENGLISH)).toEqual({
      title: "Forty killed at the border",
      byline: "Ada Brook",
    });
    expect(plain("By Ada Brook", "22 March 2024", ENGLISH).byline).toBeUndefined();
    // In German too it may be a headline above another.
    expect(plain("Von Anna Müller", "Der Angriff auf den Posten", GERMAN).byline).toBeUndefined();
  });

  it("is no heading, and not the title that is stated", () => {
    const second = [heading("A raid"), heading("By Ada Brook", 2), paragraph(ENGLISH)];
    expect(page("A raid", ...second).byline).toBeUndefined();
    expect(page("By Ada Brook", paragraph("By Ada Brook!"), paragraph(ENGLISH)).byline).toBeUndefined();
    expect(page("By Ada Brook", paragraph("By ADA BROOK"), paragraph(ENGLISH)).byline).toBeUndefined();
    expect(page("A raid", paragraph("By Ada Brook"), paragraph(ENGLISH)).byline).toBe("Ada Brook");
  });

  it("begins with “Von” in German texts and with “Di” in Italian ones, and has four characters in Japanese ones", () => {
    expect(plain("Der Angriff", "Von Anna Müller", GERMAN).byline).toBe("Anna Müller");
    expect(plain("The raid", "Von Anna Müller", ENGLISH).byline).toBeUndefined();
    expect(plain("L’attacco", "Di Marco Rossi", ITALIAN).byline).toBe("Marco Rossi");
    expect(plain("The raid", "Di Marco Rossi", ENGLISH).byline).toBeUndefined();
    expect(
      plain(
        "戦闘",
        "文：山田太郎",
        "報道官は火曜日、首都で、夜明けの攻撃で兵士四十人が死亡したと述べた。住民は銃声を聞いた。",
      ).byline,
    ).toBe("山田太郎");
    expect(
      plain(
        "疫情",
        "文：武汉封城",
        "发言人周二在首都表示，四十名士兵在黎明时分的袭击中丧生，另有多人受伤。居民说听到了枪声。",
      ).byline,
    ).toBeUndefined();
    // Of a few words nobody can tell the language.
    expect(plain("Tamba", "Von Anna Müller", "Tamba.").byline).toBe("Anna Müller");
    expect(plain("Der Angriff", "By Ada Brook", GERMAN).byline).toBe("Ada Brook");
  });
});
