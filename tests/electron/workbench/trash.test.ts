import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { openCaseFile } from "#electron/store/case-file.ts";
import { rowsOfCase } from "../../support/rows.ts";
import { rangeOf, refusal, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT = "Ferry stopped\n\nThe mayor said that the ferry had stopped. A clerk denied it.";

/** A case with two articles on which everything hangs that can go with an article. */
async function fullCase() {
  const { client } = temporaryWorkbench();
  const { path } = await client.cases.create({ name: "Trash" });
  const article = await imported(client, TEXT, { title: "Ferry stopped", outlet: "Northwire" });
  const other = await imported(client, `${TEXT} It was noon.`, {
    title: "Ferry stopped at noon",
    outlet: "Harbour Post",
  });
  const { claimId } = await client.claims.create({
    fields: { statement: "The ferry stopped" },
    attribution: {
      articleId: article,
      content: [rangeOf(TEXT, "the ferry had stopped")],
      cue: [rangeOf(TEXT, "said that")],
      chain: [
        { source: { name: "A clerk" }, ranges: [rangeOf(TEXT, "A clerk")] },
        { source: { name: "The mayor" }, ranges: [rangeOf(TEXT, "The mayor")] },
        { source: { name: "Northwire" } },
      ],
    },
  });
  await client.notes.create({ about: { articleId: article }, body: "Ask again.", ranges: [rangeOf(TEXT, "mayor")] });
  await client.articles.updateMany({ ids: [article, other], addTags: ["ferry"] });
  const { collectionId } = await client.collections.create({ name: "Port", articleIds: [article, other] });
  return { client, path, article, other, claimId, collectionId };
}

async function imported(client: Workbench, text: string, fields: { title: string; outlet: string }): Promise<string> {
  const { articleId } = await client.articles.importText({ text, fields });
  if (!articleId) throw new Error("The article was not imported.");
  return articleId;
}

/** The rows of the case as they are kept; it is closed for that and opened again. */
async function rowsAfterRestart(client: Workbench, path: string) {
  await client.cases.close();
  const rows = rowsOfCase(path);
  await client.cases.open({ path });
  return rows;
}

/** Links two articles, through the journal, as a decision on copies does. */
async function link(client: Workbench, path: string, articleId: string, fromId: string): Promise<void> {
  await client.cases.close();
  const file = openCaseFile(path, "a test");
  file.journal.run("A tester", "link two articles", (transaction) =>
    transaction.put("article_link", {
      id: "0199d0c0-0000-7000-8000-000000000001",
      articleId,
      fromId,
      relation: "rewrite",
      comment: "",
      author: "A tester",
      decidedAt: "2025-05-16T14:20:00.000Z",
    }),
  );
  file.close();
  await client.cases.open({ path });
}

test("an article goes to the trash with all that hangs on it, and comes back row for row, over a restart", async () => {
  const { client, path, article, other } = await fullCase();
  await link(client, path, other, article);
  const before = await rowsAfterRestart(client, path);
  await client.articles.remove({ ids: [article] });
  const without = await rowsAfterRestart(client, path);
  for (const table of ["attribution", "hop", "note", "span", "article_link"] as const)
    expect(without[table]).toEqual([]);
  expect(without.article).toHaveLength(1);
  expect(without.claim).toHaveLength(1);
  const { rows, total } = await client.trash.list({});
  expect(total).toBe(1);
  expect(rows).toMatchObject([{ id: article, title: "Ferry stopped", outlet: "Northwire", attributions: 1, notes: 1 }]);

  expect((await client.trash.restore({ ids: [article] })).left).toEqual([]);
  const after = await rowsAfterRestart(client, path);
  expect(after).toEqual(before);
  expect((await client.trash.list({})).total).toBe(0);
});

test("each step in the trash is undone and done again, row for row, over restarts", async () => {
  const { client, path, article, other } = await fullCase();
  const states = [await rowsAfterRestart(client, path)];
  await client.articles.remove({ ids: [article, other] });
  states.push(await rowsAfterRestart(client, path));
  await client.trash.restore({ ids: [other] });
  states.push(await rowsAfterRestart(client, path));
  await client.trash.destroy({ ids: [article] });
  states.push(await rowsAfterRestart(client, path));
  for (const state of states.slice(0, -1).toReversed()) {
    await client.history.undo();
    expect(await rowsAfterRestart(client, path)).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await client.history.redo();
    expect(await rowsAfterRestart(client, path)).toEqual(state);
  }
});

test("what was thrown away last stands first", async () => {
  const { client, article, other } = await fullCase();
  await client.articles.remove({ ids: [other] });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await client.articles.remove({ ids: [article] });
  const { rows } = await client.trash.list({});
  expect(rows.map(({ id }) => id)).toEqual([article, other]);
  expect((await client.trash.list({ at: 1 })).rows.map(({ id }) => id)).toEqual([other]);
});

test("a passage whose claim is gone is left out with its chain and named, and the rest comes back", async () => {
  const { client, path, article, claimId } = await fullCase();
  await client.articles.remove({ ids: [article] });
  await client.claims.remove({ id: claimId });
  const { left } = await client.trash.restore({ ids: [article] });
  expect(left).toEqual(["Passages of “Ferry stopped” were left out: their claims are not in the case any more."]);
  const rows = await rowsAfterRestart(client, path);
  expect(rows.attribution).toEqual([]);
  expect(rows.hop).toEqual([]);
  expect(rows.span).toMatchObject([{ role: "note", exact: "mayor" }]);
  expect(rows.note).toHaveLength(1);
  expect(await finish(await client.cases.check())).toMatchObject({ clean: true });
});

test("a chain closes its ranks where a source is gone, and an outlet that was merged is found by its name", async () => {
  const { client, article, other } = await fullCase();
  const { rows: sources } = await client.sources.list({});
  const idOf = (name: string) => sources.find((source) => source.name === name)?.id ?? "";
  await client.articles.remove({ ids: [article] });
  await client.sources.remove({ id: idOf("A clerk") });
  await client.sources.merge({ from: idOf("Northwire"), into: idOf("Harbour Post") });
  const { left } = await client.trash.restore({ ids: [article] });
  expect(left).toHaveLength(1);
  expect(left[0]).toMatch(/^In chains of “Ferry stopped” a source was left out/);
  expect(await client.articles.get({ id: article })).toMatchObject({
    outlet: "Harbour Post",
    outletId: (await client.articles.get({ id: other })).outletId,
  });
  const { cards } = await client.articles.marks({ id: article });
  expect(cards.map(({ chain }) => chain)).toEqual([["The mayor", "Harbour Post"]]);
});

test("an article comes back without an outlet that is not in the registry any more, and says so", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Outlet" });
  const id = await imported(client, TEXT, { title: "Ferry stopped", outlet: "Northwire" });
  const { outletId } = await client.articles.get({ id });
  await client.articles.remove({ ids: [id] });
  await client.sources.remove({ id: outletId ?? "" });
  const { left } = await client.trash.restore({ ids: [id] });
  expect(left).toEqual(["The outlet of “Ferry stopped” is not in the registry any more; it was left out."]);
  const article = await client.articles.get({ id });
  expect(article).toMatchObject({ outlet: null, provenance: "unknown" });
  expect(article.fieldOrigins.outlet).toBeUndefined();
});

