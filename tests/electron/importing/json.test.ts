import { createWriteStream } from "node:fs";
import path from "node:path";
import { finished } from "node:stream/promises";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import { jsonFormat } from "#electron/importing/json.ts";
import { MappingWanted } from "#electron/importing/table.ts";
import { damaged, inMemory, onDisk, outcomesOf, partsOf } from "../../support/parts.ts";
import { temporaryFolder } from "../../support/workbench.ts";

const ARTICLES = [
  {
    title: "Clashes at Tamba",
    body: "Forty soldiers were killed, the front said.\n\nThe army “denies” it.",
    source: { id: null, name: "Northwire" },
    authors: [{ name: "A. Keita" }, { name: "B. Sow" }],
    publishedAt: "2025-05-16T14:20:00+02:00",
    url: "https://northwire.example/1",
  },
  { title: "Le pont", body: ["Le pont a été détruit.", "a".repeat(120)], publishedAt: "16 mai 2025", language: "fr" },
  { title: "جسر تامبا 🌉", body: "قال مصدر إن الجسر دمر.", publishedAt: 1_747_397_400, language: "ar" },
];
const READ = [
  {
    lines: ["Clashes at Tamba", "Forty soldiers were killed, the front said.", "The army “denies” it."],
    stated: {
      title: "Clashes at Tamba",
      outlet: "Northwire",
      byline: "A. Keita, B. Sow",
      published: "2025-05-16T12:20",
      url: "https://northwire.example/1",
    },
  },
  {
    lines: ["Le pont", "Le pont a été détruit.", "a".repeat(120)],
    stated: { title: "Le pont", published: "2025-05-16", language: "fr" },
  },
  {
    lines: ["جسر تامبا 🌉", "قال مصدر إن الجسر دمر."],
    stated: { title: "جسر تامبا 🌉", published: "2025-05-16T12:10", language: "ar" },
  },
];

