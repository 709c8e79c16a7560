import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { canonicalText } from "#domain/text/canonical.ts";
import { rowsOfCase } from "../../support/rows.ts";
import { rangeOf, temporaryWorkbench, workbenchIn } from "../../support/workbench.ts";

const ENCODINGS = ["utf-8", "utf-8 with a mark", "utf-16le", "utf-16be"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** A text as the bytes of a file. UTF-16 always begins with its byte order mark, as editors write it. */
function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "utf-8 with a mark":
      return Buffer.from(`\uFEFF${text}`, "utf8");
    case "utf-16le":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  }
}

/** Articles that programs stumble over, with words of them as they stand in the canonical text. */
const ARTICLES: Record<string, { text: string; words: string[] }> = {
  emoji: {
    text: "Post by @tamba 👩‍👩‍👧‍👦: “we saw it 🇫🇷🇲🇱 ourselves” 👍🏽👍🏿 – 20 shares.\nAnother: 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🧑🏾‍🚀 left early.",
    words: ["👩‍👩‍👧‍👦", "saw it 🇫🇷", "ourselves", "👍🏿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🧑🏾‍🚀"],
  },
  composed: {
    text: "Le témoin a déclaré : « une dizaine de morts à l’hôpital ».\nIl l’a répété.",
    words: ["témoin a déclaré", "à l’hôpital", "répété"],
  },
  decomposed: {
    text: "Le te\u0301moin a de\u0301clare\u0301 : « une dizaine d’e\u0301le\u0300ves a\u0300 l’e\u0301cole », a\u0323\u0302 x\u0304\u0323.",
    words: ["témoin a déclaré", "élèves à l’école", "\u1EAD", canonicalText("x\u0304\u0323")],
  },
  "Windows and old Macintosh line ends": {
    text: "First line, said one.\r\nSecond line, said two.\r\n\r\nThird line,\rfourth line, said three.\r\n",
    words: ["said one", "Second line, said two.\n\nThird line,\n\nfourth", "said three"],
  },
  "vocalised Arabic with direction marks": {
    text: "قَالَ مُتَحَدِّثٌ أَمْنِيٌّ: \u2067«سَقَطَ عَشَرَةُ قَتْلَى»\u2069 \u200F(Northwire\u200E) يَوْمَ ٱلْأَحَدِ.\nلم يعلّق أحد.",
    words: ["مُتَحَدِّثٌ أَمْنِيٌّ", "سَقَطَ عَشَرَةُ قَتْلَى", "يعلّق"].map(canonicalText),
  },
  "zero-width characters": {
    text: "او می\u200cخواهد برود، گفت. Zero\u200Bwidth, word\u2060joiner, क\u094D\u200Dष and a soft\u00ADhyphen were said.",
    words: ["می\u200cخواهد", "Zero\u200Bwidth", "word\u2060joiner", "क\u094D\u200Dष", "a softhyphen"],
  },
  "byte order marks": {
    text: "\uFEFFA mark at the start goes,\uFEFF one within stays, it was said.\uFEFF",
    words: ["A mark at the start", "one within", "was said"],
  },
};

interface Quoted {
  start: number;
  end: number;
  exact: string;
}

/** Every passage that is kept in the open case, as its own words; each is held against the text of its article. */
async function passagesOf(client: Workbench): Promise<Record<string, Quoted[]>> {
  const passages: Record<string, Quoted[]> = {};
  for (const { id } of (await client.claims.list({ limit: 1_000 })).rows) {
    const claim = await client.claims.get({ id });
    for (const attribution of claim.attributions) {
      const { text } = await client.articles.get({ id: attribution.articleId });
      const spans = [attribution.content, attribution.cue, ...attribution.chain.map((hop) => hop.spans)].flat();
      passages[claim.statement] = spans.map(({ start, end, exact }) => ({ start, end, exact }));
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.exact);
    }
  }
  return passages;
}

/**
 * Closes the case, opens it, exports it, makes a second case of the export: the passages are the same at every step, the
 * two cases equal each other row for row, and both stand the check.
 */
async function expectUnchangedAllTheWay(client: Workbench, folder: string, expected: Record<string, Quoted[]>) {
  const clean = async () =>
    expect(await finish(await client.cases.check())).toMatchObject({ clean: true, findings: [] });
  const first = (await client.cases.current())?.path ?? "";
  expect(await passagesOf(client)).toEqual(expected);
  await client.cases.close();

  await client.cases.open({ path: first });
  expect(await passagesOf(client)).toEqual(expected);
  await clean();
  const head = await client.history.state();
  const rendered = await finish(await client.exports.render({ format: "json" }));
  const file = path.join(folder, "exported.json");
  await client.exports.write({ id: rendered.id, path: file, replace: true });
  expectQuotesIn(file);

  const second = path.join(folder, `second-${path.basename(first)}`);
  await finish(await client.cases.createFromJson({ file, path: second }));
  expect(await passagesOf(client)).toEqual(expected);
  await clean();
  expect(await client.history.state()).toEqual(head);
  await client.cases.close();
  expect(rowsOfCase(second)).toEqual(rowsOfCase(first));
}