test("a collection that was removed takes nobody back", async () => {
  const { client, path, article, collectionId } = await fullCase();
  await client.articles.remove({ ids: [article] });
  await client.collections.remove({ id: collectionId });
  const { left } = await client.trash.restore({ ids: [article] });
  expect(left).toEqual(["“Ferry stopped” came back outside a collection that was removed meanwhile."]);
  expect((await rowsAfterRestart(client, path)).collection_member).toEqual([]);
});

test.for([
  { first: "the one that it was made from", order: [0, 1] },
  { first: "the one that was made", order: [1, 0] },
])("a link comes back with the second of two articles that return one by one, $first first", async ({ order }) => {
  const { client, path, article, other } = await fullCase();
  await link(client, path, other, article);
  const before = await rowsAfterRestart(client, path);
  await client.articles.remove({ ids: [article, other] });
  for (const index of order) {
    expect((await client.trash.restore({ ids: [[article, other][index] ?? ""] })).left).toEqual([]);
  }
  expect(await rowsAfterRestart(client, path)).toEqual(before);
});

test("a link to an article that was destroyed is left out and named", async () => {
  const { client, path, article, other } = await fullCase();
  await link(client, path, other, article);
  await client.articles.remove({ ids: [article, other] });
  await client.trash.destroy({ ids: [other] });
  const { left } = await client.trash.restore({ ids: [article] });
  expect(left).toEqual([
    "A link of “Ferry stopped” to another article was left out: that article is not in the case any more.",
  ]);
});

