import { expect, test } from "vitest";
import { rowsOfCase } from "../../support/rows.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** A case with three articles, all said to be of Northwire. */
async function threeArticles() {
  const { client } = temporaryWorkbench();
  const { path } = await client.cases.create({ name: "Describing" });
  const ids: string[] = [];
  for (const words of ["One ferry", "Two ferries", "Three ferries"]) {
    const { articleId } = await client.articles.importText({
      text: `${words}\n\nsailed.`,
      fields: { title: words, outlet: "Northwire", published: "2025-05" },
    });
    if (!articleId) throw new Error("The article was not imported.");
    ids.push(articleId);
  }
  return { client, path, ids, first: ids[0] ?? "" };
}

test("what a person changes is theirs, and what they empty is of nobody", async () => {
  const { client, first: id } = await threeArticles();
  const originsOf = async () => (await client.articles.get({ id })).fieldOrigins;
  await client.articles.update({ id, fields: { byline: "A. Reporter", language: "fr" } });
  expect(await originsOf()).toMatchObject({ byline: "analyst", language: "analyst" });
  await client.articles.update({ id, fields: { byline: "", language: null, outlet: "" } });
  const origins = await originsOf();
  for (const field of ["byline", "language", "outlet"] as const) expect(origins[field]).toBeUndefined();
  await client.articles.update({ id, fields: { published: "2025-05-16" } });
  expect(await originsOf()).toMatchObject({ published: "analyst" });
  await client.articles.update({ id, fields: { published: null } });
  expect((await originsOf()).published).toBeUndefined();
  expect(await client.articles.get({ id })).toMatchObject({ published: null, publishedPrecision: null });
});

test("a precision that a person gives makes the date theirs", async () => {
  const { client, first: id } = await threeArticles();
  await client.articles.update({ id, fields: { published: "2025-05-16" } });
  await client.articles.update({ id, fields: { publishedPrecision: "month" } });
  expect(await client.articles.get({ id })).toMatchObject({
    published: "2025-05-16",
    publishedPrecision: "month",
    fieldOrigins: { published: "analyst" },
  });
});

test("saying what is there already changes nothing", async () => {
  const { client, first: id } = await threeArticles();
  const { fieldOrigins, title } = await client.articles.get({ id });
  expect((await client.articles.update({ id, fields: { title, outlet: "Northwire" } })).sequence).toBeNull();
  expect((await client.articles.get({ id })).fieldOrigins).toEqual(fieldOrigins);
});

test("many articles are described and tagged in one entry, which Undo takes back over a restart", async () => {
  const { client, path, ids, first } = await threeArticles();
  await client.articles.updateMany({ ids: [first], addTags: ["old", "kept"] });
  await client.cases.close();
  const before = rowsOfCase(path);
  await client.cases.open({ path });
  const fields = { outlet: "Harbour Post", published: "2025-05-17T08:00", dateline: "TAMBA", credits: "Editing by B." };
  const { sequence } = await client.articles.updateMany({
    ids: [...ids, first],
    fields,
    addTags: ["ferry", "kept"],
    removeTags: ["old"],
  });
  for (const id of ids) {
    const article = await client.articles.get({ id });
    expect(article).toMatchObject({
      ...fields,
      publishedPrecision: "time",
      provenance: "known",
      tags: ["ferry", "kept"],
    });
    expect(article.fieldOrigins).toMatchObject({ outlet: "analyst", dateline: "analyst", credits: "analyst" });
  }
  const { rows } = await client.history.list({ limit: 1 });
  expect(rows).toMatchObject([{ sequence, label: "change 3 articles" }]);
  await client.cases.close();
  await client.cases.open({ path });
  await client.history.undo();
  await client.cases.close();
  expect(rowsOfCase(path)).toEqual(before);
});

test("one article that is missing stops the change to all", async () => {
  const { client, ids, first } = await threeArticles();
  await client.articles.remove({ ids: [ids[2] ?? ""] });
  expect((await refusal(client.articles.updateMany({ ids, addTags: ["ferry"] }))).code).toBe("NOT_FOUND");
  expect((await client.articles.get({ id: first })).tags).toEqual([]);
});

test("the entry says which tags were put on or taken off", async () => {
  const { client, ids, first } = await threeArticles();
  await client.articles.updateMany({ ids, addTags: ["ferry", "port"] });
  await client.articles.updateMany({ ids: [first], removeTags: ["port"] });
  await client.articles.updateMany({ ids, addTags: ["a"], removeTags: ["ferry"] });
  const { rows } = await client.history.list({ limit: 3 });
  expect(rows.map(({ label }) => label)).toEqual([
    "change the tags of 3 articles",
    "take “port” off “One ferry”",
    "tag 3 articles “ferry”, “port”",
  ]);
});
