import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import { waczFormat } from "#electron/importing/wacz.ts";
import { damaged, inMemory, onDisk, outcomesOf, partsOf } from "../../support/parts.ts";
import { page, warcOf } from "../../support/warc.ts";
import { zipOf } from "../../support/zip.ts";

const at = (step: string) => `https://northwire.example/${step}`;
const HEADER = { format: "json-pages-1.0", id: "pages", title: "All Pages" };
const listOf = (...pages: { url: string; title?: string }[]) =>
  [HEADER, ...pages].map((line) => `${JSON.stringify(line)}\n`).join("");

async function waczOf(pages: string | null, more: Record<string, string | Uint8Array> = {}): Promise<Buffer> {
  const archive = await warcOf(
    [
      page(at("1"), "Clashes at Tamba"),
      page(at("frame"), "An advertisement"),
      page(at("old"), "Moved", {
        statusline: "HTTP/1.1 302 Found",
        httpHeaders: { "Content-Type": "text/html", Location: "/new" },
      }),
    ],
    { gzip: true },
  );
  const second = await warcOf([page(at("new"), "Le pont"), page(at("تقرير"), "تقرير")]);
  return zipOf([
    { name: "archive/data-2.warc.gz", content: archive, stored: true },
    { name: "archive/data-10.warc", content: second },
    { name: "indexes/index.cdx", content: "x" },
    ...(pages === null ? [] : [{ name: "pages/pages.jsonl", content: pages }]),
    { name: "datapackage.json", content: "{}" },
    ...Object.entries(more).map(([name, content]) => ({ name, content })),
  ]);
}

describe("a web archive with a list of its pages", () => {
  it("gives the pages that are listed, with their titles, and no frames of theirs", async () => {
    const wacz = await waczOf(listOf({ url: at("1#top"), title: "Clashes" }, { url: at("تقرير"), title: at("تقرير") }));
    for (const file of [inMemory("a.wacz", wacz), onDisk("a.wacz", wacz)]) {
      const parts = await partsOf(waczFormat, file);
      expect(parts.map((part) => part.kind === "member" && [part.file.name, part.file.stated])).toEqual([
        [
          `a.wacz › ${at("1")}`,
          { url: { value: at("1"), from: "header" }, title: { value: "Clashes", from: "header" } },
        ],
        [`a.wacz › ${new URL(at("تقرير")).href}`, { url: { value: new URL(at("تقرير")).href, from: "header" } }],
      ]);
    }
  });

  it("follows pages to where they had moved", async () => {
    const wacz = await waczOf(listOf({ url: at("old"), title: "The bridge" }));
    expect(await partsOf(waczFormat, inMemory("a.wacz", wacz))).toMatchObject([
      { file: { name: `a.wacz › ${at("new")}`, stated: { title: { value: "The bridge" } } } },
    ]);
  });

  it("says which pages are listed and are not there", async () => {
    const wacz = await waczOf(listOf({ url: at("1") }, { url: at("gone") }));
    expect(
      (await outcomesOf(waczFormat, inMemory("a.wacz", wacz))).map(({ name, sentence }) => [name, sentence]),
    ).toEqual([
      [`a.wacz › ${at("1")}`, undefined],
      [`a.wacz › ${at("gone")}`, `“a.wacz › ${at("gone")}” is listed as a page, and the archive holds no text of it.`],
    ]);
  });

  it("gives all pages where none is listed, and those of further lists too", async () => {
    const all = [at("1"), at("frame"), at("new"), new URL(at("تقرير")).href];
    const urls = async (wacz: Buffer) => (await outcomesOf(waczFormat, inMemory("a.wacz", wacz))).map(({ url }) => url);
    expect(await urls(await waczOf(null))).toEqual(all);
    expect(await urls(await waczOf(listOf()))).toEqual(all);
    expect(await urls(await waczOf("no JSON\n{}\n17\n"))).toEqual(all);
    const further = { "pages/extraPages.jsonl": listOf({ url: at("new") }) };
    expect(await urls(await waczOf(listOf({ url: at("1") }), further))).toEqual([at("1"), at("new")]);
  });

  it("has a sentence for an archive in it that is damaged, and gives the others", async () => {
    const more = {
      "archive/data-1.warc": "WARC/1.0\r\nContent-Length: 5\r\n\r\n",
      "archive/data-3.warc.gz": "no WARC",
    };
    const outcomes = await outcomesOf(waczFormat, inMemory("a.wacz", await waczOf(listOf({ url: at("1") }), more)));
    expect(outcomes.map(({ name, sentence }) => [name, sentence !== undefined])).toEqual([
      ["a.wacz › archive/data-1.warc", true],
      [`a.wacz › ${at("1")}`, false],
      ["a.wacz › archive/data-3.warc.gz", true],
    ]);
  });

  it("is told from other archives by what is in it", async () => {
    const wacz = await waczOf(listOf());
    expect(waczFormat.recognises(wacz.subarray(0, 65_536), "a.zip")).toBe(true);
    expect(waczFormat.recognises(zipOf({ "pages/pages.jsonl": "x" }), "a.zip")).toBe(true);
    expect(waczFormat.recognises(zipOf({ "a.txt": "archive/data.warc.gz" }), "a.zip")).toBe(false);
    expect(waczFormat.recognises(Buffer.from("pages/pages.jsonl"), "a.wacz")).toBe(false);
  });

  it("says so where it holds no page", async () => {
    await expect(partsOf(waczFormat, inMemory("a.wacz", zipOf({ "datapackage.json": "{}" })))).rejects.toThrow(
      "“a.wacz” holds no page or document that could be an article.",
    );
  });
});

it("gives pages and sentences of damaged archives, and always ends", { timeout: 60_000 }, async () => {
  const sound = await waczOf(listOf({ url: at("1") }, { url: at("old") }));
  let members = 0;
  for (let seed = 0; seed < 400; seed++) {
    try {
      const parts = await partsOf(waczFormat, inMemory("a.wacz", damaged(sound, seed)));
      members += parts.filter(({ kind }) => kind === "member").length;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  expect(members).toBeGreaterThan(30);
});
