import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ImportedFile, ImportReport } from "#domain/contract/articles.ts";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** An open, empty case with a folder for files. */
async function emptyCase() {
  const { client, folder } = temporaryWorkbench();
  await client.cases.create({ name: "Bad input" });
  const place = path.join(folder, "in");
  mkdirSync(place);
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(place, name);
    writeFileSync(file, content);
    return file;
  };
  return { client, place, write };
}

const bring = async (client: Workbench, ...paths: string[]): Promise<ImportReport> =>
  finish(await client.articles.importPaths({ paths }));

const clean = async (client: Workbench) =>
  expect(await finish(await client.cases.check())).toMatchObject({ clean: true, findings: [] });

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");

test.for([
  ["empty.txt", ""],
  ["blank.txt", " \n\t\r\n \u00A0\u2003\n"],
  ["mark.txt", "\uFEFF"],
  ["picture.txt", PNG],
  ["nul.txt", "The front said so.\0It did."],
] as const)("a file without text is named and not imported: %s", async ([name, content]) => {
  const { client, write } = await emptyCase();
  const { sequence } = await client.history.state();
  const report = await bring(client, write(name, content));
  expect(report).toMatchObject({ imported: 0, known: 0, failed: 1, files: [{ outcome: "failed", articleId: null }] });
  expect(report.files[0]?.sentence).toContain(`“${name}”`);
  expect((await client.articles.list({})).total).toBe(0);
  expect((await client.history.state()).sequence).toBe(sequence);
});

test("pasted nothing is refused", async () => {
  const { client } = await emptyCase();
  expect(await refusal(client.articles.importText({ text: " \n\u200A" }))).toMatchObject({
    code: "UNREADABLE_FILE",
    message: "“pasted text” is empty: there is no text in it.",
  });
});

const LARGE = 50 * 1024 * 1024;

test("a text of fifty megabytes is imported, marked near its end and exported", { timeout: 300_000 }, async () => {
  const { client, place, write } = await emptyCase();
  const line = "The post at Tamba came under fire before dawn, residents said, and nobody has counted the dead.\n";
  const ending = "At the very end the mayor spoke of twelve 🇲🇱 dead.";
  const whole = line.repeat(Math.ceil((LARGE - ending.length) / line.length)) + ending;
  const { files } = await bring(client, write("large.txt", whole));
  expect(files[0]?.sentence).toContain("was imported");
  const { id, text } = await client.articles.get({ id: files[0]?.articleId ?? "" });
  // Its lines are as wide as a column, so that they are taken for those of a typesetter and joined.
  expect(text === whole.replaceAll("\n", " ")).toBe(true);

  const start = text.lastIndexOf("twelve");
  const range = { start, end: text.length - 1 };
  await client.claims.create({
    fields: { statement: "Twelve died" },
    attribution: { articleId: id, content: [range] },
  });
  const exported = path.join(place, "large.json");
  const rendered = await finish(await client.exports.render({ format: "json" }));
  await client.exports.write({ id: rendered.id, path: exported });
  expect(rendered.size).toBeGreaterThan(2 * LARGE);

  await finish(await client.cases.createFromJson({ file: exported, path: path.join(place, "again.sourceline") }));
  const { rows } = await client.claims.list({});
  const claim = await client.claims.get({ id: rows[0]?.id ?? "" });
  expect(claim.attributions[0]?.content).toMatchObject([{ ...range, exact: "twelve 🇲🇱 dead" }]);
  await clean(client);
});

test("one line of fifty megabytes without a full stop is a text too, and its title is short", {
  timeout: 300_000,
}, async () => {
  const { client, write } = await emptyCase();
  const { files } = await bring(client, write("line.txt", "word ".repeat(LARGE / 5)));
  const article = await client.articles.get({ id: files[0]?.articleId ?? "" });
  expect(article.title.length).toBeLessThan(120);
  expect(article.text.length).toBe(LARGE - 1);
});

test("megabytes of white space within a text are no trap", async () => {
  const { client, write } = await emptyCase();
  const gap = " ".repeat(2_000_000);
  const { files } = await bring(client, write("gap.txt", `One${gap}two${gap}\n${"\n".repeat(2_000_000)}three${gap}`));
  const { text } = await client.articles.get({ id: files[0]?.articleId ?? "" });
  expect(text === `One${gap}two\n\nthree`).toBe(true);
});

test("a file above the limit is refused before it is read", async () => {
  const { client, write } = await emptyCase();
  const file = write("enormous.txt", "");
  // It has no blocks on the disk; to read it would ask for more memory than there is.
  truncateSync(file, 200 * 1024 ** 3);
  const report = await bring(client, file);
  expect(report.files[0]?.sentence).toBe(
    "“enormous.txt” is too large for one article: 204800 MB, and 64 MB are the most. Cut it into parts.",
  );
});

test("a missing path and a folder without articles are no accident", async () => {
  const { client, place } = await emptyCase();
  const report = await bring(client, path.join(place, "gone.txt"));
  expect(report).toMatchObject({ imported: 0, failed: 1 });
  expect(report.files[0]?.sentence).toContain("gone.txt");
  expect(await bring(client, place)).toMatchObject({ files: [], imported: 0, failed: 0 });
});

