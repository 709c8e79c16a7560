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

test.for([
  ["2025", "time", "year"],
  ["2025", "week", "year"],
  ["2025-05", "day", "month"],
  ["2025-05", "week", "month"],
  ["2025-05-16", "time", "day"],
  ["2025-05-16T08:00", "time", "time"],
  ["2025-05-16T08:00", "day", "day"],
  ["2025-05-16", "week", "week"],
  ["2025-05-16", "year", "year"],
  ["2025-05", "year", "year"],
] as const)("“%s” said to be known to the %s is known to the %s", async ([published, said, kept]) => {
  const { client, ids, first: id } = await threeArticles();
  const precisions = () =>
    Promise.all(ids.map(async (each) => (await client.articles.get({ id: each })).publishedPrecision));
  await client.articles.update({ id, fields: { published, publishedPrecision: said } });
  expect(await precisions()).toEqual([kept, "month", "month"]);
  await client.articles.updateMany({ ids, fields: { published } });
  await client.articles.updateMany({ ids, fields: { publishedPrecision: said } });
  expect(await precisions()).toEqual([kept, kept, kept]);
  const { articleId } = await client.articles.importText({
    text: "A fourth ferry\n\nsank.",
    fields: { published, publishedPrecision: said },
  });
  expect(await client.articles.get({ id: articleId ?? "" })).toMatchObject({ published, publishedPrecision: kept });
});

test("a precision that is finer than the date makes no article of known provenance, nor does one without a date", async () => {
  const { client, first: id } = await threeArticles();
  await client.articles.update({ id, fields: { publishedPrecision: "day" } });
  expect(await client.articles.get({ id })).toMatchObject({ publishedPrecision: "month", provenance: "partial" });
  await client.articles.update({ id, fields: { published: null, publishedPrecision: "day" } });
  expect(await client.articles.get({ id })).toMatchObject({ published: null, publishedPrecision: null });
});

test("the address that a person types is kept in its normal form, and is theirs", async () => {
  const { client, ids, first: id } = await threeArticles();
  const typed = " HTTPS://Northwire.EXAMPLE:443/ferry/?utm_source=x&id=1 ";
  const normal = "https://northwire.example/ferry?id=1";
  await client.articles.update({ id, fields: { url: typed } });
  expect(await client.articles.get({ id })).toMatchObject({ url: normal, fieldOrigins: { url: "analyst" } });
  expect((await client.articles.update({ id, fields: { url: typed } })).sequence).toBeNull();
  await client.articles.update({ id: ids[1] ?? "", fields: { url: "in the archive, box 7" } });
  expect((await client.articles.get({ id: ids[1] ?? "" })).url).toBe("in the archive, box 7");
  const { articleId } = await client.articles.importText({
    text: "A fourth ferry\n\nsank.",
    fields: { url: `${typed.trim()}&part=4` },
  });
  expect((await client.articles.get({ id: articleId ?? "" })).url).toBe(`${normal}&part=4`);
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
