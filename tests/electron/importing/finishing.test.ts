import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureOf } from "#domain/likeness/signature.ts";
import { blocksOf, canonicalText } from "#domain/text/canonical.ts";
import { BLOCK_KINDS, kindsOf, pageAt } from "#domain/text/structure.ts";
import type { DraftBlock, ReadDocument, StatedFields } from "#electron/importing/document.ts";
import { finishArticle } from "#electron/importing/finishing.ts";
import { documentOfPlainText } from "#electron/importing/plain-text.ts";
import { hardText } from "../../domain/text/words.ts";

const BYTES = Buffer.from("the bytes");

function document(blocks: DraftBlock[], stated: StatedFields = {}): ReadDocument {
  return { blocks, stated, mediaType: "text/html", tool: "a reader 1.0", doubt: null, isPlain: false };
}

const paragraph = (text: string): DraftBlock => ({ kind: "paragraph", level: 1, text });

/** An article out of the lines of a plain text. */
const finished = (...lines: string[]) => finishArticle("a.txt", BYTES, documentOfPlainText(lines.join("\n")));

/** Each line of the text that is no paragraph, with what it is. */
function marked({ text, structure }: ReturnType<typeof finishArticle>): string[] {
  return structure.blocks.map(({ start, kind, level }) => `${kind} ${level}: ${text.slice(start).split("\n", 1)[0]}`);
}

describe("the text of an article", () => {
  it("is that of its blocks: an empty line between them, none inside lists and tables", () => {
    const { text, structure } = finishArticle(
      "a.html",
      BYTES,
      document([
        { kind: "heading", level: 2, text: "What was taken" },
        paragraph("Two lorries,\nboth new. "),
        { kind: "list-item", level: 1, text: "a lorry" },
        { kind: "list-item", level: 2, text: "its load" },
        paragraph(" "),
        { kind: "table-row", level: 1, text: "a\tb" },
        { kind: "table-row", level: 1, text: "c\td" },
        { kind: "quote", level: 1, text: "First\n\nSecond" },
      ]),
    );
    expect(text).toBe(
      "What was taken\n\nTwo lorries,\nboth new.\n\na lorry\nits load\n\na\tb\nc\td\n\nFirst\n\nSecond",
    );
    expect(kindsOf(blocksOf(text), structure).map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      "heading 2",
      ...[
        "paragraph 1",
        "paragraph 1",
        "list-item 1",
        "list-item 2",
        "table-row 1",
        "table-row 1",
        "quote 1",
        "quote 1",
      ],
    ]);
  });

  it("knows its pages, those without words too", () => {
    const pages = [1, 1, 3, 4].map((page, index) => ({ ...paragraph(`Words ${index}`), page }));
    const { text, structure } = finishArticle("a.pdf", BYTES, document(pages));
    expect([0, 1, 2, 3].map((index) => pageAt(structure, text.indexOf(`Words ${index}`)))).toEqual([1, 1, 3, 4]);
  });

  it("is canonical, with its structure exactly where its lines begin", () => {
    const drafts = fc.array(
      fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), level: fc.integer({ min: 1, max: 6 }), text: hardText(12) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(drafts, fc.boolean(), (blocks, isPlain) => {
        fc.pre(blocks.some(({ text }) => canonicalText(text) !== ""));
        const { text, structure } = finishArticle("a", BYTES, { ...document(blocks), isPlain });
        expect(canonicalText(text)).toBe(text);
        const starts = new Set(blocksOf(text).map(({ start }) => start));
        expect(structure.blocks.every(({ start }) => starts.has(start))).toBe(true);
        const inOrder = structure.blocks.map(({ start }) => start);
        expect(inOrder).toEqual([...new Set(inOrder)].sort((one, other) => one - other));
      }),
    );
  });

  it("has its hashes and its signature", () => {
    const { text, ...article } = finished("The post at Tamba was taken at dawn.");
    const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
    expect(article).toMatchObject({
      originalSha256: sha256(BYTES),
      textSha256: sha256(text),
      original: BYTES,
      mediaType: "text/plain",
      doubt: null,
    });
    expect(article.signature).toEqual(signatureOf(text));
  });

  it("is refused by name where there is none", () => {
    expect(() => finished(" ", "\t")).toThrow("“a.txt” is empty: there is no text in it.");
    expect(() => finished("date 2024-03-22")).toThrow("is empty");
  });
});

