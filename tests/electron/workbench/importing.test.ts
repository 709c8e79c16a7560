import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { v7 as newId } from "uuid";
import { expect, test } from "vitest";
import type { ImportReport } from "#domain/contract/articles.ts";
import { finish, type Progress } from "#domain/contract/base.ts";
import { specimens } from "../../support/specimens.ts";
import { zipOf } from "../../support/zip.ts";
import { empty, importFrom, LONG, page, write } from "./imports.ts";

test("a folder with a file of every format comes in whole, each with its own bytes and what read them", async () => {
  const { client, files, incoming } = await empty();
  for (const { name, bytes } of specimens()) write(incoming, { [name]: bytes });
  const report = await importFrom(client, incoming);
  expect(report).toMatchObject({ failed: 0, cancelled: false });
  // Several of them hold the very same sentences and state no other place: these are one article, and then known.
  expect(report.imported + report.known).toBe(specimens().length);
  const { rows } = await client.articles.list({ limit: 100 });
  for (const { id } of rows) {
    const article = await client.articles.get({ id });
    expect(article.tool).toMatch(/^Sourceline \d/);
    expect(files.original(article.originalSha256)?.bytes.byteLength).toBe(article.originalSize);
  }
  expect((await finish(await client.cases.check())).findings).toEqual([]);
}, 60_000);

test("one bad file stops nothing, and the report names every file with what became of it", async () => {
  const { client, files, incoming } = await empty();
  write(incoming, { "a.txt": "The first.", "b.txt": "", "c.pdf": "%PDF-1.4 broken", "=cmd.txt": "The last." });
  const report = await importFrom(client, incoming);
  expect(report).toMatchObject({ imported: 2, failed: 2, known: 0 });
  expect(report.files.slice(0, 2).map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
  const saved = files.rendered(report.report?.id ?? "");
  const lines: string[][] = parse(readFileSync(saved?.path ?? ""));
  expect(lines.map(([outcome, name]) => `${outcome} ${name}`).sort()).toEqual(
    ["outcome file", "imported a.txt", "failed b.txt", "failed c.pdf", "imported '=cmd.txt"].sort(),
  );
});

test("files with names in every script, and names that are no text, come in under them", async () => {
  const { client, incoming } = await empty();
  const names = [
    "خبر.txt",
    "新闻.txt",
    "ข่าว.txt",
    "समाचार.txt",
    "👩‍👩‍👧 family.txt",
    "é nfd.txt",
    "a\nb.txt",
    `${"x".repeat(240)}.txt`,
    "‮gpj.txt",
  ];
  for (const [index, name] of names.entries()) write(incoming, { [name]: `Article number ${index} of them all.` });
  writeFileSync(
    Buffer.concat([Buffer.from(`${incoming}/`), Buffer.from([0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74])]),
    "Its name is no text.",
  );
  const report = await importFrom(client, incoming);
  expect(report.imported).toBe(names.length);
  const originals = await Promise.all(
    report.files.map(({ articleId }) => articleId && client.articles.get({ id: articleId })),
  );
  const kept = originals.flatMap((article) => (article ? [article.originalName] : []));
  expect(kept).toContain("خبر.txt");
  expect(kept).toContain("a b.txt");
});

test("links that lead in a circle are not followed", async () => {
  const { client, incoming } = await empty();
  write(incoming, { "deep/a.txt": "The only article." });
  symlinkSync(incoming, path.join(incoming, "deep", "back"));
  symlinkSync("loop", path.join(incoming, "loop"));
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 1, failed: 0 });
});

test("files that vanish or grow between being found and being read are said or read as they are", async () => {
  const { client, incoming } = await empty();
  for (let index = 0; index < 400; index++) write(incoming, { [`${index}.txt`]: `Article number ${index}.` });
  let seen = 0;
  const report = await finish<ImportReport>(await client.articles.importPaths({ paths: [incoming] }), ({ total }) => {
    if (total === null || seen++ > 0) return;
    rmSync(path.join(incoming, "399.txt"));
    writeFileSync(path.join(incoming, "398.txt"), `Article number 398, which has grown. ${"More. ".repeat(10_000)}`);
  });
  expect(report.imported + report.failed).toBe(400);
  for (const { sentence } of report.files.filter(({ outcome }) => outcome === "failed")) {
    expect(sentence).toMatch(/^“399\.txt” cannot be read \(ENOENT\)\. See whether it is still there/);
  }
});

test("a hundred thousand empty files are each said to be empty, and nothing of them stays in memory", async () => {
  const { client, files, incoming } = await empty();
  for (let index = 0; index < 100_000; index++) writeFileSync(path.join(incoming, `${index}.txt`), "");
  const report = await importFrom(client, incoming);
  expect(report).toMatchObject({ imported: 0, failed: 100_000 });
  expect(report.files).toHaveLength(1_000);
  expect(readFileSync(files.rendered(report.report?.id ?? "")?.path ?? "", "utf8").split("\n")).toHaveLength(100_002);
}, 600_000);

test("an import that is held stands still and then goes on to its end", async () => {
  const { client, incoming } = await empty();
  for (let index = 0; index < 600; index++) write(incoming, { [`${index}.txt`]: `Article number ${index}.` });
  const work = newId();
  const steps = await client.articles.importPaths({ paths: [incoming], work });
  const seen: Progress[] = [];
  let step = await steps.next();
  while (!step.done && step.value.total === null) step = await steps.next();
  await client.work.pause({ work });
  // What was on its way when it was held may still be told.
  const next = steps.next();
  const first = await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 400, "held"))]);
  if (first !== "held") seen.push((first as { value: Progress }).value);
  const waiting = first === "held" ? next : steps.next();
  expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 600, "held"))])).toBe("held");
  await client.work.resume({ work });
  let last = await waiting;
  while (!last.done) last = await steps.next();
  expect(last.value).toMatchObject({ imported: 600, cancelled: false });
});