test("a link that would lead round in a circle by now is left out and named, and the others come back", async () => {
  const { client, path, article, other } = await fullCase();
  const third = await imported(client, `${TEXT} It was one.`, { title: "Ferry stopped at one", outlet: "Northwire" });
  const decide = (articleId: string, fromId: string) =>
    client.copies.decide({ articleId, fromId, relation: "rewrite", comment: "" });
  await decide(other, article);
  await decide(article, third);
  await client.articles.remove({ ids: [article] });
  await decide(third, other);
  const { left } = await client.trash.restore({ ids: [article] });
  expect(left).toHaveLength(1);
  expect(left[0]).toMatch(/^A link of “Ferry stopped” to another article was left out: by what was decided meanwhile/);
  const { article_link } = await rowsAfterRestart(client, path);
  expect(article_link).toHaveLength(2);
  expect(article_link).toContainEqual(expect.objectContaining({ articleId: third, fromId: other }));
  await client.history.undo();
  expect((await client.trash.list({})).total).toBe(1);
});

test("articles that were called unrelated stay so, whatever leads from one to the other", async () => {
  const { client, path, article, other } = await fullCase();
  const third = await imported(client, `${TEXT} It was one.`, { title: "Ferry stopped at one", outlet: "Northwire" });
  await client.copies.decide({ articleId: article, fromId: third, relation: "rewrite", comment: "" });
  await client.copies.decide({ articleId: third, fromId: other, relation: "rewrite", comment: "" });
  await client.copies.decide({ articleId: other, fromId: article, relation: "unrelated", comment: "" });
  const { article_link } = await rowsAfterRestart(client, path);
  await client.articles.remove({ ids: [article] });
  expect((await client.trash.restore({ ids: [article] })).left).toEqual([]);
  expect((await rowsAfterRestart(client, path)).article_link).toEqual(article_link);
});

/** A case of which an article lies in the trash, and a source and a claim of it were merged into others. */
async function mergedBehindTrash() {
  const given = await fullCase();
  const { client, article, other, claimId } = given;
  const { claimId: into } = await client.claims.create({
    fields: { statement: "No ferry sailed" },
    attribution: { articleId: other, content: [rangeOf(TEXT, "the ferry had stopped")], cue: [], chain: [] },
  });
  const { rows: sources } = await client.sources.list({});
  const idOf = (name: string) => sources.find((source) => source.name === name)?.id ?? "";
  const states = [await rowsAfterRestart(client, given.path)];
  const keep = async () => void states.push(await rowsAfterRestart(client, given.path));
  await client.articles.remove({ ids: [article] });
  await keep();
  await client.sources.merge({ from: idOf("A clerk"), into: idOf("Harbour Post") });
  await keep();
  await client.sources.merge({ from: idOf("Northwire"), into: idOf("Harbour Post") });
  await keep();
  await client.claims.merge({ from: claimId, into });
  await keep();
  return { ...given, into, states, keep };
}

test("what was merged while an article lay in the trash is what its chain and passages point at afterwards", async () => {
  const { client, path, article, other, into, states } = await mergedBehindTrash();
  expect((await client.trash.list({})).rows).toMatchObject([{ outlet: "Harbour Post" }]);
  expect((await client.trash.restore({ ids: [article] })).left).toEqual([]);
  const { cards } = await client.articles.marks({ id: article });
  expect(cards.map(({ chain }) => chain)).toEqual([["Harbour Post", "The mayor", "Harbour Post"]]);
  expect((await client.claims.get({ id: into })).attributions).toHaveLength(2);
  expect((await client.articles.get({ id: article })).outletId).toBe(
    (await client.articles.get({ id: other })).outletId,
  );
  const rows = await rowsAfterRestart(client, path);
  for (const table of ["attribution", "hop", "span"] as const)
    expect(rows[table]).toHaveLength(states[0]?.[table].length ?? -1);
  expect(await finish(await client.cases.check())).toMatchObject({ clean: true });
});