describe("the fields of an article", () => {
  it("are stated by the document before the outside, but for the address, then by the text, and last by the file", () => {
    const stated: StatedFields = {
      title: { value: "Stated title", from: "json-ld" },
      url: { value: "https://a.example/canonical", from: "meta" },
      published: { value: "2024-03-22", from: "json-ld" },
    };
    const outside = {
      title: { value: "Listed  title\n", from: "header" },
      url: { value: "https://a.example/seen", from: "header" },
    } as const;
    const wire = document([paragraph("TAMBA (Northwire) – The post was taken at dawn.")], stated);
    const { fields, fieldOrigins } = finishArticle("a.html", BYTES, { ...wire, writer: "Ada Brook" }, outside);
    expect(fields).toEqual({
      title: "Stated title",
      outlet: "Northwire",
      byline: "Ada Brook",
      dateline: "TAMBA",
      url: "https://a.example/seen",
      credits: "",
      published: "2024-03-22",
      publishedPrecision: "day",
      language: "en",
    });
    expect(fieldOrigins).toEqual({
      title: "json-ld",
      outlet: "text",
      byline: "document",
      dateline: "text",
      url: "header",
      published: "json-ld",
      language: "detected",
    });
    const signed = document([paragraph("Ferry stopped"), paragraph("By Jean Roc"), paragraph(LONG)]);
    const { title, byline } = finishArticle("a", BYTES, { ...signed, writer: "Ada Brook" }, outside).fields;
    expect([title, byline]).toEqual(["Listed title", "Jean Roc"]);
  });

  it("are one line each, of no more than a field holds, and dates only where they are dates", () => {
    const { fields, fieldOrigins } = finishArticle(
      "a.html",
      BYTES,
      document([paragraph("The post was taken.")], {
        title: { value: ` A\u0000 title\n${"word ".repeat(1_000)}`, from: "meta" },
        outlet: { value: " \n", from: "meta" },
        published: { value: "22 March 2024", from: "meta" },
      }),
    );
    expect(fields.title).toMatch(/^A title word/);
    expect(fields.title.length).toBeLessThanOrEqual(2_000);
    expect(fields).toMatchObject({ outlet: "", published: null, publishedPrecision: null });
    expect(Object.keys(fieldOrigins)).not.toContain("published");
  });

  it.each([
    ["2024", "year"],
    ["2024-03", "month"],
    ["2024-03-22", "day"],
    ["2024-03-22T10:30", "time"],
  ] as const)("keep the precision of %s", (value, publishedPrecision) => {
    const read = document([paragraph("The post was taken.")], { published: { value, from: "meta" } });
    expect(finishArticle("a", BYTES, read).fields).toMatchObject({ published: value, publishedPrecision });
  });
});

const LONG =
  "The front said on Monday that its fighters had taken the post at Tamba after two hours, and that forty soldiers were killed.";

