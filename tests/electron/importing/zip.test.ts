import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import { zipFormat } from "#electron/importing/zip.ts";
import { damaged, inMemory, onDisk, outcomesOf, partsOf } from "../../support/parts.ts";
import { zipOf } from "../../support/zip.ts";

const FILES = {
  "wires/10.txt": "Ten.",
  "wires/9.html": "<p>Nine.</p>",
  "wires/": "",
  "ملف/تقرير.txt": "تقرير.",
  "Évrane 村.txt": "Zwölf.",
  "empty.txt": "",
};

describe("an archive of articles", () => {
  it("gives its files in the order of their names, from memory and from disk", async () => {
    const zip = zipOf(FILES);
    for (const file of [inMemory("wires.zip", zip), onDisk("wires.zip", zip)]) {
      expect(await outcomesOf(zipFormat, file)).toEqual([
        { name: "wires.zip › empty.txt", original: "" },
        { name: "wires.zip › Évrane 村.txt", original: "Zwölf." },
        { name: "wires.zip › wires/9.html", original: "<p>Nine.</p>" },
        { name: "wires.zip › wires/10.txt", original: "Ten." },
        { name: "wires.zip › ملف/تقرير.txt", original: "تقرير." },
      ]);
    }
  });

  it("passes over what systems put into it", async () => {
    const zip = zipOf({
      "a.txt": "A.",
      ".DS_Store": "x",
      "__MACOSX/._a.txt": "x",
      "b/._c.txt": "x",
      "b/Thumbs.db": "x",
      "desktop.ini": "x",
    });
    expect(await outcomesOf(zipFormat, inMemory("a.zip", zip))).toEqual([{ name: "a.zip › a.txt", original: "A." }]);
  });

  it("says of a file in it what the record of a web archive states", async () => {
    const file = {
      ...inMemory("a.zip", zipOf({ "a.txt": "A." })),
      stated: { title: { value: "K", from: "header" } },
    } as const;
    expect(await partsOf(zipFormat, file)).toMatchObject([{ file: { stated: { title: { value: "K" } } } }]);
  });

  it("is unpacked into memory only", async () => {
    const file = onDisk("a.zip", zipOf({ "a.txt": "A.", "../b.txt": "B." }));
    if (file.content.kind !== "disk") throw new Error("It is on disk.");
    const folder = path.dirname(file.content.path);
    await partsOf(zipFormat, file);
    expect(readdirSync(folder)).toEqual(["file"]);
    expect(readdirSync(path.dirname(folder))).not.toContain("b.txt");
  });

  it("has a sentence for each file that is not read, and gives the others", async () => {
    const zip = zipOf([
      { name: "../../up.txt", content: "x" },
      { name: "a.txt", content: "First." },
      { name: "a.txt", content: "Second." },
      { name: "secret.txt", content: "x", claims: { flags: 0x801 } },
      { name: "spoiled.txt", content: "x", claims: { checksum: 1 } },
      { name: "z.txt", content: "Good." },
    ]);
    expect(await outcomesOf(zipFormat, inMemory("a.zip", zip))).toEqual([
      expect.objectContaining({ sentence: expect.stringContaining("has a name that leads out of its archive") }),
      { name: "a.zip › a.txt", sentence: expect.stringContaining("is in its archive more than once") },
      { name: "a.zip › a.txt", original: "Second." },
      { name: "a.zip › secret.txt", sentence: expect.stringContaining("is encrypted") },
      { name: "a.zip › spoiled.txt", sentence: expect.stringContaining("is damaged") },
      { name: "a.zip › z.txt", original: "Good." },
    ]);
  });

  it("passes over what is passed over in folders", async () => {
    const names = ["photo.PNG", "film.mp4", ".hidden/a.txt", "x/Page_files/script.txt", "x/Page.html", "news.txt"];
    const zip = zipOf(names.map((name) => ({ name, content: "Words." })));
    const found = await outcomesOf(zipFormat, inMemory("a.zip", zip));
    expect(found.map(({ name }) => name)).toEqual(["a.zip › news.txt", "a.zip › x/Page.html"]);
  });

  it("follows no links", async () => {
    const zip = zipOf([
      { name: "a.txt", content: "/etc/passwd", claims: { mode: 0o120777 } },
      { name: "b.txt", content: "B.", claims: { mode: 0o100644 } },
    ]);
    expect(await outcomesOf(zipFormat, inMemory("a.zip", zip))).toEqual([
      {
        name: "a.zip › a.txt",
        sentence: "“a.zip › a.txt” is a link to another file, and was not followed. Import that file itself.",
      },
      { name: "a.zip › b.txt", original: "B." },
    ]);
  });

  it("is not unpacked where it is a bomb", async () => {
    const zeros = Buffer.alloc(40_000_000);
    await expect(partsOf(zipFormat, inMemory("a.zip", zipOf({ "a.txt": zeros })))).rejects.toThrow(
      "“a.zip” unpacks to far more than an article can hold",
    );
    const nested = zipOf({ "inner.zip": zipOf({ "a.txt": zeros }), "b.txt": "B." });
    const [bText, inner] = await partsOf(zipFormat, inMemory("a.zip", nested));
    expect(bText).toMatchObject({ kind: "member" });
    if (inner?.kind !== "member") throw new Error("There is no archive inside.");
    await expect(partsOf(zipFormat, inner.file)).rejects.toThrow("“a.zip › inner.zip” unpacks to far more");
  });

  it("says so where it is empty, or is another document", async () => {
    const told = async (files: Record<string, string>) =>
      partsOf(zipFormat, inMemory("a.zip", zipOf(files))).then(
        () => "read",
        (problem: Problem) => problem.message,
      );
    expect(await told({})).toBe("“a.zip” is an empty archive: there is no file in it.");
    expect(await told({ ".DS_Store": "x" })).toContain("is an archive without articles");
    expect(await told({ "photo.png": "x", "beside/.hidden.txt": "x" })).toContain("is an archive without articles");
    expect(await told({ "[Content_Types].xml": "x", "xl/workbook.xml": "x" })).toContain("is a workbook of Excel");
    expect(await told({ "ppt/presentation.xml": "x" })).toContain("is a presentation");
    expect(await told({ "META-INF/MANIFEST.MF": "x", "A.class": "x" })).toContain("is no archive of articles");
  });

  it("is recognised by its first bytes", () => {
    expect(zipFormat.recognises(zipOf({ a: "x" }), "a")).toBe(true);
    expect(zipFormat.recognises(zipOf({}), "a")).toBe(true);
    expect(zipFormat.recognises(Buffer.from("PKZIP is a program"), "a.zip")).toBe(false);
  });
});

it("gives files and sentences of damaged archives, and nothing else", async () => {
  const sound = zipOf({ ...FILES, "long.txt": "tell ".repeat(2000) });
  let members = 0;
  for (let seed = 0; seed < 500; seed++) {
    const bytes = damaged(sound, seed);
    try {
      const parts = await partsOf(zipFormat, seed % 2 ? inMemory("a.zip", bytes) : onDisk("a.zip", bytes));
      members += parts.filter(({ kind }) => kind === "member").length;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  expect(members).toBeGreaterThan(500);
});