describe("articles in JSON", () => {
  it.for([
    ["an array", ARTICLES],
    ["an object that holds an array", { status: "ok", total: 3, tags: ["a"], articles: ARTICLES }],
    ["an object that holds an object that does", { data: { page: 1, items: ARTICLES }, links: [{ href: "x" }] }],
  ] as const)("lie in %s", async ([, value]) => {
    for (const indent of [0, 2]) {
      const json = JSON.stringify(value, null, indent);
      for (const file of [inMemory("a.json", json), onDisk("a.json", json)]) {
        const articles = await outcomesOf(jsonFormat, file);
        expect(articles.map(({ lines, stated }) => ({ lines, stated }))).toEqual(READ);
        expect(articles.map(({ name }) => name)).toEqual([1, 2, 3].map((number) => `a.json › record ${number}`));
        // Each keeps its own bytes as they stood.
        expect(articles.map(({ original }) => JSON.parse(original ?? ""))).toEqual(ARTICLES);
        for (const { original = "missing" } of articles) expect(json).toContain(original);
      }
    }
  });

  it("lie on lines", async () => {
    const lines = ARTICLES.map((article) => JSON.stringify(article));
    const file = inMemory("a", `${lines.join("\r\n\r\n")}\r\n`);
    expect(jsonFormat.recognises(Buffer.from(lines.join("\n")), "a")).toBe(true);
    const articles = await outcomesOf(jsonFormat, file);
    expect(articles.map(({ lines, stated }) => ({ lines, stated }))).toEqual(READ);
    expect(articles.map(({ original }) => original?.trim())).toEqual(lines);
    // Objects one behind the other are no lines, and are read all the same.
    const pretty = ARTICLES.map((article) => JSON.stringify(article, null, 2)).join("\n");
    expect((await outcomesOf(jsonFormat, inMemory("a", pretty))).map(({ stated }) => stated)).toEqual(
      READ.map(({ stated }) => stated),
    );
  });

  it("may be a single one, which is the whole file", async () => {
    const json = JSON.stringify({ id: 7, ...ARTICLES[0], comments: [{ text: "A comment.", author: "x" }] }, null, 1);
    expect(await outcomesOf(jsonFormat, inMemory("a.json", json))).toEqual([
      { name: "a.json", ...READ[0], original: json },
    ]);
    const paragraphs = JSON.stringify({
      title: "T",
      body: [
        { type: "p", text: "One." },
        { type: "p", text: "Two." },
      ],
    });
    expect(await outcomesOf(jsonFormat, inMemory("a.json", paragraphs))).toMatchObject([
      { lines: ["T", "One.", "Two."] },
    ]);
  });

  it("are found in what programs put around them", async () => {
    const wrapped = [{ _source: { title: { rendered: "A &amp; B" }, content: { rendered: "<p>Text.</p>" } } }];
    expect(await outcomesOf(jsonFormat, inMemory("a.json", JSON.stringify(wrapped)))).toMatchObject([
      { lines: ["A & B", "Text."], stated: { title: "A & B" } },
    ]);
  });

  it("are read in UTF-16, and from objects with escapes, and by the byte", async () => {
    const escaped = '[{"title":"\\u062c\\ud83c\\udf09 \\"q\\" \\\\","text":"\\u00e9\\n\\/ {[]}"},{"text":"é}"}]';
    const texts = [['ج🌉 "q" \\', "é", "/ {[]}"], ["é}"]];
    for (const bytes of [
      Buffer.from(escaped),
      Buffer.from(`\uFEFF${escaped}`),
      iconv.encode(escaped, "utf-16le", { addBOM: true }),
    ]) {
      expect(jsonFormat.recognises(bytes, "a")).toBe(true);
      expect((await outcomesOf(jsonFormat, inMemory("a.json", bytes))).map(({ lines }) => lines)).toEqual(texts);
    }
  });

  it("are asked for where no field is known to hold the text", async () => {
    const unknown = JSON.stringify([{ a: "One", b: "The first text." }]);
    await expect(partsOf(jsonFormat, inMemory("a.json", unknown))).rejects.toThrow(MappingWanted);
    const mapping = { text: "b", title: "a" } as const;
    expect(await outcomesOf(jsonFormat, inMemory("a.json", unknown), mapping)).toMatchObject([
      { lines: ["One", "The first text."] },
    ]);
    const inside = JSON.stringify({ rows: [{ a: "One", b: "The first text." }] });
    expect(await outcomesOf(jsonFormat, inMemory("a.json", inside), mapping)).toMatchObject([
      { stated: { title: "One" } },
    ]);
    const long = JSON.stringify({ version: 1, rows: [{ id: 1, b: "Long text. ".repeat(40) }] });
    await expect(partsOf(jsonFormat, inMemory("a.json", long))).rejects.toThrow(MappingWanted);
    const single = JSON.stringify({ id: 1, b: "Long text. ".repeat(40) });
    await expect(partsOf(jsonFormat, inMemory("a.json", single))).rejects.toThrow("It has “id”, “b”.");
    expect(await outcomesOf(jsonFormat, inMemory("a.json", single), { text: "b" })).toHaveLength(1);
  });

  it("are not there in other JSON, and it is said so", async () => {
    const told = async (value: unknown) =>
      partsOf(jsonFormat, inMemory("a.json", JSON.stringify(value))).then(
        () => "read",
        (problem: Problem) => problem.message,
      );
    const settings = { name: "app", version: "1.0.0", scripts: { test: "x" }, contributors: [{ name: "A. Keita" }] };
    expect(await told(settings)).toBe("“a.json” is JSON that holds no article: none of its fields is a text.");
    expect(await told({})).toContain("holds no article");
    expect(await told([])).toBe("“a.json” holds no article: there is no row in it.");
    expect(await told(["a", "b"])).toBe("“a.json” holds no article: there is no row in it.");
    expect(await told({ title: "A", text: "" })).toBe("“a.json” has no text: its field “text” is empty.");
  });

  it("that are damaged stop none of the others that can be told apart", async () => {
    const lines = ['{"text": "One."}', '{"text": "Two', "17", '{"text": "Four."}'].join("\n");
    expect(
      (await outcomesOf(jsonFormat, inMemory("a.jsonl", lines))).map(({ lines, sentence }) => sentence ?? lines),
    ).toEqual([
      ["One."],
      "“a.jsonl › record 2” is no object of JSON, or a damaged one. Mend it.",
      "“a.jsonl › record 3” is no object of JSON, or a damaged one. Mend it.",
      ["Four."],
    ]);
    const cut = '[{"text": "One."}, {"text": "Two."}, {"text": "Thr';
    expect(
      (await outcomesOf(jsonFormat, inMemory("a.json", cut))).map(({ lines, sentence }) => sentence ?? lines),
    ).toEqual([
      ["One."],
      ["Two."],
      "“a.json › record 3” is damaged, and nothing behind it can be read. Get the file again.",
    ]);
    const odd = '[{"text": "One."}, {"text": "Two." "x"}, {"text": "Three."}]';
    expect(
      (await outcomesOf(jsonFormat, inMemory("a.json", odd))).map(({ sentence }) => sentence !== undefined),
    ).toEqual([false, true, false]);
  });

  it("are not looked for without end", async () => {
    const deep = `{"a":${"[".repeat(100_000)}`;
    await expect(partsOf(jsonFormat, inMemory("a.json", deep))).rejects.toThrow("is damaged");
    const nested = `[{"text": "One.", "more": ${'{"a":'.repeat(900)}1${"}".repeat(900)}}]`;
    expect(await outcomesOf(jsonFormat, inMemory("a.json", nested))).toMatchObject([{ lines: ["One."] }]);
    const endless = `[{"text":"${"a".repeat(70_000_000)}`;
    const [told] = await outcomesOf(jsonFormat, inMemory("a.json", endless)).catch((problem: Problem) => [
      { sentence: problem.message },
    ]);
    expect(told?.sentence).toContain("is damaged");
  });
});

