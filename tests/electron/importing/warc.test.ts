import { createWriteStream } from "node:fs";
import path from "node:path";
import { finished } from "node:stream/promises";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import { warcFormat } from "#electron/importing/warc.ts";
import { damaged, inMemory, onDisk, outcomesOf, partsOf } from "../../support/parts.ts";
import { page, type WarcSpecimen, warcOf } from "../../support/warc.ts";
import { temporaryFolder } from "../../support/workbench.ts";

const at = (step: string) => `https://northwire.example/${step}`;
const html = { "Content-Type": "text/html" };
const CRAWL: WarcSpecimen[] = [
  { url: "", type: "warcinfo", body: "software: test\r\n" },
  { url: at("1"), type: "request", httpHeaders: { Accept: "*/*" } },
  page(at("1"), "Clashes at Tamba"),
  { url: at("1"), type: "metadata", body: "fetchTimeMs: 12\r\n" },
  page(at("1"), "Clashes at Tamba", { type: "revisit" }),
  page(at("moved"), "Moved", { statusline: "HTTP/1.1 301 Moved Permanently" }),
  page(at("missing"), "Not found", { statusline: "HTTP/1.1 404 Not Found" }),
  { url: at("style.css"), body: "p {}", httpHeaders: { "Content-Type": "text/css" } },
  { url: at("robots.txt"), body: "User-agent: *", httpHeaders: { "Content-Type": "text/plain" } },
  { url: at("beacon"), httpHeaders: html },
  { url: "urn:view:1", type: "resource", body: "x", warcHeaders: { "Content-Type": "text/plain" } },
  {
    url: at("note.txt"),
    type: "resource",
    body: "ملاحظة.",
    warcHeaders: { "Content-Type": "text/plain; charset=UTF-8" },
  },
  { url: at("2?a=b#c"), body: "%PDF-1.7", httpHeaders: { "content-type": "application/PDF" } },
];
const READ = [
  { name: `a.warc › ${at("1")}`, url: at("1"), original: "<title>Clashes at Tamba</title><p>Clashes at Tamba.</p>" },
  { name: `a.warc › ${at("note.txt")}`, url: at("note.txt"), original: "ملاحظة." },
  { name: `a.warc › ${at("2?a=b#c")}`, url: at("2?a=b#c"), original: "%PDF-1.7" },
];

