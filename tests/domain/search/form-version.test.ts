import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { SEARCH_FORM, searchForm } from "#domain/search/form.ts";

/** Invented words, and figures, in many scripts and spellings. */
const WORDS = `
  The ferry-port’s 40 000 tonnes, l’armée d’Évrane, Œuvre ÆSIR Straße Łódź İstanbul ħal ŧuu Þingið naïve co\u00adopé
  of\ufb01cer ＮＡＴＯ №5 km² ½ Ⅳ 𝔑𝔬𝔯𝔱𝔥 ʿAlī Jamaʼa Jama’a ʻokina ƙasar Ɗan sɔrɔ ŋgal ɓiira ɖe ɲama ƴanci
  ΟΔΟΣ οδός ᾠδή Ёлка Йод Їжак Ђурђевак ԱՐԵՎ արեւ და ᲗᲑ
  الأُولى إلى آخرة مؤسسة مئة ٱل مـــصدر ٢٠٢٤ ۱۴۰۳ می\u200cخواهم کتاب ہے ھ שָׁלוֹם ירושלים ﷺ ﷲ
  हिन्दी में ०१२ বাংলা ০১ தமிழ் ಕನ್ನಡ සිංහල འབྲུག ሰላም
  中文字 2024年3月 北，京 ㍿ ㎏ 々 カメラ ｶﾒﾗ ガ ｶﾞ ひらがな ー เมื่อ ๑ ລາວ ភាសា မြန်မာ
  한국어 텍스트 ㅋㅋㅋ ㉠ ㈎ ㉮ᆨ ㄱㅏ ﾡￂ 👍🏽 👩‍👧 e\u0301 \ud800
`;

/** Blocks of Unicode that have no room left, so that a later Unicode changes nothing in them. */
const FULL_BLOCKS = [
  [0x00a0, 0x024f],
  [0x0250, 0x036f],
  [0x0400, 0x052f],
  [0x0600, 0x06ff],
  [0x0900, 0x097f],
  [0x1100, 0x11ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x2063],
  [0x3131, 0x318e],
  [0x3200, 0x321e],
  [0x3220, 0x33ff],
  [0xac00, 0xd7a3],
  [0xff01, 0xffbe],
] as const;

/** The digest of what all of these become. */
function digestOfForms(): string {
  const digest = createHash("sha256");
  const add = (text: string) => digest.update(`${searchForm(`${text}é`)}\n`);
  add(WORDS);
  for (const word of WORDS.split(/[ \n]+/)) add(word);
  for (const [first, last] of FULL_BLOCKS) {
    for (let point = first; point <= last; point++) add(`a${String.fromCodePoint(point)}b`);
  }
  return digest.digest("hex");
}

test("the version of the search form is that of what becomes of texts", () => {
  expect(
    { version: SEARCH_FORM, digest: digestOfForms() },
    "The search form was changed. Raise SEARCH_FORM in domain/search/form.ts by one, so that the search of every case is made anew when it is opened, and write the version and the digest that stand here as received into this test.",
  ).toEqual({ version: 2, digest: "1eb1852d8b0905ef6d8ab2f841ab3d1e430af836e025d720686a2769c90f048f" });
});
