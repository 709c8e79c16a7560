import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pdfFormat } from "#electron/importing/pdf.ts";
import { damagedVariants, documentOf, endsWell } from "../../support/formats.ts";
import { pdfOf } from "../../support/pdf.ts";
import { blocks, LEFT, RIGHT, read, set } from "./pdf-pages.ts";

describe("letters", () => {
  it("are those of every script, and ligatures are taken apart", async () => {
    const page = [
      ...set({ x: 50, y: 700 }, "À la « préfecture » – l’État"),
      ...set({ x: 50, y: 650, font: "unicode" }, "the oﬃcial ﬁgures, 🇲🇱 and 😀"),
    ];
    expect(await blocks(page)).toEqual([
      "1 paragraph 1: À la « préfecture » – l’État",
      "1 paragraph 1: the official figures, 🇲🇱 and 😀",
    ]);
  });

  it("are in the order in which they are read where they are drawn from the right", async () => {
    // Arabic as PDFs hold it: the letters in the order in which they stand, from the left.
    const drawn = (text: string) => Array.from(text).reverse().join("");
    const page = [
      { x: 200, y: 700, text: drawn("قال مصدر أمني إن"), font: "unicode" as const },
      { x: 180, y: 700, text: "12", font: "unicode" as const },
      { x: 90, y: 700, text: drawn("شخصا قتلوا هناك"), font: "unicode" as const },
      { x: 40, y: 700, text: "Reuters", font: "unicode" as const },
    ];
    expect(await blocks(page)).toEqual(["1 paragraph 1: قال مصدر أمني إن 12 شخصا قتلوا هناك Reuters"]);
  });

  it("are drawn with brackets as their mirror images from the right, which are turned back", async () => {
    const drawn = (text: string) => Array.from(text).reverse().join("");
    const page = [
      { x: 300, y: 700, text: drawn("قال )وهو ضابط( إن"), font: "unicode" as const },
      { x: 200, y: 700, text: "(Reuters)", font: "unicode" as const },
      { x: 100, y: 700, text: drawn("و »اللجنة« هنا"), font: "unicode" as const },
      { x: 60, y: 700, text: ".2023", font: "unicode" as const },
    ];
    expect(await blocks(page)).toEqual(["1 paragraph 1: قال (وهو ضابط) إن (Reuters) و «اللجنة» هنا 2023."]);
  });

  it("come from the maps of the library where a font is named and not embedded", async () => {
    const page = set({ x: 50, y: 700, font: "japanese" }, "あいうえお", "かきくけこ");
    expect(await blocks(page)).toEqual(["1 paragraph 1: あいうえおかきくけこ"]);
  });

  it("are doubted where fonts do not say which they are", async () => {
    const page = [
      ...set({ x: 50, y: 700 }, ...LEFT, ...RIGHT),
      ...set({ x: 50, y: 500, font: "unmapped" }, "Sixteen letters!"),
    ];
    expect((await read({ pages: [page] })).doubt).toBe(
      "Parts of its text cannot be read as letters: their fonts do not say which letters they draw.",
    );
    expect((await read({ pages: [set({ x: 50, y: 700 }, ...LEFT)] })).doubt).toBeNull();
    await expect(read({ pages: [set({ x: 50, y: 700, font: "unmapped" }, "Sixteen letters!")] })).rejects.toThrow(
      "“report.pdf” holds text in fonts that do not say which letters they draw",
    );
  });
});

