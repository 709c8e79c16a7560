import { expect, test } from "vitest";
import { rowsOfCase } from "../../support/rows.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** A case with three articles. */
async function threeArticles() {
  const { client } = temporaryWorkbench();
  const { path } = await client.cases.create({ name: "Collections" });
  const ids: string[] = [];
  for (const words of ["One ferry", "Two ferries", "Three ferries"]) {
    const { articleId } = await client.articles.importText({ text: `${words}\n\nsailed.`, fields: { title: words } });
    if (!articleId) throw new Error("The article was not imported.");
    ids.push(articleId);
  }
  const [one = "", two = "", three = ""] = ids;
  return { client, path, one, two, three };
}

test("a collection is made of articles, takes more in and lets some go, each once", async () => {
  const { client, one, two, three } = await threeArticles();
  const { collectionId: id } = await client.collections.create({ name: "Port", articleIds: [one, two, one] });
  expect(await client.collections.list()).toMatchObject([{ id, name: "Port", articles: 2 }]);
  expect((await client.collections.add({ id, articleIds: [two] })).sequence).toBeNull();
  await client.collections.add({ id, articleIds: [two, three] });
  expect(await client.articles.get({ id: three })).toMatchObject({ collections: [{ id, name: "Port" }] });
  await client.collections.takeOut({ id, articleIds: [one, three] });
  expect(await client.collections.list()).toMatchObject([{ articles: 1 }]);
  expect((await client.collections.takeOut({ id, articleIds: [one] })).sequence).toBeNull();
});

test("collections stand by their names, and no two are called the same", async () => {
  const { client } = await threeArticles();
  const { collectionId: port } = await client.collections.create({ name: "port" });
  await client.collections.create({ name: "Barracks" });
  expect((await client.collections.list()).map(({ name }) => name)).toEqual(["Barracks", "port"]);
  expect(await refusal(client.collections.create({ name: "PORT" }))).toMatchObject({
    code: "NOT_ALLOWED",
    data: { field: "name" },
  });
  expect((await refusal(client.collections.rename({ id: port, name: "barracks" }))).code).toBe("NOT_ALLOWED");
  await client.collections.rename({ id: port, name: "Port" });
  expect((await client.collections.list()).map(({ name }) => name)).toEqual(["Barracks", "Port"]);
});

test("a collection that is removed leaves its articles, and Undo fills it again", async () => {
  const { client, path, one, two } = await threeArticles();
  const { collectionId: id } = await client.collections.create({ name: "Port", articleIds: [one, two] });
  await client.cases.close();
  const before = rowsOfCase(path);
  await client.cases.open({ path });
  await client.collections.remove({ id });
  expect(await client.collections.list()).toEqual([]);
  expect(await client.articles.get({ id: one })).toMatchObject({ collections: [] });
  await client.cases.close();
  await client.cases.open({ path });
  await client.history.undo();
  await client.cases.close();
  expect(rowsOfCase(path)).toEqual(before);
});

test("what is not there is in no collection", async () => {
  const { client, one } = await threeArticles();
  const { collectionId: id } = await client.collections.create({ name: "Port" });
  await client.articles.remove({ ids: [one] });
  expect((await refusal(client.collections.add({ id, articleIds: [one] }))).code).toBe("NOT_FOUND");
  await client.collections.remove({ id });
  expect((await refusal(client.collections.takeOut({ id, articleIds: [one] }))).code).toBe("NOT_FOUND");
});