describe("a web archive", () => {
  it("gives the pages and documents that were sent, with their addresses", async () => {
    for (const gzip of [false, true]) {
      const warc = await warcOf(CRAWL, { gzip });
      expect(warcFormat.recognises(warc.subarray(0, 65_536), "a")).toBe(true);
      for (const file of [inMemory("a.warc", warc), onDisk("a.warc", warc)]) {
        expect(await outcomesOf(warcFormat, file)).toEqual(READ);
      }
    }
    const inOneStream = gzipSync(await warcOf(CRAWL));
    expect(await outcomesOf(warcFormat, inMemory("a.warc", inOneStream))).toEqual(READ);
  });

  it("says that the header states the address, and takes no date of collection for one of publication", async () => {
    const [part] = await partsOf(warcFormat, inMemory("a.warc", await warcOf([page(at("1"), "A")])));
    expect(part).toMatchObject({
      kind: "member",
      file: { stated: { url: { value: at("1"), from: "header" } }, declaredEncoding: "utf-8" },
    });
    if (part?.kind === "member") expect(Object.keys(part.file.stated ?? {})).toEqual(["url"]);
  });

  it("has its pages unpacked as their headers say, or as they are", async () => {
    const text = "<p>Le pont de Tamba a été détruit, a dit le maire.</p>".repeat(20);
    const chunked = (body: Buffer, size: number) => {
      const chunks: Buffer[] = [];
      for (let start = 0; start < body.length; start += size) {
        const chunk = body.subarray(start, start + size);
        chunks.push(Buffer.from(`${chunk.length.toString(16)};x=y\r\n`), chunk, Buffer.from("\r\n"));
      }
      return Buffer.concat([...chunks, Buffer.from("0\r\n\r\n")]);
    };
    const gzipped = gzipSync(text);
    const sent: [string, Buffer, Record<string, string>][] = [
      ["gzip", gzipped, { "Content-Encoding": "gzip" }],
      ["brotli", brotliCompressSync(text), { "Content-Encoding": "br" }],
      ["zstd", zstdCompressSync(text), { "Content-Encoding": "zstd" }],
      ["deflate", deflateSync(text), { "Content-Encoding": "deflate" }],
      ["raw-deflate", deflateRawSync(text), { "Content-Encoding": "deflate" }],
      ["twice", brotliCompressSync(gzipped), { "Content-Encoding": "gzip, br" }],
      ["chunks", chunked(Buffer.from(text), 100), { "Transfer-Encoding": "chunked" }],
      ["both", chunked(gzipped, 33), { "Transfer-Encoding": "chunked", "Content-Encoding": "gzip" }],
      ["unpacked-before", Buffer.from(text), { "Content-Encoding": "gzip", "Transfer-Encoding": "chunked" }],
      ["unbrotlied-before", Buffer.from(text), { "Content-Encoding": "br" }],
      ["identity", Buffer.from(text), { "Content-Encoding": "identity" }],
    ];
    const warc = await warcOf(
      sent.map(([name, body, headers]) => ({ url: at(name), body, httpHeaders: { ...html, ...headers } })),
    );
    expect(
      (await outcomesOf(warcFormat, inMemory("a.warc", warc))).map(({ url, original }) => [url, original]),
    ).toEqual(sent.map(([name]) => [at(name), text]));
  });

  it("has a sentence for each page that cannot be unpacked, and gives the others", { timeout: 60_000 }, async () => {
    const bomb = gzipSync(Buffer.alloc(80_000_000));
    const packed = (name: string, body: Uint8Array, encoding: string) => ({
      url: at(name),
      body,
      httpHeaders: { ...html, "Content-Encoding": encoding },
    });
    const warc = await warcOf([
      packed("cut", gzipSync("text".repeat(1000)).subarray(0, 20), "gzip"),
      packed("bomb", bomb, "gzip"),
      packed("rare", Buffer.from("x"), "x-rare"),
      page(at("large"), "x".repeat(34_000_000)),
      page(at("good"), "Good"),
    ]);
    const outcomes = await outcomesOf(warcFormat, inMemory("a.warc", warc));
    expect(outcomes.map(({ name, sentence }) => [name, sentence])).toEqual([
      [`a.warc › ${at("cut")}`, expect.stringContaining("is damaged, or packed in a way that is not known here")],
      [`a.warc › ${at("bomb")}`, expect.stringContaining("is damaged, or packed")],
      [`a.warc › ${at("rare")}`, expect.stringContaining("is damaged, or packed")],
      [`a.warc › ${at("large")}`, expect.stringContaining("is too large for one article")],
      [`a.warc › ${at("good")}`, undefined],
    ]);
  });

  it("hands on the encoding that the header gave", async () => {
    const body = iconv.encode("<p>мост</p>", "koi8-r");
    const warc = await warcOf([{ url: at("1"), body, httpHeaders: { "Content-Type": 'text/html; charset="KOI8-R"' } }]);
    expect(await partsOf(warcFormat, inMemory("a.warc", warc))).toMatchObject([
      { file: { declaredEncoding: "KOI8-R", content: { bytes: body } } },
    ]);
  });

  it("says so where it holds no page, and where it ends too soon", async () => {
    const told = async (bytes: Buffer) => (await outcomesOf(warcFormat, inMemory("a.warc", bytes))).at(-1)?.sentence;
    await expect(told(await warcOf(CRAWL.slice(0, 2)))).rejects.toThrow(
      "“a.warc” holds no page or document that could be an article.",
    );
    const whole = await warcOf([page(at("1"), "One"), page(at("2"), "Two")]);
    expect(await told(whole.subarray(0, -20))).toBe(
      "“a.warc” is damaged: after one page, what follows cannot be read. Get the archive again.",
    );
    expect(await told(gzipSync(whole).subarray(0, -20))).toContain("is damaged: after");
    expect(await told(Buffer.concat([whole, Buffer.from("Something else.\r\n")]))).toContain("after 2 pages");
    expect(await told(Buffer.from(`WARC/1.0\r\n${"X-Header: x\r\n".repeat(200_000)}`))).toContain("after no page");
    expect(await told(Buffer.from("WARC/1.0\r\nContent-Length: -5\r\n\r\nx"))).toContain("is damaged");
    expect(await told(Buffer.from("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx"))).toContain(
      "is damaged",
    );
    await expect(told(Buffer.from("WARC/1.0"))).rejects.toThrow("holds no page");
  });

  it("is told from other things in gzip", () => {
    expect(warcFormat.recognises(gzipSync("title,text\n"), "a.warc.gz")).toBe(false);
    expect(warcFormat.recognises(gzipSync(Buffer.alloc(10_000_000)).subarray(0, 65_536), "a.warc.gz")).toBe(false);
    expect(warcFormat.recognises(Buffer.from([0x1f, 0x8b, 1, 2, 3]), "a.warc.gz")).toBe(false);
    expect(warcFormat.recognises(Buffer.from("WARCRAFT"), "a.warc")).toBe(false);
  });
});

it("gives pages and sentences of damaged archives, and always ends", { timeout: 60_000 }, async () => {
  const plain = await warcOf(CRAWL);
  const packed = await warcOf(CRAWL, { gzip: true });
  let members = 0;
  for (let seed = 0; seed < 600; seed++) {
    try {
      const parts = await partsOf(warcFormat, inMemory("a.warc", damaged(seed % 2 ? plain : packed, seed)));
      members += parts.filter(({ kind }) => kind === "member").length;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  expect(members).toBeGreaterThan(400);
});

it("reads an archive larger than the memory it takes", { timeout: 60_000 }, async () => {
  const place = path.join(temporaryFolder(), "a.warc.gz");
  const writing = createWriteStream(place);
  const member = await warcOf([page(at("1"), "The front said that its fighters had taken the camp. ".repeat(4000))], {
    gzip: true,
  });
  const random = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919 * (index % 251)) & 0xff));
  const picture = await warcOf([{ url: at("p.png"), body: random, httpHeaders: { "Content-Type": "image/png" } }], {
    gzip: true,
  });
  for (let record = 0; record < 500; record++) {
    writing.write(member);
    writing.write(picture);
  }
  writing.end();
  await finished(writing);
  const file = { name: "a.warc.gz", content: { kind: "disk", path: place, size: writing.bytesWritten } } as const;
  let members = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const part of await warcFormat.read(file, { mapping: null })) {
    if (part.kind === "member") members++;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(members).toBe(500);
  // 300 MB come out of it.
  expect(most).toBeLessThan(200_000_000);
});