describe("what a plain text says of itself", () => {
  it("comes from a wire story without a title", () => {
    const article = finished(
      `TAMBA (Northwire) – The Reed Front has taken a post. ${LONG}`,
      LONG,
      "The ministry has not commented.",
      LONG,
      "(Additional reporting by Ada Brook and Jean Roc; Writing by Idris Sow; Editing by Li Ming)",
    );
    expect(article.fields).toMatchObject({
      title: "The Reed Front has taken a post.",
      outlet: "Northwire",
      dateline: "TAMBA",
      credits: "Additional reporting by Ada Brook and Jean Roc; Writing by Idris Sow; Editing by Li Ming",
      published: null,
    });
    expect(marked(article)).toEqual([
      "credit 1: (Additional reporting by Ada Brook and Jean Roc; Writing by Idris Sow; Editing by Li Ming)",
    ]);
  });

  it("comes from a page with a date run into it and section lines", () => {
    const article = finished(
      ` date 2024-03-22 In a raid at dawn, fighters took a post. ${LONG}`,
      "",
      "A River Post Falls",
      "",
      LONG,
      "",
      "What the Garrison Knew",
      "",
      LONG,
    );
    expect(article.fields).toMatchObject({
      title: "In a raid at dawn, fighters took a post.",
      outlet: "",
      dateline: "",
      published: "2024-03-22",
      publishedPrecision: "day",
    });
    expect(article.fieldOrigins.published).toBe("text");
    expect(article.text).toMatch(/^In a raid at dawn/);
    expect(marked(article)).toEqual(["heading 2: A River Post Falls", "heading 2: What the Garrison Knew"]);
  });

  it("comes from title, byline, date and dateline above one another", () => {
    const article = finished(
      "Fighters take river post",
      "By Ada Brook",
      "Published 22 March 2024 10:30 GMT | Updated 23 March 2024",
      "",
      `TAMBA (Northwire) – ${LONG}`,
      "",
      LONG,
      "",
      "Reuters",
    );
    expect(article.fields).toMatchObject({
      title: "Fighters take river post",
      byline: "Ada Brook",
      outlet: "Northwire",
      dateline: "TAMBA",
      published: "2024-03-22T10:30",
      publishedPrecision: "time",
      credits: "Reuters",
    });
    expect(article.text).not.toContain("Published");
    expect(marked(article)).toEqual([
      "heading 1: Fighters take river post",
      "credit 1: By Ada Brook",
      "credit 1: Reuters",
    ]);
  });

  it("is in French and in Arabic too", () => {
    expect(
      finished("Un poste attaqué", "Publié le 22 mars 2024", `TAMBA (Océane) – ${LONG}`, LONG, "(avec AFP)").fields,
    ).toMatchObject({ title: "Un poste attaqué", outlet: "Océane", published: "2024-03-22", credits: "avec AFP" });
    const arabic = "قالت الجبهة يوم الاثنين إن مقاتليها سيطروا على الموقع بعد ساعتين من القتال.";
    expect(
      finished("هجوم على موقع", "بقلم عادل بروك", "نشر في 22 مارس 2024", `تامبا (البحر) - ${arabic}`, arabic).fields,
    ).toMatchObject({
      title: "هجوم على موقع",
      byline: "عادل بروك",
      outlet: "البحر",
      dateline: "تامبا",
      published: "2024-03-22",
      language: "ar",
    });
  });

  it("takes the date of a full dateline, and that of a change only where there is no other", () => {
    expect(finished(`TAMBA, March 5, 2024 (Northwire) – ${LONG}`).fields.published).toBe("2024-03-05");
    expect(finished(`TAMBA, March 5 (Northwire) – ${LONG}`).fields.published).toBeNull();
    expect(finished("Updated 23 March 2024", LONG).fields.published).toBe("2024-03-23");
    expect(finished("Updated 23 March 2024", "Published 22 March 2024", LONG).fields.published).toBe("2024-03-22");
  });

  it("makes no date of a day without its year, says so, and compares it with the date that is stated", () => {
    const line = `TAMBA, May 12 (Northwire) - ${LONG}`;
    const of = (published: string | null) => {
      const stated: StatedFields = published === null ? {} : { published: { value: published, from: "meta" } };
      return finishArticle("a.html", BYTES, document([paragraph("A raid"), paragraph(line)], stated));
    };
    expect(of(null)).toMatchObject({
      fields: { published: null, dateline: "TAMBA", outlet: "Northwire" },
      doubt: "Its dateline says “May 12” and nothing says of which year, so no date was kept.",
    });
    for (const agreeing of ["2024-05-12", "2024-05-13", "2024-05-11T23:50", "2024-05", "2024"]) {
      expect([agreeing, of(agreeing)]).toMatchObject([agreeing, { fields: { published: agreeing }, doubt: null }]);
    }
    for (const other of ["2024-05-15", "2024-06-12T10:00", "2024-04"]) {
      expect(of(other)).toMatchObject({
        fields: { published: other },
        doubt: `Its dateline says “May 12”, and its date of publication ${other.slice(0, 10)}. Look which of them is right.`,
      });
    }
    const first = finishArticle("a", BYTES, {
      ...document([paragraph(`TAMBA, Dec. 31 (AP) — ${LONG}`)], { published: { value: "2025-01-01", from: "meta" } }),
    });
    expect(first.doubt).toBeNull();
    expect(finished("A raid", "Published 22 May 2024", line).doubt).toContain("“May 12”");
    expect(finished(`TAMBA, May 12, 2024 (Northwire) - ${LONG}`).doubt).toBeNull();
  });

  it("reads the date below the name of a paper, which heads no section", () => {
    const article = finished("A raid", "By Ada Brook", "The Lake Courier", "May 12, 2024", "", LONG, "", LONG);
    expect(article.fields).toMatchObject({ title: "A raid", byline: "Ada Brook", published: "2024-05-12", outlet: "" });
    expect(marked(article)).toEqual(["heading 1: A raid", "credit 1: By Ada Brook"]);
  });

  it("reads place and date in a line of their own, below a title or the name of an agency", () => {
    expect(finished("A raid", "Tamba, 14 May 2024", "", LONG, "", LONG).fields).toMatchObject({
      title: "A raid",
      dateline: "Tamba",
      published: "2024-05-14",
    });
    const arabic = "قالت الجبهة يوم الاثنين إن مقاتليها سيطروا على الموقع بعد ساعتين من القتال.";
    expect(finished("وكالة رويترز", "تامبا في ١٣ أيار ٢٠٢٤", "", arabic, "", arabic).fields).toMatchObject({
      title: arabic,
      outlet: "وكالة رويترز",
      dateline: "تامبا",
      published: "2024-05-13",
    });
    // At the very beginning it may be a title.
    expect(finished("Tamba, 14 May 2024", "", LONG, "", LONG).fields).toMatchObject({
      title: "Tamba, 14 May 2024",
      dateline: "",
    });
    const rows: DraftBlock[] = [paragraph("A list"), { kind: "list-item", level: 1, text: "TAMBA, 14 May 2024" }];
    expect(finishArticle("a", BYTES, document([...rows, paragraph(LONG)])).fields.dateline).toBe("");
  });

  it("reads who printed it, and no place, where an agency or a paper stands before the date", () => {
    for (const outlet of ["Reuters", "Le Monde", "The Guardian"]) {
      expect(finished("A raid", `${outlet}, 14 May 2024`, "", LONG, "", LONG).fields).toMatchObject({
        title: "A raid",
        outlet,
        dateline: "",
        published: "2024-05-14",
      });
    }
    expect(finished("A raid", "TAMBA TIMES, May 14, 2024", "", LONG, "", LONG).fields).toMatchObject({
      outlet: "",
      dateline: "",
      published: "2024-05-14",
    });
    const below = finished("A raid", "Tamba, 14 May 2024", "Reuters, 15 May 2024", "", LONG);
    expect(below.fields).toMatchObject({ outlet: "Reuters", dateline: "Tamba" });
  });

  it("takes no date of a chronicle for that of the article", () => {
    const article = finished("The war by days", "11 May 2024", LONG, "12 May 2024", LONG, "13 May 2024", LONG);
    expect(article.fields).toMatchObject({ title: "The war by days", published: null });
    expect(article.text).toContain("11 May 2024");
    const places = finished("The war by places", "Tamba, 11 May 2024", LONG, "Évrane, 12 May 2024", LONG);
    expect(places.fields).toMatchObject({ published: null, dateline: "" });
  });

  it("takes no greeting for a title or a heading", () => {
    for (const greeting of ["Dear desk,", "Bonjour à tous !", "Sehr geehrte Damen und Herren,", "عزيزي المحرر،"]) {
      const article = finished(greeting, "", LONG, "", LONG);
      expect([greeting, marked(article)]).toEqual([greeting, []]);
      expect(article.fields.title).not.toBe(greeting);
    }
    expect(finished("Hello Kitty shop burns down in Tamba", LONG).fields.title).toBe(
      "Hello Kitty shop burns down in Tamba",
    );
    expect(finished("Dear bread: prices double", LONG).fields.title).toBe("Dear bread: prices double");
  });

  it("tells a date that can be read in two ways as a doubt, unless another is stated", () => {
    const blocks = [paragraph("Published: 03/04/2024"), paragraph(LONG)];
    const { fields, doubt } = finishArticle("a", BYTES, document(blocks));
    expect(fields).toMatchObject({ published: "2024", publishedPrecision: "year" });
    expect(doubt).toContain("03/04/2024");
    const stated = document(blocks, { published: { value: "2024-04-03", from: "meta" } });
    expect(finishArticle("a", BYTES, stated).doubt).toBeNull();
  });

  it("gives an agency’s name at the end for the outlet only where none is stated", () => {
    expect(finished("A raid", LONG, "Reuters").fields.outlet).toBe("Reuters");
    expect(finished("A raid", `TAMBA (Northwire) – ${LONG}`, "AFP").fields.outlet).toBe("Northwire");
    expect(finished("A raid", LONG, "AP, AFP").fields.outlet).toBe("");
  });

  it("leaves dates and credits in the midst of the text alone", () => {
    const lines = Array.from({ length: 20 }, () => LONG);
    lines[10] = "Published 22 March 2024";
    lines[9] = "(Reporting by Ada Brook)";
    const article = finished(...lines);
    expect(article.fields).toMatchObject({ published: null, credits: "" });
    expect(article.text).toContain("Published 22 March 2024");
  });

  it("takes a sentence for the title where no line is one, cut at a word and never inside a character", () => {
    expect(finished("One line only").fields.title).toBe("One line only");
    expect(finished("هل وقع هجوم؟ نعم.", "ثم").fields.title).toBe("هل وقع هجوم؟");
    expect(finished("# Attack on a post", LONG).fields.title).toBe("Attack on a post");
    const { title } = finished(`${"killed ".repeat(60)}.`).fields;
    expect(title).toMatch(/^(killed )+killed…$/);
    expect(title.length).toBeLessThanOrEqual(111);
    expect(finished("🇲🇱".repeat(200)).fields.title.isWellFormed()).toBe(true);
  });
});