it("recognises JSON by its content, and damaged JSON by its name", () => {
  const recognised = (content: string, name = "a.txt") => jsonFormat.recognises(Buffer.from(content), name);
  for (const json of ['{"a": 1}', "[{}]", ' \n[ { "a"', '["a"]', "{}", "[]", '[["a"]]'])
    expect(recognised(json)).toBe(true);
  for (const text of [
    "[1] A footnote.",
    "[Reuters] – Text",
    "{\\rtf1 Text}",
    '{"quoted" braces} and text',
    "",
    "Text",
  ]) {
    expect(recognised(text)).toBe(false);
  }
  expect(recognised('{"a" 1}', "a.json")).toBe(true);
  expect(recognised("Text", "a.json")).toBe(false);
});

it("gives articles and sentences of damaged JSON, and nothing else", async () => {
  const array = Buffer.from(JSON.stringify({ data: { articles: [...ARTICLES, ...ARTICLES] } }));
  const lines = Buffer.from([...ARTICLES, ...ARTICLES].map((article) => JSON.stringify(article)).join("\n"));
  let articles = 0;
  for (let seed = 0; seed < 600; seed++) {
    const file = inMemory("a.json", damaged(seed % 2 ? array : lines, seed));
    try {
      articles += (await partsOf(jsonFormat, file)).filter(({ kind }) => kind === "document").length;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  expect(articles).toBeGreaterThan(1000);
});

it("reads a hundred thousand articles without holding them", { timeout: 60_000 }, async () => {
  const place = path.join(temporaryFolder(), "wires.json");
  const writing = createWriteStream(place);
  const text = "The front said that its fighters had taken the camp, and the army denied it. ".repeat(20);
  writing.write('{"status": "ok", "articles": [');
  for (let row = 0; row < 100_000; row++)
    writing.write(`${row ? "," : ""}${JSON.stringify({ title: `${row}`, text })}\n`);
  writing.end("]}");
  await finished(writing);
  const file = { name: "wires.json", content: { kind: "disk", path: place, size: writing.bytesWritten } } as const;

  let articles = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const part of await jsonFormat.read(file, { mapping: null })) {
    if (part.kind === "document") articles++;
    if (articles % 1000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(articles).toBe(100_000);
  expect(most).toBeLessThan(writing.bytesWritten);
});
