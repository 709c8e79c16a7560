import { describe, expect, it } from "vitest";
import { docxFormat } from "#electron/importing/docx.ts";
import { readFragment } from "#electron/importing/html.ts";
import { odtFormat } from "#electron/importing/odt.ts";
import { LineWriter } from "#electron/importing/superscripts.ts";
import { documentOf } from "../../support/formats.ts";
import { docxOf, odtOf } from "../../support/office.ts";
import { linesOf } from "./pages.ts";

const ofHtml = (markup: string) => linesOf({ blocks: readFragment(`<p>${markup}</p>`) }).map((line) => line.slice(13));

describe("raised figures in HTML", () => {
  it("are never joined to the figures before them", () => {
    for (const [markup, text] of [
      ["$10<sup>6</sup> and 5 × 10<sup>-3</sup>", "$10^6 and 5 × 10^-3"],
      ["10<sup>12</sup>, 3.10<sup>−9</sup>, 2<sup>-1</sup>", "10^12, 3.10^−9, 2^-1"],
      ["In 2024<sup>3</sup> it ended", "In 2024[3] it ended"],
      ["in 2010<sup>4</sup>, 110<sup>5</sup>", "in 2010[4], 110[5]"],
      ["40<sup>1, 2</sup> and 41<sup>1–3</sup>", "40[1, 2] and 41[1–3]"],
      ["3<sup>1</sup>/<sub>2</sub> and 3<sup>1</sup>⁄<sub>2</sub>", "3 1/2 and 3 1⁄2"],
      ["<b>40</b><i><sup><b> 3 </b></sup></i> died", "40 3 died"],
      ["<b>4<i>0</i></b><sup><b>3</b></sup> died", "40[3] died"],
      ["٤٠<sup>٣</sup>", "٤٠[٣]"],
    ] as const) {
      expect(ofHtml(markup), markup).toEqual([text]);
    }
  });

  it("are the marks of notes behind words and sentences, and where they lead to one", () => {
    for (const [markup, text] of [
      ["he said.<sup>12</sup> Then", "he said.[12] Then"],
      ["“No,”<sup>3</sup> soldiers<sup>4</sup>", "“No,”[3] soldiers[4]"],
      ['10<sup><a href="#n6">6</a></sup> died', "10[6] died"],
      ['40<a href="a.html#fn"><sup>2</sup></a> died<sup><a href="#a">a</a></sup>', "40[2] died[a]"],
      ['40<sup><a href="#cite">[2]</a></sup> died', "40[2] died"],
      ['<sup><a href="#back">1</a></sup> By its count', "[1] By its count"],
      ["死亡<sup>3</sup>，", "死亡[3]，"],
    ] as const) {
      expect(ofHtml(markup), markup).toEqual([text]);
    }
  });

  it("stay where they are a power of a unit or begin a word, and raised letters stay joined", () => {
    for (const [markup, text] of [
      ["500 km<sup>2</sup>, 3 m<sup>3</sup>, x<sup>2</sup>", "500 km2, 3 m3, x2"],
      ["<sup>235</sup>U and <sup>1</sup>/<sub>2</sub>", "235U and 1/2"],
      ["the 1<sup>st</sup>, la 2<sup>e</sup>, M<sup>me</sup> Keita", "the 1st, la 2e, Mme Keita"],
      ["H<sub>2</sub>O, Ca<sup>2+</sup>, 4<sup>*</sup>", "H2O, Ca2+, 4*"],
    ] as const) {
      expect(ofHtml(markup), markup).toEqual([text]);
    }
  });

  it("are one where their markup parts them, and a power or fraction is told from the whole", () => {
    for (const [markup, text] of [
      ["10<sup>1</sup><sup>2</sup> and 10<sup>-</sup><sup>3</sup>", "10^12 and 10^-3"],
      [
        "2024<sup>1</sup><i><sup>2</sup></i>, he said.<sup>1</sup><sup>, </sup><sup>2</sup>",
        "2024[12], he said.[1, 2]",
      ],
      ["3<sup>1</sup><b>/2</b>, 3<sup>1/2</sup> and 10<sup>6</sup>/ml", "3 1/2, 3 1/2 and 10^6/ml"],
      ["M<sup>me</sup><sup>1</sup> Roc, 40<sup>3</sup><sup>a</sup> died", "Mme[1] Roc, 40[3]a died"],
      ["10<sup>1000</sup>, 10<sup>6.5</sup>, 10<sup>−2.5</sup>, 10<sup>2n</sup>", "10^1000, 10^6.5, 10^−2.5, 10^2n"],
      ["10<sup>10<sup>100</sup></sup>, 10<sup><sup>6</sup></sup>", "10^10^100, 10^6"],
      ["10<sup>6 </sup>people, 2024<sup>3a</sup>", "10^6 people, 2024[3a]"],
      [`2024<sup>${"1, ".repeat(20)}</sup>`, `2024 ${"1, ".repeat(20).trim()}`],
    ] as const) {
      expect(ofHtml(markup), markup).toEqual([text]);
    }
  });

  it("stay apart where each leads to a note", () => {
    const mark = (figure: number) => `<sup><a href="#n${figure}">${figure}</a></sup>`;
    expect(ofHtml(`10${mark(1)}${mark(2)}, 40<sup>1</sup>${mark(2)}<sup>3</sup>, 3${mark(1)}/2`)).toEqual([
      "10[1][2], 40[1][2][3], 3[1]/2",
    ]);
  });

  it("are no notes in links that hold more than them, such as those of a table of contents", () => {
    for (const [markup, text] of [
      ['<a href="#xix">Le XIX<sup>e</sup> siècle</a>', "Le XIXe siècle"],
      ['<a href="#s1">Le 1<sup>er</sup> mai, M<sup>me</sup> Roc</a>', "Le 1er mai, Mme Roc"],
      ['<a href="https://x.example/#/a">the 21<sup>st</sup> century</a>', "the 21st century"],
      ['<a href="#area">500 km<sup>2</sup></a>, <a href="#b"><b>M<sup>me</sup></b></a>', "500 km2, Mme"],
      [`<a href="#s"> <i> <sup>a</sup></i> <!-- a note --></a>`, "[a]"],
      ['40<a href="#s"><sup>b</sup><sup>c</sup></a>', "40[b][c]"],
    ] as const) {
      expect(ofHtml(markup), markup).toEqual([text]);
    }
  });

  it("are read in cells, and where blocks stand in them", () => {
    const table = "<table><tr><td>Dead</td><td>40<sup>2</sup></td></tr></table>";
    expect(linesOf({ blocks: readFragment(table) })).toEqual(["table-row 1: Dead\t40[2]"]);
    expect(linesOf({ blocks: readFragment("<div>10<sup><div>6</div>7</sup>8</div>") })).toEqual([
      "paragraph 1: 10",
      "paragraph 1: 6",
      "paragraph 1: 78",
    ]);
    expect(linesOf({ blocks: readFragment("<div>10<sup>6</sup><sup><div>7</div></sup></div>") })).toEqual([
      "paragraph 1: 10^6",
      "paragraph 1: 7",
    ]);
    expect(readFragment(`<p>${"4<sup>".repeat(100_000)}`).length).toBeGreaterThan(0);
  });
});

