import { describe, expect, it } from "vitest";
import type { Part } from "#electron/importing/document.ts";
import { docxFormat } from "#electron/importing/docx.ts";
import { finishArticle } from "#electron/importing/finishing.ts";
import { damagedVariants, documentOf, endsWell, linesOf } from "../../support/formats.ts";
import { docxOf, wordParagraph, wordStyles } from "../../support/office.ts";

const read = (bytes: Uint8Array) => documentOf(docxFormat, "report.docx", bytes);

describe("docxFormat", () => {
  it("is told by what the archive holds", () => {
    const docx = docxOf({ body: wordParagraph("Text.") });
    expect(docxFormat.recognises(docx, "report")).toBe(true);
    expect(docxFormat.recognises(Buffer.from("PK\x03\x04 something else"), "report.docx")).toBe(false);
    expect(docxFormat.recognises(Buffer.from("word/"), "report.docx")).toBe(false);
  });

  it("reads paragraphs, headings, quotes, captions and letters of every script", async () => {
    const { blocks, tool, mediaType } = await read(
      docxOf({
        styles: wordStyles({ T: "Title", H2: "heading 2", Q: "Quote", C: "caption" }),
        body: [
          wordParagraph("Attack on a post", "T"),
          wordParagraph("What is known", "H2"),
          wordParagraph("TAMBA (Northwire) – Forty soldiers were killed."),
          wordParagraph("قال مصدر أمني إن أربعين جنديا قتلوا.", ""),
          wordParagraph("“We counted them,” he said. 日本語 🇲🇱", "Q"),
          wordParagraph("The post on Monday", "C"),
          wordParagraph("   "),
        ].join(""),
      }),
    );
    expect(linesOf(blocks)).toEqual([
      "heading 1: Attack on a post",
      "heading 2: What is known",
      "paragraph 1: TAMBA (Northwire) – Forty soldiers were killed.",
      "paragraph 1: قال مصدر أمني إن أربعين جنديا قتلوا.",
      "quote 1: “We counted them,” he said. 日本語 🇲🇱",
      "caption 1: The post on Monday",
    ]);
    expect(tool).toMatch(/^mammoth 1\.\d+\.\d+$/);
    expect(mediaType).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  });

  it("takes a short paragraph in bold for a heading, and a bold sentence or byline for none", async () => {
    const bold = (text: string) => wordParagraph(text, "", "<w:b/>");
    const body = [bold("The second attack"), bold("It was the second attack in a week."), bold("By Ada Brook")];
    expect(linesOf((await read(docxOf({ body: [...body, wordParagraph("Plain.")].join("") }))).blocks)).toEqual([
      "heading 2: The second attack",
      "paragraph 1: It was the second attack in a week.",
      "paragraph 1: By Ada Brook",
      "paragraph 1: Plain.",
    ]);
  });

  it("reads lists by their depth, and line breaks inside paragraphs", async () => {
    const item = (text: string, level: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const broken = "<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>";
    const { blocks } = await read(docxOf({ numbering, body: item("Dead", 0) + item("Soldiers", 1) + broken }));
    expect(linesOf(blocks)).toEqual(["list-item 1: Dead", "list-item 2: Soldiers", "paragraph 1: One\ntwo\tthree"]);
  });

  it("makes a row of a table one block, and what a single cell frames ordinary text", async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => wordParagraph(text)).join("")}</w:tc>`;
    const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;
    const body =
      table(cell("Place") + cell("Dead"), cell("Tamba", "and Evrane") + cell("40")) + table(cell("A box.", "Two."));
    expect(linesOf((await read(docxOf({ body }))).blocks)).toEqual([
      "table-row 1: Place\tDead",
      "table-row 1: Tamba and Evrane\t40",
      "paragraph 1: A box.",
      "paragraph 1: Two.",
    ]);
  });

  it("puts notes at the end, and takes insertions and leaves deletions that are tracked", async () => {
    const body =
      '<w:p><w:r><w:t>Forty died</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:ins w:id="1"><w:r><w:t>, it said</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>, we know</w:delText></w:r></w:del></w:p>';
    const footnotes = `<w:footnote w:id="2">${wordParagraph("By the ministry’s count.")}</w:footnote>`;
    expect(linesOf((await read(docxOf({ body, footnotes }))).blocks)).toEqual([
      "paragraph 1: Forty died[1], it said",
      "paragraph 1: [1] By the ministry’s count.",
    ]);
  });

  it("leaves out words that are hidden, by themselves or by a style, and says so", async () => {
    const run = (text: string, properties = "") =>
      `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const paragraph = (style: string, ...runs: string[]) =>
      `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/><w:rPr><w:vanish/></w:rPr></w:pPr>`}${runs.join("")}</w:p>`;
    const styles = `<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Top"><w:name w:val="z-Top"/><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Form"><w:name w:val="Form"/><w:basedOn w:val="Top"/></w:style>
      <w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:style>`;
    const field = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>';
    const ofField = '<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r>';
    const body = [
      paragraph(
        "",
        run("Forty "),
        run("or more ", "<w:b/><w:vanish/>"),
        run("died", '<w:vanish w:val="false"/>'),
        run("."),
      ),
      paragraph("Form", run("Nobody"), run(" knows", '<w:vanish w:val="0"/>')),
      paragraph(
        "Body",
        run("Said "),
        run("so ", '<w:rStyle w:val="Secret"/>'),
        run("twice."),
        '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
      ),
      paragraph(
        "",
        run("Changed", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
        run(" in a browser", "<w:webHidden/>"),
      ),
      paragraph(
        "",
        field,
        ofField,
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("It has a link."),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    ].join("");
    const footnotes = `<w:footnote w:id="2">${wordParagraph("Unseen.")}</w:footnote>`;
    const { blocks, doubt } = await read(docxOf({ body, styles, footnotes }));
    expect(linesOf(blocks)).toEqual([
      "paragraph 1: Forty died.",
      "paragraph 1: knows",
      "paragraph 1: Said twice.",
      "paragraph 1: Changed in a browser",
      "paragraph 1: It has a link.",
    ]);
    expect(doubt).toBe("Words in it are hidden, and were left out.");
    const shown = docxOf({ body: paragraph("Body", run("Text.")), styles });
    expect((await read(shown)).doubt).toBeNull();
  });

  it("leaves hidden words out of notes", async () => {
    const reference = '<w:p><w:r><w:t>Forty</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const footnotes = `<w:footnote w:id="2"><w:p><w:r><w:t>By its count</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>, they say</w:t></w:r></w:p></w:footnote>`;
    expect(linesOf((await read(docxOf({ body: reference, footnotes }))).blocks)).toEqual([
      "paragraph 1: Forty[1]",
      "paragraph 1: [1] By its count",
    ]);
  });

  it("prints its byline, which goes before whoever typed it, and the doubt between the two is told", async () => {
    const properties = "<dc:creator>jsmith</dc:creator>";
    const bytes = docxOf({
      body: ["Deputy mayor follows mayor out", "By Omar Haddad", "The deputy mayor left on Tuesday, he said."]
        .map((line) => wordParagraph(line))
        .join(""),
      properties,
    });
    const { fields, fieldOrigins, doubt } = finishArticle("memo.docx", bytes, await read(bytes));
    expect([fields.byline, fieldOrigins.byline]).toEqual(["Omar Haddad", "text"]);
    expect(doubt).toContain("the properties of the file name “jsmith”");
  });

  it("states title and writer as the document does, and no date", async () => {
    const properties =
      "<dc:title>Attack on a post</dc:title><dc:creator>Awa Keita</dc:creator><dcterms:created>2024-05-14T10:00:00Z</dcterms:created>";
    const body = wordParagraph("Text.");
    const { stated, writer } = await read(docxOf({ body, properties }));
    expect({ stated, writer }).toEqual({
      stated: { title: { value: "Attack on a post", from: "document" } },
      writer: "Awa Keita",
    });
    const styled = docxOf({
      styles: wordStyles({ T: "Title" }),
      body: wordParagraph("Its own title", "T") + body,
      properties,
    });
    expect((await read(styled)).stated.title?.value).toBe("Its own title");
    const made = "<dc:title>Document1</dc:title><dc:creator>Windows User</dc:creator>";
    expect((await read(docxOf({ body, properties: made }))).stated).toEqual({});
  });

  it("refuses a document that unpacks to far more than it is, and one that lies about it", async () => {
    const paragraph = wordParagraph("0".repeat(1_000));
    await expect(read(docxOf({ body: paragraph.repeat(60_000) }))).rejects.toThrow(
      "“report.docx” unpacks to far more than an article can hold, and was not unpacked.",
    );
    const bomb = { name: "word/header1.xml", content: Buffer.alloc(40_000_000), claims: { size: 10 } };
    expect(linesOf((await read(docxOf({ body: wordParagraph("Text."), more: [bomb] }))).blocks)).toEqual([
      "paragraph 1: Text.",
    ]);
  });

  it("ends in a document or a problem for elements nested without end", { timeout: 20_000 }, async () => {
    const deep = `${"<w:sdt><w:sdtContent>".repeat(20_000)}${wordParagraph("Deep.")}${"</w:sdtContent></w:sdt>".repeat(20_000)}`;
    await endsWell(docxFormat, "report.docx", docxOf({ body: deep }));
    await endsWell(docxFormat, "report.docx", docxOf({ body: deep.replace("Deep.", "</w:t><w:vanish/><w:t>") }));
  });

  it("ends in a document or a problem, however a file is damaged", async () => {
    const sound = docxOf({ body: wordParagraph("Forty soldiers were killed in an attack on a post.").repeat(20) });
    const ends: Part["kind"][] = [];
    for (const damaged of damagedVariants(sound, 300)) ends.push(await endsWell(docxFormat, "report.docx", damaged));
    expect(new Set(ends)).toEqual(new Set(["document", "failed"]));
  });
});
