import { describe, expect, it } from "vitest";
import { finishArticle } from "#electron/importing/finishing.ts";
import { rtfFormat } from "#electron/importing/rtf.ts";
import { damagedVariants, documentOf, endsWell, linesOf } from "../../support/formats.ts";

const read = (rtf: string) => documentOf(rtfFormat, "wire.rtf", Buffer.from(rtf, "latin1"));
const lines = async (rtf: string) => linesOf((await read(rtf)).blocks);
const text = async (rtf: string) => (await read(`{\\rtf1\\ansi ${rtf}}`)).blocks.map((block) => block.text).join("|");

describe("rtfFormat", () => {
  it("is told by its first word", () => {
    expect(rtfFormat.recognises(Buffer.from("{\\rtf1 x}"), "a")).toBe(true);
    expect(rtfFormat.recognises(Buffer.from("\n{\\rtf1 x}"), "a")).toBe(true);
    expect(rtfFormat.recognises(Buffer.from("Of {\\rtf1 x}"), "a.rtf")).toBe(false);
  });

  it("reads characters by code page, by Unicode with its fallback, and by name", async () => {
    expect(await text("pr\\'e9fet \\'93oui\\'94 \\'80 5")).toBe("préfet “oui” € 5");
    expect(await text("\\ansicpg1256 \\'de\\'c7\\'e1")).toBe("قال");
    expect(await text("\\uc1\\u1602?\\u1575\\'3f\\u1604 ?.")).toBe("قال.");
    expect(await text("\\uc2 \\u26085\\'93\\'fa\\u26412\\'96\\'7b!")).toBe("日本!");
    expect(await text("\\uc0\\u-10179 \\u-8704 x {\\uc3 \\u233abc}\\u232 e")).toBe("😀x éèe");
    expect(await text("\\lquote a\\rquote  \\emdash  b\\~c\\_d\\{\\}\\\\")).toBe("‘a’ — b\u00a0c\u2011d{}\\");
    expect(await text("\\u233\\par next")).toBe("é|next");
  });

  it("reads the letters of each font in its own code page, also those of two bytes", async () => {
    const fonts =
      "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset2 Symbol;}}";
    expect(await text(`${fonts}\\f0 \\'e9 {\\f1 \\'c4\\'e0} \\'e9 {\\f2 \\'93\\'fa\\'96\\'7b} {\\f3 \\'b7}`)).toBe(
      "é Да é 日本 •",
    );
  });

  it("tells headings by outline, style and weight, and items of lists by their marks", async () => {
    const styles = "{\\stylesheet{\\ql Normal;}{\\s1\\b heading 1;}{\\s2 heading 2;}{\\*\\cs9 Strong;}}";
    const rtf = `{\\rtf1\\ansi${styles}\\pard\\s1 Attack\\par\\pard\\s2 Known\\par\\pard\\outlinelevel2 Deeper\\par\\pard{\\b In bold}\\par\\pard{\\b A bold sentence.}\\par\\pard{\\b By Ada Brook}\\par
      {\\listtext\\'b7\\tab}\\ls1\\ilvl1 Item\\par\\pard{\\pntext 1.\\tab}Old item\\par\\pard Plain, {\\b bold} and plain\\par}`;
    expect(await lines(rtf)).toEqual([
      "heading 1: Attack",
      "heading 2: Known",
      "heading 3: Deeper",
      "heading 2: In bold",
      "paragraph 1: A bold sentence.",
      "paragraph 1: By Ada Brook",
      "list-item 2: Item",
      "list-item 1: Old item",
      "paragraph 1: Plain, bold and plain",
    ]);
  });

  it("makes a row of a table one block", async () => {
    const rtf =
      "{\\rtf1 Before\\par\\trowd\\pard\\intbl Place\\cell Dead\\cell\\row\\trowd\\pard\\intbl Tamba\\par and Evrane\\cell 40\\cell\\row\\pard After\\par}";
    expect(await lines(rtf)).toEqual([
      "paragraph 1: Before",
      "table-row 1: Place\tDead",
      "table-row 1: Tamba and Evrane\t40",
      "paragraph 1: After",
    ]);
  });

  it("puts notes at the end", async () => {
    expect(
      await lines("{\\rtf1 Forty died{\\super\\chftn{\\footnote By \\i its\\i0  count.}}, it said.\\par End.}"),
    ).toEqual(["paragraph 1: Forty died[1], it said.", "paragraph 1: End.", "paragraph 1: [1] By its count."]);
  });

  it("leaves out what is no text of the document, and what is hidden or deleted", async () => {
    const rtf =
      "{\\header Head}{\\footer Foot}{\\pict\\pngblip 89504e47}{\\*\\unknown gone{\\deep too}}{\\*\\generator Word;}Kept{\\v  hidden}{\\deleted  struck}{\\*\\annotation note} {\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}\\bin4 }}{{.";
    expect(await text(rtf)).toBe("Kept link.");
    expect(await text("{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt In a box\\par}}}After")).toBe(
      "In a box|After",
    );
  });

  it("states title and author", async () => {
    const { stated, writer } = await read(
      "{\\rtf1{\\info{\\title Attack on \\u233?vrane}{\\author Awa Keita}{\\creatim\\yr2024}}Text.}",
    );
    expect(stated).toEqual({ title: { value: "Attack on évrane", from: "document" } });
    expect(writer).toBe("Awa Keita");
  });

  it("prints its byline, which goes before the author of the file, and the doubt between the two is told", async () => {
    const finished = async (author: string, byline: string) => {
      const rtf = `{\\rtf1{\\info{\\author ${author}}}Forty killed\\par ${byline}\\par The spokesman said on Tuesday that forty soldiers were killed.}`;
      const { fields, fieldOrigins, doubt } = finishArticle("wire.rtf", Buffer.from(rtf), await read(rtf));
      return [fields.byline, fieldOrigins.byline, doubt];
    };
    expect(await finished("Ada Brook", "By Jean Roc")).toEqual([
      "Jean Roc",
      "text",
      "It prints “Jean Roc” as its byline, and the properties of the file name “Ada Brook”. The printed byline was kept; look which of them is right.",
    ]);
    expect(await finished("Ada Brook", "By Ada M. Brook and Jean Roc")).toEqual([
      "Ada M. Brook and Jean Roc",
      "text",
      null,
    ]);
    expect(await finished("BROOK, Ada", "By Ada Brook")).toEqual(["Ada Brook", "text", null]);
    expect(await finished("Ada Brook", "It was quiet")).toEqual(["Ada Brook", "document", null]);
    expect(await finished("Windows User", "It was quiet")).toEqual(["", undefined, null]);
  });

  it("reads groups nested without end, and those that are never closed", async () => {
    const deep = `{\\rtf1 ${"{\\b ".repeat(200_000)}Deep${"}".repeat(200_000)} and after`;
    expect((await read(deep)).blocks.map((block) => block.text)).toEqual(["Deep and after"]);
    expect(await text("}}}Text")).toBe("Text");
  });

  it("ends in a document, however a file is damaged", async () => {
    const sound = Buffer.from(
      `{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset178 A;}}{\\info{\\title T}}${"\\pard\\f0 \\'de\\'c7 \\u1602? {\\b bold}\\par\\intbl a\\cell b\\cell\\row ".repeat(20)}}`,
    );
    for (const damaged of damagedVariants(sound, 400)) {
      expect(await endsWell(rtfFormat, "wire.rtf", damaged)).toBe("document");
    }
  });
});
