import { randomFillSync } from "node:crypto";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { finished } from "node:stream/promises";
import iconv from "iconv-lite";
import { describe, expect, it, test } from "vitest";
import { Problem } from "#domain/problems.ts";
import { csvFormat } from "#electron/importing/csv.ts";
import { MappingWanted } from "#electron/importing/table.ts";
import { damaged, inMemory, onDisk, outcomesOf, partsOf } from "../../support/parts.ts";
import { temporaryFolder } from "../../support/workbench.ts";

const WIRES = [
  "title,text,source,author,date,url,lang",
  'Clashes at Tamba,"Forty soldiers were killed, the front said.',
  "",
  'The army ""denies"" it.",Northwire,A. Keita,2025-05-16T14:20:00Z,https://northwire.example/1,en',
  "Le pont de Tamba,Le pont a été détruit.,Océane,,16/05/2025,,français",
  "جسر تامبا,قال مصدر إن الجسر دمر.,البحر,,١٦ مايو ٢٠٢٥,,ar",
].join("\r\n");

describe("a table in CSV", () => {
  it("gives an article for each record, with what its columns state and its own bytes", async () => {
    for (const file of [inMemory("wires.csv", WIRES), onDisk("wires.csv", WIRES)]) {
      expect(await outcomesOf(csvFormat, file)).toEqual([
        {
          name: "wires.csv › record 1",
          lines: ["Clashes at Tamba", "Forty soldiers were killed, the front said.", 'The army "denies" it.'],
          stated: {
            title: "Clashes at Tamba",
            outlet: "Northwire",
            byline: "A. Keita",
            published: "2025-05-16T14:20",
            url: "https://northwire.example/1",
            language: "en",
          },
          original: `${WIRES.split("\r\n").slice(0, 4).join("\r\n")}\r\n`,
        },
        {
          name: "wires.csv › record 2",
          lines: ["Le pont de Tamba", "Le pont a été détruit."],
          stated: { title: "Le pont de Tamba", outlet: "Océane", published: "2025-05-16", language: "fr" },
          original:
            "title,text,source,author,date,url,lang\r\nLe pont de Tamba,Le pont a été détruit.,Océane,,16/05/2025,,français\r\n",
        },
        {
          name: "wires.csv › record 3",
          lines: ["جسر تامبا", "قال مصدر إن الجسر دمر."],
          stated: { title: "جسر تامبا", outlet: "البحر", published: "2025-05-16", language: "ar" },
          original:
            "title,text,source,author,date,url,lang\r\nجسر تامبا,قال مصدر إن الجسر دمر.,البحر,,١٦ مايو ٢٠٢٥,,ar",
        },
      ]);
    }
  });

  it("says of everything that its columns state it", async () => {
    const [part] = await partsOf(csvFormat, inMemory("wires.csv", WIRES));
    if (part?.kind !== "document") throw new Error("There is no article.");
    expect(new Set(Object.values(part.document.stated).map(({ from }) => from))).toEqual(new Set(["table"]));
    expect(part.document).toMatchObject({ mediaType: "text/csv", tool: "csv-parse 7.0.3", isPlain: true, doubt: null });
  });

  test.for([
    ["commas", ",", "\n"],
    ["semicolons", ";", "\r\n"],
    ["tabs", "\t", "\n"],
    ["bars", "|", "\r"],
  ] as const)("is parted by %s", async ([, separator, end]) => {
    const rows = [
      ["headline", "body", "pub_date"],
      ["One, two; three", "First text, with commas; and more.", "2025-05-16"],
      ["Two", "Second text.", "2025-05-17"],
    ];
    const quoted = (cell: string) => (/[,;]/.test(cell) ? `"${cell}"` : cell);
    const csv = rows.map((row) => row.map(quoted).join(separator) + end).join("");
    expect((await outcomesOf(csvFormat, inMemory("t.csv", csv))).map(({ stated, lines }) => [stated, lines])).toEqual([
      [
        { title: "One, two; three", published: "2025-05-16" },
        ["One, two; three", "First text, with commas; and more."],
      ],
      [{ title: "Two", published: "2025-05-17" }, ["Two", "Second text."]],
    ]);
  });

  it("goes by the line in which a spreadsheet says what parts its cells", async () => {
    const csv = "sep=;\r\ntitle;text\r\nA, b, c;Text, text, text.\r\n";
    expect(csvFormat.recognises(Buffer.from(csv), "x")).toBe(true);
    expect(await outcomesOf(csvFormat, inMemory("x", csv))).toMatchObject([
      {
        name: "x › record 1",
        lines: ["A, b, c", "Text, text, text."],
        original: "title;text\r\nA, b, c;Text, text, text.\r\n",
      },
    ]);
  });

  it("is read in the encoding it is in", async () => {
    const line =
      "Le maire « dément » : l’été, la forêt et l’hôpital ont brûlé, a déclaré à Évrane le préfet, où l’on naît et où l’on " +
      "décède comme à côté ; une dépêche précédente évoquait déjà des dégâts très élevés, çà et là.";
    const table = `titre;texte;auteur\nL’été à Évrane;"${line}";Zoë\n`;
    const arabic = "عنوان,نص\nجسر تامبا,قال مصدر في المدينة إن الجسر دمر صباح اليوم.\n";
    for (const encoding of ["utf-8", "utf-16le", "utf-16be", "utf-32le"]) {
      for (const addBOM of [true, false]) {
        const file = inMemory("t.csv", iconv.encode(table, encoding, { addBOM }));
        expect(csvFormat.recognises(iconv.encode(table, encoding, { addBOM }), "t.csv")).toBe(true);
        const [article] = await outcomesOf(csvFormat, file);
        expect(article).toMatchObject({ lines: ["L’été à Évrane", line], stated: { byline: "Zoë" } });
        expect(article?.doubt).toBeUndefined();
        const [inArabic] = await outcomesOf(csvFormat, inMemory("t.csv", iconv.encode(arabic, encoding, { addBOM })));
        expect(inArabic?.lines).toEqual(["جسر تامبا", "قال مصدر في المدينة إن الجسر دمر صباح اليوم."]);
      }
    }
    const old = iconv.encode(table, "windows-1252");
    const [part] = await partsOf(csvFormat, inMemory("t.csv", old));
    if (part?.kind !== "document") throw new Error("There is no article.");
    expect(part.document.blocks[1]?.text).toBe(line);
    expect(part.document.doubt).toContain("Windows-1252");
    expect(Buffer.from(part.original)).toEqual(old);
  });

  it("is read row by row where rows are in several encodings", async () => {
    const other =
      "Le préfet a démenti à l'été : « la forêt et l'hôpital ont brûlé », a déclaré le porte-parole de l'armée très élevé.";
    const csv = Buffer.concat([
      Buffer.from("title;text\nUn;Le maire a parlé à l’été.\n"),
      iconv.encode(`Deux;${other}\n`, "windows-1252"),
      Buffer.from("Trois;Été.\n"),
    ]);
    const articles = await outcomesOf(csvFormat, inMemory("t.csv", csv));
    expect(articles.map(({ lines }) => lines?.[1])).toEqual(["Le maire a parlé à l’été.", other, "Été."]);
    expect(articles.map(({ doubt }) => doubt !== undefined)).toEqual([false, true, false]);
  });

  it("takes HTML in its cells for what it is", async () => {
    const csv =
      'title,content\n"Tamba &amp; Kori","<h2>The bridge</h2><p>It was <b>destroyed</b>.</p><script>alert(1)</script>"\n';
    const [part] = await partsOf(csvFormat, inMemory("t.csv", csv));
    if (part?.kind !== "document") throw new Error("There is no article.");
    expect(part.document.stated.title?.value).toBe("Tamba & Kori");
    expect(part.document.isPlain).toBe(false);
    expect(part.document.blocks).toEqual([
      { kind: "heading", level: 1, text: "Tamba & Kori" },
      { kind: "heading", level: 2, text: "The bridge" },
      { kind: "paragraph", level: 1, text: "It was destroyed." },
    ]);
  });

  it("reads dates in the order that one of them shows, and says where none does", async () => {
    const table = (...dates: string[]) => `text,date\n${dates.map((date) => `Text.,${date}\n`).join("")}`;
    const dated = async (csv: string) =>
      (await outcomesOf(csvFormat, inMemory("t.csv", csv))).map(({ stated, doubt }) => [stated?.published, doubt]);
    expect(await dated(table("03/04/2025", "22/04/2025"))).toEqual([
      ["2025-04-03", undefined],
      ["2025-04-22", undefined],
    ]);
    expect(await dated(table("03/04/2025", "soon"))).toEqual([
      ["2025", "Its date “03/04/2025” can be read with the day or the month first, so only the year was kept."],
      [undefined, "Its date “soon” cannot be read."],
    ]);
  });

  it("says which records have no text, and goes on", async () => {
    const csv = 'title,text\nOne,\n\nTwo,"  "\nThree,There is one.\nFour\nFive,And here.,beyond,the header\n';
    expect(
      (await outcomesOf(csvFormat, inMemory("t.csv", csv))).map(({ sentence, lines }) => sentence ?? lines),
    ).toEqual([
      "“t.csv › record 1” has no text: its column “text” is empty.",
      "“t.csv › record 2” has no text: its column “text” is empty.",
      ["Three", "There is one."],
      "“t.csv › record 4” has no text: its column “text” is empty.",
      ["Five", "And here."],
    ]);
  });

  it("asks which column is what where none is known to hold the text, and goes by the answer", async () => {
    const csv = "A,B\nOne,The first text.\nTwo,The second text.\n";
    const file = inMemory("t.csv", csv);
    const asked = partsOf(csvFormat, file);
    await expect(asked).rejects.toThrow(MappingWanted);
    await expect(asked).rejects.toThrow("“t.csv” is a table, and no column of it is known to hold the text");
    expect(await outcomesOf(csvFormat, file, { text: "B", title: "A" })).toMatchObject([
      { lines: ["One", "The first text."], stated: { title: "One" } },
      { lines: ["Two", "The second text."], stated: { title: "Two" } },
    ]);
    // A mapping that was made for another table does not hold for this one.
    expect(await outcomesOf(csvFormat, inMemory("t.csv", "text\nHere.\n"), { text: "B" })).toMatchObject([
      { lines: ["Here."] },
    ]);
  });

  it("has columns without names, of the same name, and no names at all", async () => {
    const twice = await outcomesOf(csvFormat, inMemory("t.csv", "text,,text\nOne.,x,Two.\n"), { text: "text (2)" });
    expect(twice).toMatchObject([{ lines: ["Two."] }]);
    const bare = `2025-05-16,https://northwire.example/1,${"A long text. ".repeat(20)}\n`;
    const numbered = await outcomesOf(csvFormat, inMemory("t.csv", bare), { text: "column 3", published: "column 1" });
    expect(numbered).toMatchObject([{ name: "t.csv › record 1", stated: { published: "2025-05-16" }, original: bare }]);
  });

  it("reads columns whose names are those of the language itself", async () => {
    const csv = "__proto__,constructor,toString,text\na,b,c,Text.\n";
    expect(await outcomesOf(csvFormat, inMemory("t.csv", csv), { text: "text", title: "__proto__" })).toMatchObject([
      { lines: ["a", "Text."], stated: { title: "a" } },
    ]);
  });

  it("says where a quotation does not end, after all that came before", async () => {
    const csv = `title,text\nOne,Text.\nTwo,"Never closed\n${"More text, and more.\n".repeat(1000)}`;
    const outcomes = await outcomesOf(csvFormat, inMemory("t.csv", csv));
    expect(outcomes.map(({ name }) => name)).toEqual(["t.csv › record 1", "t.csv › record 2"]);
    expect(outcomes[1]?.sentence).toContain("begins a quotation that does not end");
    const endless = Buffer.alloc(18_000_000, "text, text\n");
    endless.write('title,text\n"');
    const [swallowed] = await outcomesOf(csvFormat, inMemory("t.csv", endless), { text: "text" }).catch((error) => [
      { sentence: String(error.message) },
    ]);
    expect(swallowed?.sentence).toContain("begins a quotation that does not end");
  });

  it("holds no article where it holds no row", async () => {
    await expect(partsOf(csvFormat, inMemory("t.csv", "title,text\n"))).rejects.toThrow(
      "“t.csv” holds no article: there is no row in it.",
    );
  });
});

