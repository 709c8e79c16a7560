import { describe, expect, it } from "vitest";
import { epubFormat } from "#electron/importing/epub.ts";
import { damagedVariants, documentOf, endsWell, linesOf, partsOf } from "../../support/formats.ts";
import { epubOf } from "../../support/office.ts";

const long = (words: string) => `<p>${`${words} `.repeat(40).trim()}.</p>`;
const properties =
  "<dc:title>The Weekly, 12 May 2024</dc:title><dc:creator>The editors</dc:creator><dc:publisher>The Weekly</dc:publisher><dc:date>2024-05-12</dc:date>";

/** The names of the articles of an EPUB, each with its title and the beginnings of its blocks. */
async function articles(specimen: Parameters<typeof epubOf>[0]) {
  const parts = await partsOf(epubFormat, "weekly.epub", epubOf(specimen));
  return parts.map((part) => {
    if (part.kind !== "document") throw new Error("no document");
    const { blocks, stated } = part.document;
    return [part.name, stated.title?.value, ...blocks.map(({ text }) => text.slice(0, 12))];
  });
}

describe("epubFormat", () => {
  it("is told by the type that the archive begins with", () => {
    expect(epubFormat.recognises(epubOf({ pages: {} }), "weekly")).toBe(true);
    expect(epubFormat.recognises(Buffer.from("PK\x03\x04 else"), "weekly.epub")).toBe(false);
  });

  it("makes an article of each long page that the contents name, with the pages between them", async () => {
    const pages = {
      "cover.xhtml": "<p>The Weekly</p>",
      "tamba.xhtml": `<h1>Attack</h1>${long("Forty soldiers died")}`,
      "tamba-2.xhtml": "<p>Map of Tamba</p>",
      "évrane.xhtml": long("قال مصدر أمني"),
      "notes.xhtml": "<p>Notes</p>",
    };
    const navigation = {
      "cover.xhtml": "Cover",
      "tamba.xhtml": "Attack on a post",
      "évrane.xhtml": "هجوم",
      "notes.xhtml": "Notes",
    };
    expect(await articles({ pages, navigation, properties })).toEqual([
      ["weekly.epub › tamba.xhtml", "Attack on a post", "Attack", "Forty soldie", "Map of Tamba"],
      ["weekly.epub › évrane.xhtml", "هجوم", "قال مصدر أمن", "Notes"],
    ]);
    const [part] = await partsOf(epubFormat, "weekly.epub", epubOf({ pages, navigation, properties }));
    expect(part?.kind === "document" && part.document.stated).toEqual({
      title: { value: "Attack on a post", from: "document" },
      outlet: { value: "The Weekly", from: "document" },
      published: { value: "2024-05-12", from: "document" },
    });
  });

  it("is one article where the contents do not name several, in the order of the spine", async () => {
    const pages = { "b.xhtml": long("Second comes first"), "a.xhtml": long("First comes second") };
    const { blocks, stated } = await documentOf(epubFormat, "book.epub", epubOf({ pages, properties }));
    expect(blocks.map(({ text }) => text.slice(0, 6))).toEqual(["Second", "First "]);
    expect(stated).toMatchObject({ title: { value: "The Weekly, 12 May 2024" }, byline: { value: "The editors" } });
  });

  it("reads the contents of EPUB 2", async () => {
    const pages = { "a.xhtml": long("Alpha"), "b.xhtml": long("Beta") };
    const padded = Object.fromEntries(Object.entries(pages).map(([name, body]) => [name, body.repeat(4)]));
    const ncx = `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel><content src="text/a.xhtml"/></navPoint><navPoint><navLabel><text>Two</text></navLabel><content src="text/b.xhtml#x"/></navPoint></navMap></ncx>`;
    const opf = `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="text/a.xhtml"/><item id="b" href="text/b.xhtml"/></manifest><spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine></package>`;
    const more = [
      { name: "OPS/toc.ncx", content: ncx },
      { name: "OPS/book.opf", content: opf },
    ];
    expect((await articles({ pages: padded, more })).map(([, title]) => title)).toEqual(["One", "Two"]);
  });

  it("has its writers as byline, and neither translators nor editors", async () => {
    const stated = async (properties: string) =>
      (await documentOf(epubFormat, "book.epub", epubOf({ pages: { "a.xhtml": "<p>Text.</p>" }, properties }))).stated;
    const two =
      '<dc:creator xmlns:opf="http://www.idpf.org/2007/opf" opf:role="trl">Tomas Keita</dc:creator><dc:creator xmlns:opf="http://www.idpf.org/2007/opf" opf:role="aut">Ada Brook</dc:creator><dc:creator>Jean Roc</dc:creator>';
    expect((await stated(two)).byline?.value).toBe("Ada Brook, Jean Roc");
    const three = `<dc:creator id="c1">Tomas Keita</dc:creator><meta refines="#c1" property="role" scheme="marc:relators">trl</meta>
      <dc:creator id="c2">Ada Brook</dc:creator><meta refines="#c2" property="role">ill</meta><meta refines="#c2" property="role">aut</meta><meta refines="#c2" property="file-as">Brook, Ada</meta>`;
    expect((await stated(three)).byline?.value).toBe("Ada Brook");
    expect((await stated(three.replace("aut", "edt"))).byline).toBeUndefined();
  });

  it("has the date of its publication, and not that of a file that was made of it", async () => {
    const dated = async (...dates: [event: string, date: string][]) => {
      const properties = dates.map(
        ([event, date]) =>
          `<dc:date xmlns:opf="http://www.idpf.org/2007/opf"${event && ` opf:event="${event}"`}>${date}</dc:date>`,
      );
      const book = epubOf({ pages: { "a.xhtml": "<p>Text.</p>" }, properties: properties.join("") });
      const { stated, doubt } = await documentOf(epubFormat, "book.epub", book);
      return [stated.published?.value, doubt];
    };
    expect(await dated(["conversion", "2019-01-01"], ["", "2012-01-01"], ["publication", "2011-05-06"])).toEqual([
      "2011-05-06",
      null,
    ]);
    expect(await dated(["modification", "2019-01-01"], ["", "2012-01-01"])).toEqual(["2012-01-01", null]);
    expect(await dated(["conversion", "2019-01-01"])).toEqual([
      undefined,
      "It gives no date of its publication, only one of another event (“conversion”: 2019-01-01), which was not taken.",
    ]);
    expect(await dated(["conversion of the files of the monthly for the archive", "2019-01-01"])).toEqual([
      undefined,
      "It gives no date of its publication, only one of another event (“conversion of the files of the monthly…”: 2019-01-01), which was not taken.",
    ]);
    expect(await dated(["publication", "03/04/2011"])).toEqual(["2011", expect.stringContaining("day or the month")]);
  });

  it("says how many pages could not be read, and reads the others", async () => {
    const { doubt, blocks } = await documentOf(
      epubFormat,
      "weekly.epub",
      epubOf({
        pages: { "a.xhtml": "<p>Text.</p>", "b.xhtml": "" },
        more: [{ name: "OPS/text/b.xhtml", content: "xyz", claims: { checksum: 1 } }],
      }),
    );
    expect(linesOf(blocks)).toEqual(["paragraph 1: Text."]);
    expect(doubt).toBe("1 of its 2 pages could not be read.");
  });

  it("refuses a book that is bound to a reader, and takes one with fonts made unreadable", async () => {
    const encryption = (uri: string) => [
      { name: "META-INF/encryption.xml", content: `<CipherReference URI="${uri}"/>` },
    ];
    const pages = { "a.xhtml": "<p>Text.</p>" };
    await expect(articles({ pages, more: encryption("OPS/text/a.xhtml") })).rejects.toThrow(
      "“weekly.epub” is locked by its seller",
    );
    expect(await articles({ pages, more: encryption("OPS/fonts/a.otf") })).toHaveLength(1);
  });

  it("ends in documents or a problem, however a file is damaged", async () => {
    const sound = epubOf({ pages: { "a.xhtml": long("Alpha"), "b.xhtml": long("Beta") }, properties });
    const ends: string[] = [];
    for (const damaged of damagedVariants(sound, 300)) ends.push(await endsWell(epubFormat, "weekly.epub", damaged));
    expect(new Set(ends)).toEqual(new Set(["document", "failed"]));
  });
});