describe("raised figures in Word documents", () => {
  const run = (text: string, isRaised = false) =>
    `<w:r>${isRaised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const ofWord = async (...runs: string[]) => {
    const document = await documentOf(docxFormat, "a.docx", docxOf({ body: `<w:p>${runs.join("")}</w:p>` }));
    return document.blocks.map(({ text }) => text);
  };

  it("are kept apart as in HTML, also where Word parts them into runs and links", async () => {
    expect(await ofWord(run("$10"), run("6", true), run(" in 2024"), run("1", true), run("2", true), run("."))).toEqual(
      ["$10^6 in 2024[12]."],
    );
    expect(await ofWord(run("In 2024"), `<w:hyperlink w:anchor="n">${run("3", true)}</w:hyperlink>`)).toEqual([
      "In 2024[3]",
    ]);
    expect(
      await ofWord(run("3"), run("1", true), run("/2, the 1"), run("st", true), run(" km"), run("2", true)),
    ).toEqual(["3 1/2, the 1st km2"]);
    expect(
      await ofWord(run("In 2024"), run("1", true), run("st", true), run(", 10"), run("6 ", true), run("in")),
    ).toEqual(["In 2024[1]st, 10^6 in"]);
  });

  it("stay apart from the marks of its notes, which Word raises too", async () => {
    const reference =
      '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t><w:footnoteReference w:id="2"/></w:r>';
    const document = await documentOf(
      docxFormat,
      "a.docx",
      docxOf({
        body: `<w:p>${run("10")}${reference}</w:p>`,
        footnotes: '<w:footnote w:id="2"><w:p><w:r><w:t>By its count.</w:t></w:r></w:p></w:footnote>',
      }),
    );
    expect(document.blocks.map(({ text }) => text)).toEqual(["10^3[1]", "[1] By its count."]);
  });
});

describe("raised figures in OpenDocument texts", () => {
  const style = (name: string, position: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties style:text-position="${position}"/></style:style>`;
  const styles = style("T1", "super 58%") + style("T2", "33% 58%") + style("T3", "sub 58%");
  const span = (words: string, name = "T1") => `<text:span text:style-name="${name}">${words}</text:span>`;
  const lines = async (content: string) => {
    const document = await documentOf(odtFormat, "a.odt", odtOf({ styles, body: `<text:p>${content}</text:p>` }));
    return document.blocks.map(({ text }) => text);
  };

  it("are kept apart as in HTML", async () => {
    expect(await lines(`$10${span("6")} in 2024${span("3", "T2")}${span(", H")}${span("2", "T3")}O`)).toEqual([
      "$10^6 in 2024[3], H2O",
    ]);
    expect(await lines(`${span(`4${span("0")}`, "T9")}${span(span("3"))} the 1${span("st")} km${span("2")}`)).toEqual([
      "4[03] the 1st km2",
    ]);
  });

  it("are one where spans part them, and a power or fraction is told from the whole", async () => {
    expect(await lines(`3${span("1")}/2, 10${span("1")}${span("2", "T2")} and 10${span("-")}${span("3")}`)).toEqual([
      "3 1/2, 10^12 and 10^-3",
    ]);
    expect(await lines(`10${span(`1${span("2")}`)} and 3${span("1")}<text:line-break/>/2`)).toEqual([
      "10^12 and 3[1]\n/2",
    ]);
    const note = "<text:note><text:note-body><text:p>By its count.</text:p></text:note-body></text:note>";
    expect(await lines(`10${span(`3${note}`)}${span("4")}`)).toEqual(["10^3[1][4]", "[1] By its count."]);
  });
});

describe("LineWriter", () => {
  it("joins no figures to figures, whatever stands around them and however they are parted", () => {
    for (const before of ["1", "10", "2024", "km 7", "٤"]) {
      for (const words of ["1", "12", "-3", "1,2", "1–2", "٣", "1000", "1.5", "1/2", "3a", "5 ", "1".repeat(40)]) {
        for (const after of ["", "/", "/l", " and", "4", "[1]"]) {
          for (const end of ["endRaised", "endRaisedNote"] as const) {
            for (const runs of [[words], [...words], ["1", words]]) {
              const line = new LineWriter();
              line.add(before);
              for (const run of runs) {
                line.beginRaised();
                line.add(run);
                line[end]();
              }
              line.add(after);
              const text = line.take();
              expect(text.slice(0, before.length)).toBe(before);
              expect(text.slice(before.length)).toMatch(/^\P{Nd}/u);
            }
          }
        }
      }
    }
  });
});