test("a merge behind the trash and what came back after it are undone and done again, row for row", async () => {
  const { client, path, article, states, keep } = await mergedBehindTrash();
  await client.trash.restore({ ids: [article] });
  await keep();
  for (const state of states.slice(0, -1).toReversed()) {
    await client.history.undo();
    expect(await rowsAfterRestart(client, path)).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await client.history.redo();
    expect(await rowsAfterRestart(client, path)).toEqual(state);
  }
});

test("an article that comes back once a merge was undone points at what it pointed at before", async () => {
  const { client, path, article, states } = await mergedBehindTrash();
  for (const _merge of [1, 2, 3]) await client.history.undo();
  expect((await client.trash.restore({ ids: [article] })).left).toEqual([]);
  expect(await rowsAfterRestart(client, path)).toEqual(states[0]);
});

test("a merge touches nothing in the trash that does not hold what was merged", async () => {
  const { client, path, article, other } = await fullCase();
  await client.articles.remove({ ids: [article, other] });
  const { rows: sources } = await client.sources.list({});
  const idOf = (name: string) => sources.find((source) => source.name === name)?.id ?? "";
  const before = await rowsAfterRestart(client, path);
  await client.sources.merge({ from: idOf("A clerk"), into: idOf("The mayor") });
  const after = await rowsAfterRestart(client, path);
  expect(after.trashed).toHaveLength(2);
  expect(after.trashed).not.toEqual(before.trashed);
  const { changes } = await client.history.get({ sequence: (await client.history.list({})).rows[0]?.sequence ?? 0 });
  expect(changes.filter(({ table }) => table === "trashed").map(({ id }) => id)).toEqual([article]);
});

test("evidence that rests on a passage points at it again once its article is back", async () => {
  const { client, article, claimId } = await fullCase();
  const { attributions } = await client.claims.get({ id: claimId });
  const attributionId = attributions[0]?.id ?? "";
  await client.assessments.record({
    claimId,
    verdict: "unverified",
    rationale: "One source only.",
    evidence: [
      {
        relation: "supports",
        primary: false,
        target: "attribution",
        targetId: attributionId,
        location: "",
        comment: "",
      },
    ],
  });
  const evidenceOf = async () => (await client.claims.get({ id: claimId })).assessments[0]?.evidence;
  const before = await evidenceOf();
  await client.articles.remove({ ids: [article] });
  expect(await evidenceOf()).not.toEqual(before);
  await client.trash.restore({ ids: [article] });
  expect(await evidenceOf()).toEqual(before);
});

test("what is found again is searched for again", async () => {
  const { client, article } = await fullCase();
  await client.articles.remove({ ids: [article] });
  expect((await client.articles.list({ query: "clerk denied" })).total).toBe(1);
  await client.trash.restore({ ids: [article] });
  expect((await client.articles.list({ query: "clerk denied" })).total).toBe(2);
});

test("what is not in the trash is neither restored nor destroyed", async () => {
  const { client, article } = await fullCase();
  expect((await refusal(client.trash.restore({ ids: [article] }))).code).toBe("NOT_FOUND");
  expect((await refusal(client.trash.destroy({ ids: [article] }))).code).toBe("NOT_FOUND");
  await client.articles.remove({ ids: [article, article] });
  expect((await client.trash.list({})).total).toBe(1);
});

test("a row in the trash that is none of an article brings nothing back", async () => {
  const { client, path, article } = await fullCase();
  await client.articles.remove({ ids: [article] });
  await client.cases.close();
  const file = openCaseFile(path, "a test");
  file.journal.run("A tester", "meddle", (transaction) => {
    const row = { id: article, title: "x", outlet: "", trashedAt: "2025-05-16T14:20:00.000Z", trashedBy: "x" };
    transaction.put("trashed", { ...row, rows: [{ table: "case_information", row: { id: article, name: "Other" } }] });
  });
  file.close();
  await client.cases.open({ path });
  const before = await rowsAfterRestart(client, path);
  expect((await refusal(client.trash.restore({ ids: [article] }))).code).toBe("NOT_ALLOWED");
  expect(await rowsAfterRestart(client, path)).toEqual(before);
});