/** Holds the spans of an export against the texts of the same file, as another program would that knows only the file. */
function expectQuotesIn(file: string): void {
  const { texts, tables } = JSON.parse(readFileSync(file, "utf8")) as {
    texts: { sha256: string; content: string }[];
    tables: { article: { id: string; textSha256: string }[]; span: (Quoted & { articleId: string })[] };
  };
  const contents = new Map(texts.map((text) => [text.sha256, text.content]));
  const textOf = new Map(tables.article.map((article) => [article.id, contents.get(article.textSha256)]));
  expect(tables.span.length).toBeGreaterThan(0);
  for (const span of tables.span) expect(textOf.get(span.articleId)?.slice(span.start, span.end)).toBe(span.exact);
}

/** Tags the words as one discontinuous passage, the first of them also as cue and the last as the words of a hop. */
async function tag(client: Workbench, articleId: string, statement: string, words: string[]): Promise<Quoted[]> {
  const { text } = await client.articles.get({ id: articleId });
  const quoted = words.map((exact) => ({ ...rangeOf(text, exact), exact }));
  const ranges = quoted.map(({ start, end }) => ({ start, end }));
  const first = quoted.slice(0, 1);
  const last = quoted.slice(-1);
  await client.claims.create({
    fields: { statement },
    attribution: {
      articleId,
      content: ranges,
      cue: ranges.slice(0, 1),
      chain: [{ source: { name: `Witness of ${statement}` }, ranges: ranges.slice(-1) }],
    },
  });
  return [...quoted, ...first, ...last];
}

test.for(ENCODINGS)("quotes stay what they were through files in %s", async (encoding) => {
  const { client, folder } = temporaryWorkbench();
  const articles = path.join(folder, "articles");
  mkdirSync(articles);
  for (const [name, { text }] of Object.entries(ARTICLES)) {
    writeFileSync(path.join(articles, `${name}.txt`), encoded(text, encoding));
  }
  await client.cases.create({ name: "Offsets" });
  const { files } = await finish(await client.articles.importPaths({ paths: [articles] }));
  expect(files).toHaveLength(Object.keys(ARTICLES).length);

  const expected: Record<string, Quoted[]> = {};
  for (const file of files) {
    expect(file.sentence).toContain("was imported");
    const name = path.basename(file.name, ".txt");
    expected[name] = await tag(client, file.articleId ?? "", name, ARTICLES[name]?.words ?? []);
  }
  await expectUnchangedAllTheWay(client, folder, expected);
});

test("quotes stay what they were in pasted text", async () => {
  const { client, folder } = temporaryWorkbench();
  await client.cases.create({ name: "Offsets" });
  const expected: Record<string, Quoted[]> = {};
  for (const [name, { text, words }] of Object.entries(ARTICLES)) {
    const { articleId } = await client.articles.importText({ text });
    expected[name] = await tag(client, articleId ?? "", name, words);
  }
  await expectUnchangedAllTheWay(client, folder, expected);
});

test("the same words in another encoding or normal form are known by their canonical text", async () => {
  const { client, folder } = temporaryWorkbench();
  await client.cases.create({ name: "Known" });
  const { text } = ARTICLES.decomposed ?? { text: "" };
  await client.articles.importText({ text: text.normalize("NFC") });
  for (const encoding of ENCODINGS) {
    const file = path.join(folder, "again.txt");
    writeFileSync(file, encoded(text, encoding));
    const { files } = await finish(await client.articles.importPaths({ paths: [file] }));
    expect(files[0]?.outcome).toBe("known");
  }
});

