import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { isOver, isUnderWay, listen, stopNext } from "../../support/listening.ts";
import { rowsOfCase } from "../../support/rows.ts";
import { refusal, temporaryFolder, temporaryWorkbench } from "../../support/workbench.ts";

/** More than is done in one part, by far. */
const MANY = 230;

let client: Workbench;
let place: string;
let ids: string[];

beforeEach(async () => {
  ({ client } = temporaryWorkbench());
  ({ path: place } = await client.cases.create({ name: "Many" }));
  const folder = temporaryFolder();
  for (let number = 0; number < MANY; number++) {
    writeFileSync(path.join(folder, `${number}.txt`), `Ferry number ${number}\n\nIt sailed on day ${number}.`);
  }
  await finish(await client.articles.importPaths({ paths: [folder] }));
  ids = await client.articles.ids({});
  expect(ids).toHaveLength(MANY);
});

const count = async () => (await client.articles.list({ limit: 1 })).total;

/** All rows of the case, which is closed for that and opened again. */
async function rows() {
  await client.cases.close();
  const found = rowsOfCase(place);
  await client.cases.open({ path: place });
  return found;
}

test("an import is undone as one, and done again as one", async () => {
  expect((await client.history.state()).undo).toBe(`import ${MANY} files`);
  expect(await client.history.undo()).toMatchObject({ isWhole: true, undo: null, redo: `import ${MANY} files` });
  expect(await count()).toBe(0);
  expect(await client.history.redo()).toMatchObject({ isWhole: true, redo: null });
  expect(await count()).toBe(MANY);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test("a command on many is told of while it goes on, and undone as one after a restart too", async () => {
  const before = await rows();
  const { until } = await listen(client, isOver);
  expect(await client.articles.remove({ ids })).toMatchObject({ done: MANY });
  const works = (await until).filter((event) => event.kind === "work");
  expect(works[0]).toMatchObject({ label: `move ${MANY} articles to the trash`, progress: { total: MANY } });
  expect(works.at(-1)?.progress).toBeNull();
  expect(await count()).toBe(0);

  await rows();
  await client.history.undo();
  expect(await count()).toBe(MANY);
  expect(await rows()).toEqual(before);
  expect(await client.history.redo()).toMatchObject({ label: `move ${MANY} articles to the trash`, isWhole: true });
  expect(await client.trash.restore({ ids })).toMatchObject({ done: MANY, left: [] });
  expect(await rows()).toEqual(before);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test("a command on many can be stopped; what was done by then is undone as one", async () => {
  const { stopped } = await stopNext(client);
  const { done, sequence } = await client.articles.updateMany({ ids, addTags: ["ferry"] });
  await stopped;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(MANY);
  expect(await client.articles.tags()).toEqual([{ tag: "ferry", articles: done }]);
  await client.history.undo({ expecting: sequence ?? 0 });
  expect(await client.articles.tags()).toEqual([]);
});

test("an undoing of many can be stopped, and the next goes on with it", async () => {
  await client.articles.updateMany({ ids, addTags: ["ferry"] });
  const { stopped } = await stopNext(client);
  const stepped = await client.history.undo();
  await stopped;
  expect(stepped.isWhole).toBe(false);
  const [left] = await client.articles.tags();
  expect(left?.articles).toBeGreaterThan(0);
  expect(left?.articles).toBeLessThan(MANY);
  expect(await client.history.undo()).toMatchObject({ isWhole: true });
  expect(await client.articles.tags()).toEqual([]);
});

test("what is under way is not undone, and what else was done meanwhile is undone by itself", async () => {
  const { until } = await listen(client, isUnderWay);
  const meanwhile = until.then(async () => {
    const refused = await refusal(client.history.undo());
    await client.sources.create({ name: "Northwire" });
    return refused;
  });
  await client.articles.updateMany({ ids, addTags: ["ferry"] });
  expect(await meanwhile).toMatchObject({
    code: "CONFLICT",
    message: `“tag ${MANY} articles “ferry”” is still under way. Let it come to its end, or stop it first.`,
  });
  // First the parts that lie above, then what was done between, then the rest.
  expect(await client.history.undo()).toMatchObject({ isWhole: false, undo: "add the source “Northwire”" });
  expect(await client.history.undo()).toMatchObject({ label: "add the source “Northwire”" });
  expect(await client.history.undo()).toMatchObject({ isWhole: true, undo: `import ${MANY} files` });
  expect(await client.articles.tags()).toEqual([]);
});

test("a collection of many is made, emptied and taken away in parts", async () => {
  const { collectionId: id } = await client.collections.create({ name: "Ferries", articleIds: ids });
  expect(await client.collections.list()).toMatchObject([{ name: "Ferries", articles: MANY }]);
  await client.collections.remove({ id });
  expect(await client.collections.list()).toEqual([]);
  await client.history.undo();
  expect(await client.collections.list()).toMatchObject([{ id, articles: MANY }]);
  await client.history.undo();
  expect(await client.collections.list()).toEqual([]);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

const tagged = async () => (await client.articles.tags())[0]?.articles ?? 0;

test("of two Undos at once the second is refused, and one Redo does all of it again", async () => {
  await client.articles.updateMany({ ids, addTags: ["ferry"] });
  const [first, second] = await Promise.all([client.history.undo(), refusal(client.history.undo())]);
  expect(first).toMatchObject({ isWhole: true, undo: `import ${MANY} files` });
  expect(second).toMatchObject({
    code: "CONFLICT",
    message: `“tag ${MANY} articles “ferry”” is still under way. Let it come to its end, or stop it first.`,
  });
  expect(await tagged()).toBe(0);
  expect(await client.history.redo()).toMatchObject({ isWhole: true, redo: null });
  expect(await tagged()).toBe(MANY);
});

test("what was taken back in part and done again is one piece of work as before", async () => {
  await client.articles.updateMany({ ids, addTags: ["ferry"] });
  const stopUndo = async () => {
    const { stopped } = await stopNext(client);
    expect(await client.history.undo()).toMatchObject({ isWhole: false });
    await stopped;
    expect(await tagged()).toBeGreaterThan(0);
  };
  await stopUndo();
  expect(await client.history.redo()).toMatchObject({ isWhole: true });
  expect(await tagged()).toBe(MANY);
  expect(await client.history.undo()).toMatchObject({ isWhole: true, undo: `import ${MANY} files` });
  expect(await tagged()).toBe(0);

  // And the other way round: taken back in two goes, it is done again in one.
  await client.history.redo();
  await stopUndo();
  expect(await client.history.undo()).toMatchObject({ isWhole: true });
  expect(await client.history.redo()).toMatchObject({ isWhole: true, redo: null });
  expect(await tagged()).toBe(MANY);

  // What can be done again no more, since something new was done, is not waited for.
  await stopUndo();
  await client.sources.create({ name: "Northwire" });
  await client.history.undo();
  await client.history.undo();
  expect(await client.history.redo()).toMatchObject({ isWhole: true, redo: "add the source “Northwire”" });
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test("a case that is closed while much is taken back says so, and keeps what was done by then", async () => {
  await client.articles.updateMany({ ids, addTags: ["ferry"] });
  const { until } = await listen(client, isUnderWay);
  const closed = until.then(() => client.cases.close());
  expect(await refusal(client.history.undo())).toMatchObject({
    code: "CONFLICT",
    message: "The case was closed meanwhile, so this stopped. What was done by then stays.",
  });
  await closed;
  await client.cases.open({ path: place });
  expect(await tagged()).toBeGreaterThan(0);
  expect(await client.history.undo()).toMatchObject({ isWhole: true });
  expect(await tagged()).toBe(0);
});

test("a collection that is removed while articles are put into it is not put together again", async () => {
  const { collectionId: id } = await client.collections.create({ name: "Ferries", articleIds: [] });
  const { until } = await listen(client, isUnderWay);
  const removed = until.then(() => client.collections.remove({ id }));
  const refused = await refusal(client.collections.add({ id, articleIds: ids }));
  await removed;
  expect(refused.code).toBe("NOT_FOUND");
  expect(refused.message).toMatch(
    /^This collection is not in the case any more\. .* This was the end after \d+ of 230; Undo takes those back\.$/,
  );
  expect(await client.collections.list()).toEqual([]);

  const { until: untilMaking } = await listen(client, isUnderWay);
  const removedWhileMade = untilMaking.then(async () => {
    const [made] = await client.collections.list();
    await client.collections.remove({ id: made?.id ?? "" });
  });
  expect(await refusal(client.collections.create({ name: "Ferries", articleIds: ids }))).toMatchObject({
    code: "NOT_FOUND",
  });
  await removedWhileMade;
  expect(await client.collections.list()).toEqual([]);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});
