import { describe, expect, it } from "vitest";
import { odtFormat } from "#electron/importing/odt.ts";
import { damagedVariants, documentOf, endsWell, linesOf } from "../../support/formats.ts";
import { odtOf } from "../../support/office.ts";

const read = (specimen: Parameters<typeof odtOf>[0]) => documentOf(odtFormat, "report.odt", odtOf(specimen));
const lines = async (body: string, styles = "") => linesOf((await read({ body, styles })).blocks);

describe("odtFormat", () => {
  it("is told by the type that the archive begins with", () => {
    expect(odtFormat.recognises(odtOf({ body: "" }), "report")).toBe(true);
    expect(odtFormat.recognises(Buffer.from("PK\x03\x04 else"), "report.odt")).toBe(false);
  });

  it("reads paragraphs, headings, styles that lead to named ones, and spaces that are elements", async () => {
    const styles =
      '<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="Quotations"/>';
    const body = `<text:p text:style-name="P1">Attack on a post</text:p><text:h text:outline-level="2">What is known</text:h>
      <text:p>TAMBA<text:s text:c="2"/>(Northwire)<text:tab/>–<text:line-break/>forty   <text:span>were\n killed</text:span>.</text:p>
      <text:p text:style-name="P2">قال مصدر 🇲🇱</text:p><text:p/>`;
    const document = await read({ body, styles });
    expect(linesOf(document.blocks)).toEqual([
      "heading 1: Attack on a post",
      "heading 2: What is known",
      "paragraph 1: TAMBA  (Northwire)\t–\nforty were killed.",
      "quote 1: قال مصدر 🇲🇱",
    ]);
    expect(document.stated).toEqual({ title: { value: "Attack on a post", from: "document" } });
  });

  it("reads lists by their depth and rows of tables as one block each", async () => {
    const body = `<text:list><text:list-item><text:p>Dead</text:p><text:list><text:list-item><text:p>Soldiers</text:p></text:list-item></text:list></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>Place</text:p></table:table-cell><table:table-cell><text:p>Dead</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell><text:p>Tamba</text:p><text:p>and Evrane</text:p></table:table-cell><table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table><text:p>After.</text:p>`;
    expect(await lines(body)).toEqual([
      "list-item 1: Dead",
      "list-item 2: Soldiers",
      "table-row 1: Place\tDead",
      "table-row 1: Tamba and Evrane\t40",
      "paragraph 1: After.",
    ]);
  });

  it("repeats cells and rows as often as they stand, so that columns stay under one another", async () => {
    const cell = (text: string, times: number) =>
      `<table:table-cell table:number-columns-repeated="${times}">${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
    const row = (times: number, ...cells: string[]) =>
      `<table:table-row table:number-rows-repeated="${times}">${cells.join("")}</table:table-row>`;
    const table = (...rows: string[]) => `<table:table>${rows.join("")}</table:table>`;
    const body =
      table(row(1, cell("Place", 1), cell("", 2), cell("Dead", 1)), row(2, cell("40", 3), cell("", 16_384))) +
      table(row(1_048_576, cell("", 16_384)));
    expect(await lines(body)).toEqual(["table-row 1: Place\t\t\tDead", ...Array(2).fill("table-row 1: 40\t40\t40")]);
    const nested = table(
      row(1, cell("Tamba", 1), `<table:table-cell>${table(row(2, cell("x", 2)))}</table:table-cell>`),
    );
    expect(await lines(nested)).toEqual(["table-row 1: Tamba\tx x x x"]);
  });

  it("repeats no cell or row beyond reason, and says so", async () => {
    const inCell = (inner: string, times: number) =>
      `<table:table><table:table-row table:number-rows-repeated="${times}"><table:table-cell table:number-columns-repeated="${times}">${inner}</table:table-cell></table:table-row></table:table>`;
    const once = await read({ body: inCell("<text:p>40</text:p>", 1_000_000) });
    expect(linesOf(once.blocks)).toEqual(["table-row 1: 40"]);
    expect(once.doubt).toBe("Cells that its tables repeat very often stand only once.");
    let deep = "<text:p>Forty</text:p>";
    for (let depth = 0; depth < 20; depth++) deep = inCell(deep, 100);
    const { blocks, doubt } = await read({ body: deep });
    expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(3_000_000);
    expect(doubt).toContain("stand only once");
    const empty = '<table:table-cell table:number-columns-repeated="100"/>'.repeat(50_000);
    const wide = await read({
      body: `<table:table><table:table-row>${empty}<table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table>`,
    });
    expect(wide.blocks[0]?.text.length).toBeLessThan(2_000_000);
  });

  it("leaves out what is hidden by a style, a section or a field, and says so", async () => {
    const style = (family: string, name: string, display: string, parent = "") =>
      `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">${display && `<style:text-properties text:display="${display}"/>`}</style:style>`;
    const styles =
      style("text", "T1", "none") +
      style("paragraph", "P1", "", "Secret") +
      style("text", "T2", "true") +
      style("paragraph", "T1", "");
    const body = `<text:p text:style-name="T1">Forty <text:span text:style-name="T1">or more<text:s/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By whom?</text:p></text:note-body></text:note></text:span>died.</text:p>
      <text:p text:style-name="P1">Nobody<text:span text:style-name="T2"> knows</text:span> why.</text:p>
      <text:section text:display="none"><text:p text:style-name="T2">A section.</text:p><text:list><text:list-item><text:p><text:span text:style-name="T2">An item.</text:span></text:p></text:list-item></text:list></text:section>
      <text:section text:display="condition" text:is-hidden="true"><text:p>Another.</text:p></text:section>
      <text:section text:display="condition" text:is-hidden="false"><text:p>One that is shown.</text:p></text:section>
      <text:p>Said<text:hidden-text text:is-hidden="true"> in secret</text:hidden-text><text:hidden-text text:is-hidden="false"> aloud</text:hidden-text>.</text:p>
      <text:p>All of this.<text:hidden-paragraph text:is-hidden="true"/></text:p>`;
    const { blocks, doubt } = await read({ body, styles, commonStyles: style("paragraph", "Secret", "none") });
    expect(linesOf(blocks)).toEqual([
      "paragraph 1: Forty died.",
      "paragraph 1: knows",
      "paragraph 1: One that is shown.",
      "paragraph 1: Said aloud.",
    ]);
    expect(doubt).toBe("Words in it are hidden, and were left out.");
    expect((await read({ body: "<text:p>Text.</text:p>", styles })).doubt).toBeNull();
  });

  it("puts notes at the end, and leaves out what was deleted, comments and titles of pictures", async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>Struck.</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p>Forty died<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By its</text:p><text:p>count.</text:p></text:note-body></text:note>, it
      said<office:annotation><dc:creator>X</dc:creator><text:p>Really?</text:p></office:annotation>.<draw:frame><draw:title>A map</draw:title><draw:desc>of Tamba</draw:desc></draw:frame></text:p>`;
    expect(await lines(body)).toEqual(["paragraph 1: Forty died[1], it said.", "paragraph 1: [1] By its count."]);
  });

  it("states title and writer, and no date", async () => {
    const properties =
      "<dc:title>Attack on a post</dc:title><meta:initial-creator>Awa Keita</meta:initial-creator><dc:creator>Editor</dc:creator><dc:date>2024-05-14T10:00:00</dc:date>";
    const { stated, writer } = await read({ body: "<text:p>Text.</text:p>", properties });
    expect({ stated, writer }).toEqual({
      stated: { title: { value: "Attack on a post", from: "document" } },
      writer: "Awa Keita",
    });
  });

  it("refuses what is encrypted, nested without end, or expands by entities", async () => {
    const manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    await expect(read({ body: "", manifest })).rejects.toThrow("“report.odt” is encrypted. Open it with its password");
    const deep = `${"<text:section>".repeat(5_000)}${"</text:section>".repeat(5_000)}`;
    await expect(read({ body: deep })).rejects.toThrow("“report.odt” is a damaged OpenDocument text");
    await expect(read({ body: "<text:p>&lol;</text:p>" })).rejects.toThrow(
      "“report.odt” is a damaged OpenDocument text",
    );
  });

  it("ends in a document or a problem, however a file is damaged", async () => {
    const sound = odtOf({ body: "<text:p>Forty soldiers were killed.</text:p>".repeat(20) });
    const ends: string[] = [];
    for (const damaged of damagedVariants(sound, 300)) ends.push(await endsWell(odtFormat, "report.odt", damaged));
    expect(new Set(ends)).toEqual(new Set(["document", "failed"]));
  });
});