describe("recognising CSV", () => {
  const recognised = (content: string | Uint8Array, name: string) =>
    csvFormat.recognises(Buffer.from(content as Uint8Array), name);

  it("goes by the names of columns where the name of the file says nothing", () => {
    expect(recognised("title,text\n", "file")).toBe(true);
    expect(recognised("\uFEFFTitre;Texte;Date\r\n", "file.txt")).toBe(true);
    expect(recognised('"العنوان"\t"النص"\n', "file")).toBe(true);
    expect(recognised("A,B\n1,2\n", "file.csv")).toBe(true);
  });

  it("takes no prose for a table", () => {
    for (const prose of [
      "Text, title and source were forged, the ministry said.\nMore of it.",
      "The content, they said, was false.\n",
      "Forty soldiers were killed, the front said.\n",
      "text",
      "",
    ]) {
      expect(recognised(prose, "file.txt")).toBe(false);
    }
  });

  it("takes nothing else for a table, whatever it is called", () => {
    expect(recognised("<!doctype html><p>a,b", "file.csv")).toBe(false);
    expect(recognised('[{"title": "a", "text": "b"}]', "file.csv")).toBe(false);
    expect(recognised(randomFillSync(Buffer.alloc(2000)), "file.csv")).toBe(false);
  });
});

