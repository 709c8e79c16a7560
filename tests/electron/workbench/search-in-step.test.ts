import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Workbench } from "#domain/contract/contract.ts";
import { rangeOf, temporaryWorkbench } from "../../support/workbench.ts";

/** How much of each noun a question finds: articles, claims, sources, notes. */
async function counts(client: Workbench, query: string): Promise<number[]> {
  const { groups } = await client.search.everywhere({ query });
  for (const { hits, total } of groups) expect(hits.length).toBe(total);
  return groups.map(({ total }) => total);
}

async function imported(client: Workbench, title: string, text: string): Promise<string> {
  const { articleId } = await client.articles.importText({ text, fields: { title } });
  if (!articleId) throw new Error("It was not imported.");
  return articleId;
}

test("search knows of every change, and of every one that is taken back or done again", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "In step" });
  const text = "The lighthouse is dark.";
  const articleId = await imported(client, "Lantern", text);
  const { claimId } = await client.claims.create({
    fields: { statement: "The lantern failed" },
    attribution: {
      articleId,
      content: [rangeOf(text, "The lighthouse is dark")],
      chain: [{ source: { name: "Lantern keeper" } }],
    },
  });
  const [keeper] = await client.sources.search({ words: "keeper" });
  const { noteId } = await client.notes.create({ about: { claimId }, body: "Which lantern?" });
  expect(await counts(client, "lantern ")).toEqual([1, 1, 1, 1]);

  await client.articles.update({ id: articleId, fields: { title: "Lamp" } });
  await client.claims.update({ id: claimId, fields: { statement: "The lamp failed" } });
  await client.sources.update({ id: keeper?.id ?? "", fields: { name: "Lamp keeper" } });
  await client.notes.update({ id: noteId, body: "Which lamp?" });
  expect(await counts(client, "lantern ")).toEqual([0, 0, 0, 0]);
  expect(await counts(client, "lamp ")).toEqual([1, 1, 1, 1]);

  await client.sources.addAlias({ id: keeper?.id ?? "", name: "The warden" });
  expect(await counts(client, "warden ")).toEqual([0, 0, 1, 0]);
  await client.articles.remove({ ids: [articleId] });
  expect(await counts(client, "lighthouse ")).toEqual([0, 0, 0, 0]);

  for (let step = 0; step < 6; step++) await client.history.undo();
  expect(await counts(client, "lantern ")).toEqual([1, 1, 1, 1]);
  expect(await counts(client, "lamp ")).toEqual([0, 0, 0, 0]);
  expect(await counts(client, "warden ")).toEqual([0, 0, 0, 0]);
  for (let step = 0; step < 5; step++) await client.history.redo();
  expect(await counts(client, "lamp ")).toEqual([1, 1, 1, 1]);
  expect(await counts(client, "lighthouse ")).toEqual([1, 0, 0, 0]);
});

test("in a copy that SQLite makes of a case whose rows are numbered with gaps, search finds the same", async () => {
  const { client, folder } = temporaryWorkbench();
  const { path: made } = await client.cases.create({ name: "Gaps" });
  const names = ["amber", "basalt", "copper", "diamond", "emerald", "flint"];
  const ids: string[] = [];
  for (const name of names) {
    const id = await imported(client, `On ${name}`, `All of it is ${name}.`);
    await client.notes.create({ about: { articleId: id }, body: `More on ${name}.` });
    await client.sources.create({ name: `Office of ${name}` });
    ids.push(id);
  }
  await client.articles.remove({ ids: [ids[0] ?? "", ids[2] ?? "", ids[3] ?? ""] });
  const [amber] = await client.sources.search({ words: "amber" });
  await client.sources.remove({ id: amber?.id ?? "" });
  const found = async () => {
    const hits: Record<string, string[]> = {};
    for (const name of names) {
      const { groups } = await client.search.everywhere({ query: `${name} ` });
      hits[name] = groups.flatMap((group) => group.hits.map(({ noun, title }) => `${noun} ${title.text}`));
    }
    return hits;
  };
  const before = await found();
  expect(before.flint).toEqual(["article On flint", "source Office of flint", "note On flint"]);
  expect([before.amber, before.copper]).toEqual([[], ["source Office of copper"]]);
  await client.cases.close();

  const copy = path.join(folder, "copy.sourceline");
  const database = new Database(made);
  database.prepare("VACUUM INTO ?").run(copy);
  database.close();
  await client.cases.open({ path: copy });
  expect(await found()).toEqual(before);
  await client.articles.update({ id: ids[5] ?? "", fields: { title: "On obsidian" } });
  expect(await counts(client, "title:flint ")).toEqual([0, 0, 0, 0]);
  await client.history.undo();
  expect(await found()).toEqual(before);
});