test("in a mixed folder one bad file stops nothing", async () => {
  const { client, place, write } = await emptyCase();
  write("a.txt", "The front said one.");
  write("b.txt", PNG);
  write("c.md", "# The ministry\nIt said two.");
  write("d.pdf", "%PDF-1.7");
  write("e.txt", "");
  const report = await bring(client, place);
  expect(report).toMatchObject({ imported: 2, known: 0, failed: 3, cancelled: false });
  expect(report.files.map((file) => file.name).sort()).toEqual(["a.txt", "b.txt", "c.md", "d.pdf", "e.txt"]);
  await clean(client);
});

test("a circle of symbolic links ends", async () => {
  const { client, place, write } = await emptyCase();
  write("a.txt", "The front said one.");
  symlinkSync(place, path.join(place, "again"));
  symlinkSync(path.join(place, "loop.txt"), path.join(place, "loop.txt"));
  expect(await bring(client, place)).toMatchObject({ imported: 1, failed: 0 });
  const named = await bring(client, path.join(place, "loop.txt"));
  expect(named).toMatchObject({ imported: 0, failed: 1 });
});

// These are there whoever runs the tests; a file without permissions is read by an administrator all the same.
test.skipIf(!existsSync("/proc/self/mem"))(
  "a file that cannot be read and a device without end are named",
  async () => {
    const { client } = await emptyCase();
    const report = await bring(client, "/proc/self/mem", "/dev/zero");
    expect(report).toMatchObject({ imported: 0, failed: 2 });
    const sentences = report.files.map((file) => file.sentence);
    expect(sentences).toContainEqual(expect.stringContaining("“mem” cannot be read (EIO)"));
    expect(sentences).toContainEqual("“/dev/zero” is neither a file nor a folder.");
  },
);

test("bytes that are no UTF-8 are read as Windows-1252, and that is said", async () => {
  const { client, write } = await emptyCase();
  const { files } = await bring(client, write("old.txt", Buffer.from("Le pr\xE9fet a dit \x93douze\x94.", "latin1")));
  expect(files[0]?.sentence).toContain("it was read as Windows-1252");
  expect((await client.articles.get({ id: files[0]?.articleId ?? "" })).text).toBe("Le préfet a dit “douze”.");
});

test("what is imported twice is known the second time", async () => {
  const { client, write } = await emptyCase();
  const file = write("a.txt", "The front said one.");
  const twin = write("twin.txt", "The front said one.\r\n");
  const first = await bring(client, file);
  const { sequence } = await client.history.state();
  const second = await bring(client, file, twin, file);
  expect(second).toMatchObject({ imported: 0, known: 3, failed: 0 });
  const ids = (files: ImportedFile[]) => files.map(({ articleId }) => articleId);
  expect(new Set(ids(second.files))).toEqual(new Set(ids(first.files)));
  expect((await client.history.state()).sequence).toBe(sequence);
});

const MANY = 60;

/** An import that has begun and has told that some files are done, and not all. */
async function halfWay(signal?: AbortSignal) {
  const { client, place, write } = await emptyCase();
  for (let number = 0; number < MANY; number++) {
    write(`${number}.txt`, `Article ${number}.\n${"It was said, and said again. ".repeat(40_000)}`);
  }
  const work = await client.articles.importPaths({ paths: [place] }, signal ? { signal } : {});
  for (;;) {
    const step = await work.next();
    if (step.done) throw new Error("The import was over before it could be stopped.");
    if (step.value.done > 0) return { client, work, done: step.value.done };
  }
}

test("whoever stops listening half-way keeps what was read by then, in whole entries", async () => {
  const { client, work, done } = await halfWay();
  await work.return?.(undefined as never);
  expect((await client.articles.list({ limit: 1_000 })).total).toBe(done);
  await clean(client);
  for (let state = await client.history.state(); state.undo !== null; ) state = await client.history.undo();
  expect((await client.articles.list({})).total).toBe(0);
});

test("an import that is aborted says so and keeps what was read by then", async () => {
  const abort = new AbortController();
  const { client, work } = await halfWay(abort.signal);
  abort.abort();
  const report = await finish(work);
  expect(report.cancelled).toBe(true);
  expect((await client.articles.list({ limit: 1_000 })).total).toBe(report.imported);
  expect(report.imported).toBeGreaterThan(0);
  expect(report.imported).toBeLessThan(MANY);
  await clean(client);
});

test("a new case or an export in a folder that is not there is refused by the name of the folder", async () => {
  const { client, place } = await emptyCase();
  const nowhere = path.join(place, "nowhere");
  const created = await refusal(client.cases.create({ name: "Nowhere", path: path.join(nowhere, "x.sourceline") }));
  expect(created).toMatchObject({ code: "CASE_NOT_FOUND", data: { path: nowhere } });
  const { id } = await finish(await client.exports.render({ format: "json" }));
  const written = await refusal(client.exports.write({ id, path: path.join(nowhere, "x.json") }));
  expect(written.message).toBe(`There is no folder “${nowhere}”. Make it first, or choose another.`);
});