test("a range that begins inside an emoji is widened to the whole of it", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Widened" });
  const { articleId } = await client.articles.importText({
    text: "Seen by 👩‍👩‍👧‍👦 near the 🇲🇱 post, e\u0323\u0302t al.",
  });
  const { id, text } = await client.articles.get({ id: articleId ?? "" });
  const family = rangeOf(text, "👩‍👩‍👧‍👦");
  const flag = rangeOf(text, "🇲🇱");
  const { attributionId, drawn } = await client.claims.create({
    fields: { statement: "Widened" },
    attribution: {
      articleId: id,
      content: [
        { start: family.start + 1, end: family.start + 2 },
        { start: flag.start + 2, end: flag.end + 5 },
      ],
      cue: [{ start: family.end - 1, end: family.end + 5 }],
    },
  });
  const { content, cue } = await client.attributions.get({ id: attributionId });
  expect(content.map((span) => span.exact)).toEqual(["👩‍👩‍👧‍👦", "🇲🇱 post"]);
  expect(cue.map((span) => span.exact)).toEqual(["👩‍👩‍👧‍👦 near"]);
  expect(drawn.marks.find((mark) => mark.kind === "cue")).toMatchObject({ start: family.start });
});

const PIECES = [
  ...["👩‍👩‍👧‍👦", "🇫🇷", "🇲🇱", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏾‍🚀", "\u{1F3FD}", "\u200D", "\uFE0F"],
  ...["e\u0301", "é", "a\u0323\u0302", "\u0301", "ﬁ", "각", "\u1100\u1161\u11A8"],
  ...["قَالَ", "مُتَحَدِّثٌ", "\u064B", "\u200F", "\u200E", "\u2067", "\u2069", "می\u200cخواهد"],
  ...["\r\n", "\r", "\n", "\u0085", "\u2028", "\t", " ", "  ", "\u00A0", "\u200B", "\u2060", "\uFEFF", "\0", "\u001B"],
  ...["the", "front", "said", "«", "»", ".", "क\u094D\u200Dष", "𝒳", "\uD83D", "\uDC69"],
];

const randomText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 60 })
  .map((pieces) => pieces.join(""));

/** Where a character begins or a text ends, by the platform's own segmentation of the whole text. */
function boundariesOf(text: string): Set<number> {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  return new Set([...Array.from(segments, ({ index }) => index), text.length]);
}

test("whatever the text and the ranges, what was saved is whole characters and comes back", {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sourceline-offsets-"));
  const workbench = workbenchIn(folder);
  const { client } = workbench;
  let run = 0;
  let tagged = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        randomText,
        fc.constantFrom("pasted", ...ENCODINGS),
        fc.array(fc.tuple(fc.nat(1_000), fc.nat(40)), { minLength: 1, maxLength: 4 }),
        async (text, way, picks) => {
          await client.cases.create({ name: "Random", path: path.join(folder, `${run++}.sourceline`) });
          const articleId = await broughtIn(client, folder, text, way);
          fc.pre(articleId !== null);
          const article = await client.articles.get({ id: articleId ?? "" });
          const content = picks.map(([from, length]) => {
            const start = from % article.text.length;
            return { start, end: Math.min(article.text.length, start + length + 1) };
          });
          fc.pre(content.every(({ start, end }) => article.text.slice(start, end).trim() !== ""));
          const { attributionId } = await client.claims.create({
            fields: { statement: "Random" },
            attribution: { articleId: article.id, content, chain: [{ source: { name: "S" }, ranges: content }] },
          });
          tagged++;
          const kept = await client.attributions.get({ id: attributionId });
          const boundaries = boundariesOf(article.text);
          for (const span of kept.content) {
            expect(boundaries.has(span.start)).toBe(true);
            expect(boundaries.has(span.end)).toBe(true);
          }
          // Every character of the selection that can be seen lies within what was kept.
          for (const { start, end } of content) {
            for (let offset = start; offset < end; offset++) {
              if (article.text.charAt(offset).trim() === "") continue;
              expect(kept.content.some((span) => span.start <= offset && offset < span.end)).toBe(true);
            }
          }
          const spans = [...kept.content, ...(kept.chain[0]?.spans ?? [])];
          const expected = spans.map(({ start, end, exact }) => ({ start, end, exact }));
          await expectUnchangedAllTheWay(client, folder, { Random: expected });
        },
      ),
      { numRuns: 60 },
    );
    expect(tagged).toBeGreaterThanOrEqual(60);
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Imports a text by one way or another; null where there is nothing in it to read. */
async function broughtIn(client: Workbench, folder: string, text: string, way: "pasted" | Encoding) {
  if (canonicalText(text).trim() === "") return null;
  // A NUL is what binary files have: without a byte order mark it makes a text one of them.
  const readable = text.replaceAll("\0", "");
  if (way === "pasted") return (await client.articles.importText({ text: readable })).articleId;
  const file = path.join(folder, "random.txt");
  writeFileSync(file, encoded(way === "utf-8" ? readable : text, way));
  const { files } = await finish(await client.articles.importPaths({ paths: [file] }));
  return files[0]?.articleId ?? null;
}
