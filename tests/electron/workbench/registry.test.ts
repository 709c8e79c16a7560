import { expect, test } from "vitest";
import { allWords } from "#domain/search/all-words.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

async function emptyCase() {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Registry" });
  const add = async (name: string) => (await client.sources.create({ name })).sourceId;
  return { client, add };
}

test("a name or alias that is taken is refused", async () => {
  const { client, add } = await emptyCase();
  const wire = await add("Northwire");
  const other = await add("The Lake Post");
  await client.sources.addAlias({ id: wire, name: "NW" });
  for (const refused of [
    client.sources.create({ name: "northwire" }),
    client.sources.create({ name: "nw" }),
    client.sources.addAlias({ id: other, name: "NW" }),
    client.sources.update({ id: other, fields: { name: "Northwire" } }),
  ]) {
    expect(await refusal(refused)).toMatchObject({ code: "NOT_ALLOWED", data: { field: "name" } });
  }
  await client.sources.update({ id: wire, fields: { name: "NORTHWIRE" } });
});

test("nobody owns itself, by whatever way round", async () => {
  const { client, add } = await emptyCase();
  const [one, two, three] = [await add("One"), await add("Two"), await add("Three")];
  await client.sources.update({ id: two, fields: { parentId: one } });
  await client.sources.update({ id: three, fields: { parentId: two } });
  for (const parentId of [one, two, three]) {
    const refused = await refusal(client.sources.update({ id: one, fields: { parentId } }));
    expect(refused).toMatchObject({ code: "NOT_ALLOWED", data: { field: "parentId" } });
  }
});

test("a merged source becomes an alias, its owner is kept, and Undo parts the two", async () => {
  const { client, add } = await emptyCase();
  const [from, into, owned] = [await add("NW"), await add("Northwire"), await add("NW Sport")];
  await client.sources.grade({ sourceId: from, letter: "B" });
  await client.sources.update({ id: owned, fields: { parentId: from } });
  await client.notes.create({ about: { sourceId: from }, body: "Seen twice." });
  await client.sources.merge({ from, into });
  const merged = await client.sources.get({ id: into });
  expect(merged).toMatchObject({ grade: "B", aliases: [{ name: "NW" }], notes: [{ body: "Seen twice." }] });
  expect(await client.sources.get({ id: owned })).toMatchObject({ parentName: "Northwire" });
  expect((await refusal(client.sources.get({ id: from }))).code).toBe("NOT_FOUND");
  expect((await refusal(client.sources.merge({ from: into, into }))).code).toBe("NOT_ALLOWED");
  await client.history.undo();
  expect(await client.sources.get({ id: from })).toMatchObject({ grade: "B", name: "NW" });
});

test("a source that merges into one that it owns leaves no circle", async () => {
  const { client, add } = await emptyCase();
  const [owner, middle, owned] = [await add("Owner"), await add("Middle"), await add("Owned")];
  await client.sources.update({ id: middle, fields: { parentId: owner } });
  await client.sources.update({ id: owned, fields: { parentId: middle } });
  await client.sources.merge({ from: owner, into: owned });
  const parents = new Map(
    (await Promise.all([middle, owned].map((id) => client.sources.get({ id })))).map((source) => [
      source.id,
      source.parentId,
    ]),
  );
  expect([parents.get(middle), parents.get(owned)]).toContain(null);
});

test("only a source that nothing refers to is removed", async () => {
  const { client, add } = await emptyCase();
  const [owner, owned] = [await add("Owner"), await add("Owned")];
  await client.sources.update({ id: owned, fields: { parentId: owner } });
  expect((await refusal(client.sources.remove({ id: owner }))).message).toContain("owns 1 sources");
  await client.sources.addAlias({ id: owned, name: "Also" });
  await client.sources.remove({ id: owned });
  await client.sources.remove({ id: owner });
  expect((await client.sources.list({})).total).toBe(0);
});

test("words are found by their beginnings with accents folded, and no character has a meaning of its own", async () => {
  const { client, add } = await emptyCase();
  const id = await add("Résidents de l’Île Ünlü");
  await add("Another");
  for (const words of ["resid", "RÉSIDENTS unl", "île", "Ile res", "re\u0301s"]) {
    expect((await client.sources.search({ words })).map((source) => source.id)).toEqual([id]);
  }
  for (const words of [
    '"',
    "*",
    "AND",
    "resid OR another",
    "NEAR(",
    "name:resid",
    "^resid -x",
    "'; DROP TABLE source",
  ]) {
    await client.sources.search({ words });
    await client.sources.list({ words });
    await client.claims.search({ words });
    await client.claims.list({ words });
    await client.articles.list({ query: allWords(words) });
  }
  expect(await client.sources.search({ words: "resid OR another" })).toEqual([]);
  expect((await client.sources.list({})).total).toBe(2);
});