it("gives articles and sentences of damaged tables, and nothing else", async () => {
  const sound = Buffer.from(WIRES.repeat(3));
  let articles = 0;
  for (let seed = 0; seed < 400; seed++) {
    const file = inMemory("t.csv", damaged(sound, seed));
    try {
      articles += (await partsOf(csvFormat, file)).filter(({ kind }) => kind === "document").length;
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
    }
  }
  expect(articles).toBeGreaterThan(1000);
});

it("reads a hundred thousand rows without holding them", { timeout: 60_000 }, async () => {
  const place = path.join(temporaryFolder(), "wires.csv");
  const writing = createWriteStream(place);
  const text = "The front said that its fighters had taken the camp, and the army denied it. ".repeat(20);
  writing.write("title,text,date\n");
  for (let row = 0; row < 100_000; row++) writing.write(`Report ${row},"${text}${row}",2025-05-16\n`);
  writing.end();
  await finished(writing);
  const file = { name: "wires.csv", content: { kind: "disk", path: place, size: writing.bytesWritten } } as const;
  expect(writing.bytesWritten).toBeGreaterThan(150_000_000);

  let articles = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const part of await csvFormat.read(file, { mapping: null })) {
    if (part.kind === "document") articles++;
    if (articles % 1000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(articles).toBe(100_000);
  // Less than the file: what is read is let go of.
  expect(most).toBeLessThan(writing.bytesWritten);
});
