import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "#electron/importing/decoding.ts";
import { seeded } from "./pages.ts";

const decoded = (...bytes: (string | number[])[]) =>
  decodeText("a.txt", Buffer.concat(bytes.map((part) => Buffer.from(part as string))));

/** What is said of how bytes were read, or why they were not. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    return decodeText("a.txt", bytes).doubt ?? "";
  } catch (error) {
    return String(error);
  }
}

const RUSSIAN =
  "Представитель вооружённых сил сообщил, что нападение произошло на рассвете в приграничном городе. Погибли сорок человек.";
const FRENCH =
  "Le préfet a déclaré que l’attaque avait eu lieu à l’aube « près de la frontière », où quarante soldats ont été tués.";
const TEXTS: readonly [encoding: string, text: string][] = [
  ["windows-1256", "قال متحدث باسم القوات المسلحة إن الهجوم وقع فجر اليوم في البلدة الواقعة على الحدود، وقتل أربعون."],
  ["windows-1251", RUSSIAN],
  ["koi8-r", RUSSIAN],
  ["maccyrillic", RUSSIAN],
  [
    "shift_jis",
    "軍の報道官によると、襲撃は未明に国境の町で起きた。四十人が死亡したという。住民は銃声を聞いたと話した。",
  ],
  ["euc-jp", "軍の報道官によると、襲撃は未明に国境の町で起きた。四十人が死亡したという。住民は銃声を聞いたと話した。"],
  ["gb18030", "军方发言人表示，袭击发生在黎明时分的边境小镇。他说，四十人遇难。居民说听到了枪声。"],
  ["big5", "軍方發言人表示，襲擊發生在黎明時分的邊境小鎮。他說，四十人遇難。居民說聽到了槍聲。"],
  ["euc-kr", "군 대변인은 공격이 새벽에 국경 마을에서 발생했다고 말했다. 그는 사십 명이 숨졌다고 덧붙였다."],
  ["windows-1252", FRENCH],
  [
    "iso-8859-15",
    "Le préfet a déclaré que l'attaque avait coûté 40 € par tête ; l'œuvre d'un cœur brisé, où l'été fut amer.",
  ],
  ["macintosh", `${FRENCH} Çà et là, des blessés étaient évacués vers l’hôpital.`],
  ["windows-1253", "Ο εκπρόσωπος του στρατού δήλωσε ότι η επίθεση έγινε τα ξημερώματα στη συνοριακή πόλη."],
  ["windows-1254", "Ordu sözcüsü saldırının şafak vakti sınır kasabasında gerçekleştiğini söyledi; kırk kişi öldü."],
  ["windows-1255", "דובר הצבא אמר כי ההתקפה אירעה עם שחר בעיירת הגבול. לדבריו נהרגו ארבעים בני אדם."],
  [
    "windows-1250",
    "Rzecznik wojska powiedział, że do ataku doszło o świcie w przygranicznym miasteczku. Zginęło czterdzieści osób.",
  ],
];

describe("decodeText", () => {
  it("reads UTF-8 as it is, without a doubt", () => {
    expect(decoded("També 🇲🇱 قال")).toEqual({ text: "També 🇲🇱 قال", doubt: null });
    expect(decoded()).toEqual({ text: "", doubt: null });
  });

  it("goes by the byte order mark, and takes it away", () => {
    expect(decoded([0xef, 0xbb, 0xbf], "é")).toEqual({ text: "é", doubt: null });
    expect(decoded([0xff, 0xfe, 0xe9, 0x00])).toEqual({ text: "é", doubt: null });
    expect(decoded([0xfe, 0xff, 0x00, 0xe9])).toEqual({ text: "é", doubt: null });
    expect(decoded([0xff, 0xfe, 0, 0, 0xe9, 0, 0, 0])).toEqual({ text: "é", doubt: null });
    expect(decoded([0, 0, 0xfe, 0xff, 0, 0, 0, 0xe9])).toEqual({ text: "é", doubt: null });
  });

  it("keeps a byte order mark that is not the first thing", () => {
    expect(decoded("a\uFEFFb").text).toBe("a\uFEFFb");
  });

  it("reads what is no UTF-8 as Windows-1252, and says so", () => {
    const { text, doubt } = decoded("pr", [0xe9], "fet ", [0x80, 0x93]);
    expect(text).toBe("préfet €“");
    expect(doubt).toContain("Windows-1252");
  });

  it("refuses binary data by the name of the file", () => {
    expect(() => decoded("text", [0], "text")).toThrow("“a.txt” is not a text: it holds binary data.");
    const noise = Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
    expect(() => decoded(noise)).toThrow("binary data");
  });

  it.each(TEXTS)("tells %s from the bytes alone, and says what it was read as", (encoding, text) => {
    const read = decodeText("a.txt", iconv.encode(text, encoding));
    expect(read.text).toBe(text);
    expect(read.doubt).toMatch(
      /^It does not say in which encoding it is; it was read as .+\. (Look at its accents|See whether its words are words)\.$/,
    );
    const isLatin = /^[\p{Script=Latin}\P{L}]*$/u.test(text);
    expect(read.doubt?.endsWith("accents.")).toBe(isLatin);
  });

  it.each(TEXTS)("goes by what is declared: %s", (encoding, text) => {
    expect(decodeText("a.txt", iconv.encode(text, encoding), encoding)).toEqual({ text, doubt: null });
    const page = `<html><head><meta charset="${encoding}"></head><body>${text}</body></html>`;
    expect(decodeText("a.html", iconv.encode(page, encoding))).toEqual({ text: page, doubt: null });
  });

  it("reads the declarations of XML and of older pages", () => {
    const xml = `<?xml version="1.0" encoding='windows-1251'?><p>да</p>`;
    expect(decodeText("a.xml", iconv.encode(xml, "windows-1251"))).toEqual({ text: xml, doubt: null });
    const page = `<META content="text/html; charset=windows-1251" http-equiv=Content-Type><p>да`;
    expect(decodeText("a.html", iconv.encode(page, "windows-1251"))).toEqual({ text: page, doubt: null });
  });

  it("takes Latin-1 for Windows-1252, as the web does", () => {
    expect(decodeText("a.txt", Buffer.from([0x93, 0xe9, 0x94]), "ISO-8859-1").text).toBe("“é”");
    expect(decodeText("a.txt", iconv.encode("да", "maccyrillic"), " X-Mac-Cyrillic ").text).toBe("да");
  });

  it("finds out what is declared to be UTF-8 and is not", () => {
    const { text, doubt } = decodeText("a.txt", iconv.encode(RUSSIAN, "windows-1251"), "utf-8");
    expect(text).toBe(RUSSIAN);
    expect(doubt).toContain("declared to be in UTF-8, and it is not; it was read as Windows-1251");
  });

  it("finds out what is declared to be another and is UTF-8", () => {
    for (const declared of ["latin1", "windows-1256", "gbk", "iso-8859-15"]) {
      const { text, doubt } = decodeText("a.txt", Buffer.from(FRENCH), declared);
      expect(text).toBe(FRENCH);
      expect(doubt).toContain("its bytes are UTF-8; it was read as UTF-8");
    }
    expect(decodeText("a.txt", Buffer.from("plain"), "latin1").doubt).toBeNull();
    expect(decodeText("a.txt", Buffer.from("plain"), "utf-16").doubt).toBeNull();
  });

  it("does not take two Chinese characters for UTF-8 where GBK is declared", () => {
    // The four bytes of these words happen to be valid UTF-8.
    expect(decodeText("a.txt", iconv.encode("联通", "gbk"), "gbk")).toEqual({ text: "联通", doubt: null });
  });

  it("names a declared encoding that it does not know", () => {
    const { text, doubt } = decodeText("a.txt", iconv.encode(RUSSIAN, "windows-1251"), "x-none");
    expect(text).toBe(RUSSIAN);
    expect(doubt).toContain("declared to be in “x-none”, and it is not");
  });

  it("keeps UTF-8 of which a few bytes are spoiled or the end is missing, and says how many", () => {
    const whole = Buffer.from(RUSSIAN);
    const { text, doubt } = decodeText("a.txt", whole.subarray(0, 51));
    expect(text).toBe(`${whole.subarray(0, 50).toString()}\uFFFD`);
    expect(doubt).toBe("One place is not valid UTF-8 and cannot be read; “\uFFFD” stands there.");
  });

  it.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])("tells %s without a mark from its zeros", (encoding) => {
    for (const text of [
      FRENCH,
      RUSSIAN,
      "قال متحدث إن الهجوم وقع.\nثم.",
      "发言人说：一切开始了。\n居民说 40 人听到了枪声。",
    ]) {
      const read = decodeText("a.txt", iconv.encode(text, encoding, { addBOM: false }));
      expect(read.text).toBe(text);
      expect(read.doubt).toContain(encoding.toUpperCase());
    }
  });

  it.each(["utf-16le", "utf-16be"])("tells %s without a mark where there is no zero in it", (encoding) => {
    const texts = TEXTS.flatMap(([name, text]) => (/^(?:shift_jis|gb|big5)/.test(name) ? [text] : []));
    for (const text of [...texts, "夜明け前、国境の町で。", "軍發言人表示：“襲擊發生在黎明時分……”"]) {
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      // With a zero in it, as of 一 (U+4E00), it would be told by that.
      if (bytes.includes(0)) continue;
      const read = decodeText("a.txt", bytes);
      expect(read.text).toBe(text);
      expect(read.doubt).toContain(encoding.toUpperCase());
    }
  });

  it("takes no data without zeros for UTF-16", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const numbers = seeded(seed);
      const noise = Uint8Array.from({ length: 40 + seed * 4 }, () => 1 + Math.floor(numbers() * 255));
      // Where few control characters happen to stand, it is read as some text, with a doubt, as before.
      expect(outcomeOf(noise), `seed ${seed}`).not.toContain("UTF-16");
    }
    // Two letters of ASCII, or the two bytes of a character of another encoding, are each a character of UTF-16 too.
    const encoded = TEXTS.flatMap(([name, text]) =>
      /^(?:euc-kr|shift_jis|gb)/.test(name) ? [iconv.encode(text.replaceAll(/[\s、。，.]/g, ""), name)] : [],
    );
    const records = encoded.flatMap((bytes) => [bytes.subarray(0, 48), bytes.subarray(0, 47)]);
    for (const record of [Buffer.from("abc"), Buffer.from("fields"), ...records]) {
      const table = Buffer.concat(Array.from({ length: 200 }, () => [Buffer.from([1]), record]).flat());
      expect(() => decoded([...table]), record.toString("latin1")).toThrow("binary data");
    }
  });

  it("reads Japanese mail in ISO-2022-JP", () => {
    const bytes = Buffer.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]);
    expect(decodeText("a.txt", bytes, "iso-2022-jp").text).toBe("日本");
  });
});
