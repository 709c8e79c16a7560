import { describe, expect, it } from "vitest";
import { docxFormat } from "#electron/importing/docx.ts";
import { readFragment } from "#electron/importing/html.ts";
import { odtFormat } from "#electron/importing/odt.ts";
import { raisedWords } from "#electron/importing/superscripts.ts";
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

  it("are read in cells, and where blocks stand in them", () => {
    const table = "<table><tr><td>Dead</td><td>40<sup>2</sup></td></tr></table>";
    expect(linesOf({ blocks: readFragment(table) })).toEqual(["table-row 1: Dead\t40[2]"]);
    expect(linesOf({ blocks: readFragment("<div>10<sup><div>6</div>7</sup>8</div>") })).toEqual([
      "paragraph 1: 10",
      "paragraph 1: 6",
      "paragraph 1: 78",
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
  });
});

describe("raised figures in OpenDocument texts", () => {
  it("are kept apart as in HTML", async () => {
    const style = (name: string, position: string) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties style:text-position="${position}"/></style:style>`;
    const styles = style("T1", "super 58%") + style("T2", "33% 58%") + style("T3", "sub 58%");
    const span = (words: string, name = "T1") => `<text:span text:style-name="${name}">${words}</text:span>`;
    const lines = async (content: string) => {
      const document = await documentOf(odtFormat, "a.odt", odtOf({ styles, body: `<text:p>${content}</text:p>` }));
      return document.blocks.map(({ text }) => text);
    };
    expect(await lines(`$10${span("6")} in 2024${span("3", "T2")}${span(", H")}${span("2", "T3")}O`)).toEqual([
      "$10^6 in 2024[3], H2O",
    ]);
    expect(await lines(`${span(`4${span("0")}`, "T9")}${span(span("3"))} the 1${span("st")} km${span("2")}`)).toEqual([
      "4[0][3] the 1st km2",
    ]);
  });
});

describe("raisedWords", () => {
  it("joins no figures to figures, whatever stands around them", () => {
    for (const before of ["1", "10", "2024", "km 7", "٤"]) {
      for (const words of ["1", "12", "-3", "1,2", "1–2", "٣"]) {
        for (const after of ["", "/", " and", "4"]) {
          for (const isNote of [false, true]) {
            expect(raisedWords(words, { before, after, isNote })).toMatch(/^[[^ ]/);
          }
        }
      }
    }
  });
});