test("an import that is stopped says what it did, and that is in the case, whole", async () => {
  const { client, incoming } = await empty();
  for (let index = 0; index < 2_000; index++) write(incoming, { [`${index}.txt`]: `Article number ${index}.` });
  write(incoming, { "0.txt": LONG, "1.txt": `${LONG} It was the second copy of these words.` });
  const work = newId();
  const steps = await client.articles.importPaths({ paths: [incoming], work });
  let isStopped = false;
  let report: ImportReport | null = null;
  for (let step = await steps.next(); report === null; step = await steps.next()) {
    if (step.done) report = step.value;
    else if (!isStopped && step.value.done > 1) {
      isStopped = true;
      await client.work.stop({ work });
    }
  }
  expect(report.cancelled).toBe(true);
  expect(report.imported).toBeGreaterThan(0);
  expect(report.imported).toBeLessThan(2_000);
  expect((await client.articles.list({ limit: 1 })).total).toBe(report.imported);
  // The first two are alike, and are found although the import was stopped.
  await expect.poll(async () => (await client.copies.list({})).total, { timeout: 10_000 }).toBe(1);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test("an import that cannot go on ends with a report of what came in", async () => {
  const { client, incoming } = await empty();
  for (let index = 0; index < 1_200; index++) write(incoming, { [`${index}.txt`]: `Article number ${index}.` });
  const steps = await client.articles.importPaths({ paths: [incoming] });
  let hasLeft = false;
  const report = await finish<ImportReport>(steps, ({ done }) => {
    if (hasLeft || done < 100) return;
    hasLeft = true;
    void client.cases.close();
  });
  expect(report.ended).toBe("The case was closed meanwhile, so this stopped. What was done by then stays.");
  expect(report.imported).toBeGreaterThanOrEqual(100);
  expect(report.cancelled).toBe(false);
});

test("files that could not be sent up are in the report with the others, whatever they are called", async () => {
  const { client, files } = await empty();
  const names = ["new\nline.txt", "\0", "\ud800.txt", "..", "", "x".repeat(5_000)];
  const uploads = names.map((name, index) => ({
    id: files.receive(name, Buffer.from(`Article number ${index}.`)).id,
    name,
  }));
  const refused = [{ name: "a\tb", sentence: "It was too large." }];
  const report = await finish<ImportReport>(await client.articles.importUploads({ uploads, refused }));
  expect(report).toMatchObject({ imported: names.length, failed: 1 });
  expect(report.files[0]).toMatchObject({ name: "a b", sentence: "It was too large." });
  expect(report.files.map(({ name }) => name)).toContain("new line.txt");
});

test("what was pasted with its markup keeps its blocks, and the markup is the original", async () => {
  const { client, files } = await empty();
  const html = `<html><body><!--StartFragment--><h2>Ferry stopped</h2><p>${LONG}</p><ul><li>Two boats</li></ul><script>alert(1)</script><!--EndFragment--></body></html>`;
  const pasted = await client.articles.importText({ text: "Ferry stopped", html, fields: { outlet: "Northwire" } });
  const article = await client.articles.get({ id: pasted.articleId ?? "" });
  expect(article.text).not.toContain("alert");
  expect(article.structure.blocks.map(({ kind }) => kind)).toEqual(["heading", "list-item"]);
  expect(article).toMatchObject({ outlet: "Northwire", fieldOrigins: { outlet: "analyst" } });
  expect(Buffer.from(files.original(article.originalSha256)?.bytes ?? []).toString()).toBe(html);
});

test("what is said of an article has its origin, and the provenance follows from it", async () => {
  const { client, incoming } = await empty();
  const stated = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Ferry stopped", datePublished: "2025-05-14T06:30:00+02:00", publisher: { name: "Northwire" } })}</script>`;
  write(incoming, {
    "a.html": page("Ferry stopped", LONG).replace("<head>", `<head>${stated}`),
    "b.txt": "Nothing is known of this one.",
  });
  await importFrom(client, incoming);
  const { rows } = await client.articles.list({ order: "title" });
  const [known, unknown] = await Promise.all(rows.map(({ id }) => client.articles.get({ id })));
  expect(known).toMatchObject({
    published: "2025-05-14T04:30",
    publishedPrecision: "time",
    outlet: "Northwire",
    provenance: "known",
  });
  expect(known?.fieldOrigins).toMatchObject({ published: "json-ld", outlet: "json-ld", title: "json-ld" });
  expect(unknown).toMatchObject({ provenance: "unknown", published: null, outlet: null });
});

test("characters beyond the sixteenth bit stay whole wherever a name or title is cut, and Undo takes all of it back", async () => {
  const { client, incoming } = await empty();
  write(incoming, {
    "a.html": page(`a${"😀".repeat(70)}`, LONG),
    "b.csv": `title,text\n"a${"\u{1d15e}".repeat(900)}","${LONG.replaceAll(",", "")}"\n`,
    "c.zip": zipOf({ [`b${"😀".repeat(1_100)}.md`]: "# Deep\n\nWords of another article." }),
  });
  expect(await importFrom(client, incoming)).toMatchObject({ imported: 3, failed: 0 });
  await client.articles.importText({ text: "Pasted words.", fields: { title: `a${"😀".repeat(70)}` } });
  expect((await finish(await client.cases.check())).findings).toEqual([]);
  for (let state = await client.history.state(); state.undo !== null; ) state = await client.history.undo({});
  expect((await client.articles.list({})).total).toBe(0);
});