describe("what a PDF states", () => {
  const pages = [set({ x: 50, y: 700 }, ...LEFT)];
  const packet = (properties: string) =>
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

  it("is its title and author, and no date of making", async () => {
    const info = { Title: "Attaque à Évrane", Author: "Awa Keita", CreationDate: "D:20240514100000Z" };
    const { stated, writer, mediaType, tool } = await read({ pages, info });
    expect(stated).toEqual({ title: { value: "Attaque à Évrane", from: "document" } });
    expect(writer).toBe("Awa Keita");
    expect(mediaType).toBe("application/pdf");
    expect(tool).toMatch(/^pdfjs-dist 6\.\d+\.\d+$/);
  });

  it("is not what a program put there", async () => {
    for (const Title of ["Microsoft Word - report.docx", "report_final2.pdf", "Untitled", "Document1", "12345"]) {
      expect((await read({ pages, info: { Title, Author: "Administrator" } })).stated).toEqual({});
    }
  });

  it("is what a publisher says in XMP", async () => {
    const xmp = packet(
      "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>The attack</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Awa Keita</rdf:li><rdf:li>Jo Li</rdf:li></rdf:Seq></dc:creator><prism:publicationName>The Weekly</prism:publicationName><prism:publicationDate>2024-05-14</prism:publicationDate>",
    );
    const { stated, writer } = await read({ pages, xmp, info: { Title: "Other" } });
    expect(writer).toBe("Awa Keita, Jo Li");
    expect(stated).toEqual({
      title: { value: "The attack", from: "document" },
      outlet: { value: "The Weekly", from: "document" },
      published: { value: "2024-05-14", from: "document" },
    });
  });
});

describe("what cannot be read", () => {
  it("is a picture of text, whole or in part", async () => {
    await expect(read({ pages: [[]] })).rejects.toThrow("“report.pdf” holds no text: its pages are pictures of text");
    expect((await read({ pages: [set({ x: 50, y: 700 }, ...LEFT), []] })).doubt).toBe(
      "1 of its 2 pages hold no text; where these are pictures of text, recognise it with an OCR program.",
    );
  });

  it("is locked with a password", async () => {
    const filter = `/Filter /Standard /V 1 /R 2 /P -4 /O <${"61".repeat(32)}> /U <${"62".repeat(32)}>`;
    const trailer = `/Encrypt << ${filter} >> /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`;
    await expect(read({ pages: [set({ x: 50, y: 700 }, ...LEFT)], trailer })).rejects.toThrow(
      "“report.pdf” is locked with a password.",
    );
  });

  it("unpacks to far more than it is, once or twice over", { timeout: 60_000 }, async () => {
    const once = deflateSync(Buffer.alloc(200 * 1024 * 1024, " "), { level: 1 });
    const pages = [[]];
    const bomb = (dictionary: string, bytes: Uint8Array) => read({ pages, firstContent: { dictionary, bytes } });
    await expect(bomb("/Filter /FlateDecode", once)).rejects.toThrow("“report.pdf” unpacks to far more than");
    await expect(bomb("/Filter [/FlateDecode /FlateDecode]", deflateSync(once))).rejects.toThrow("unpacks to far more");
  });

  it("has more pages than an article can have", { timeout: 60_000 }, async () => {
    const pages = Array.from({ length: 20_000 }, (_, page) => [{ x: 50, y: 700, text: `Page ${page}` }]);
    await expect(read({ pages })).rejects.toThrow("“report.pdf” has 20,000 pages, and 10,000 are the most");
  });

  it("is no PDF but for its beginning", async () => {
    await expect(documentOf(pdfFormat, "report.pdf", Buffer.from("%PDF-1.7\nnothing"))).rejects.toThrow(
      "“report.pdf” is a damaged PDF, and nothing of it can be read.",
    );
    expect(pdfFormat.recognises(Buffer.from("junk\n%PDF-1.4"), "a")).toBe(true);
    expect(pdfFormat.recognises(Buffer.from("text about %PD"), "a.pdf")).toBe(false);
  });

  it("ends in a document or a problem, however a file is damaged", { timeout: 60_000 }, async () => {
    const sound = pdfOf({
      pages: [set({ x: 50, y: 700 }, ...LEFT), set({ x: 50, y: 700, font: "unicode" }, "قال 🇲🇱")],
      info: { Title: "Attack on a post" },
    });
    const ends: string[] = [];
    for (const damaged of damagedVariants(sound, 400)) ends.push(await endsWell(pdfFormat, "report.pdf", damaged));
    expect(new Set(ends)).toEqual(new Set(["document", "failed"]));
  });
});
