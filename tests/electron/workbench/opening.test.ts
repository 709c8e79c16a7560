import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { openCaseFile, openingCaseFile } from "#electron/store/case-file.ts";
import { FORMER, MANY, makeCaseOfEarlierForm } from "../../support/earlier-form.ts";
import { isOver, isUnderWay, listen, stopNext } from "../../support/listening.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** A closed case as a program left it that knew a form before. */
async function closedCaseOfEarlierForm(): Promise<{ client: Workbench; place: string; close: () => Promise<void> }> {
  const { client, close } = temporaryWorkbench();
  return { client, place: await makeCaseOfEarlierForm(client), close };
}

const STOPPED = {
  code: "STOPPED",
  message: "The opening of “Harbour.sourceline” was stopped. Nothing of the case is lost.",
};

const found = async (client: Workbench) => (await client.articles.list({ query: "ferry", limit: 1 })).total;

test("of a case that is brought to the newest form is told how far that has come; others are answered meanwhile", async () => {
  const { client, place } = await closedCaseOfEarlierForm();
  const { until } = await listen(client, isOver);
  const opened = client.cases.open({ path: place });
  expect(await client.cases.current()).toBeNull();
  expect((await client.cases.recent()).map((recent) => recent.path)).toEqual([place]);
  // Whoever asks for it too is shown what the first opened.
  expect(await client.cases.open({ path: place })).toEqual(await opened);
  const works = (await until).flatMap((event) => (event.kind === "work" ? [event.progress] : []));
  expect(works[0]).toEqual({ done: 0, total: MANY });
  expect(works.at(-1)).toBeNull();
  expect(await found(client)).toBe(MANY);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
  expect(existsSync(`${place}.version-${FORMER}.bak`)).toBe(true);
});

test("the opening of such a case can be stopped, and the next goes on with it", async () => {
  const { client, place } = await closedCaseOfEarlierForm();
  await client.cases.create({ name: "Quay" });
  const { stopped } = await stopNext(client);
  const other = refusal(client.cases.open({ path: place }));
  expect(await refusal(client.cases.open({ path: place }))).toMatchObject(STOPPED);
  await stopped;
  expect(await other).toMatchObject(STOPPED);
  expect((await client.cases.current())?.name).toBe("Quay");
  expect(await client.cases.open({ path: place })).toMatchObject({ name: "Harbour", counts: { articles: MANY } });
  expect(await found(client)).toBe(MANY);
});

test("a workbench that closes while such a case is opened leaves one closed file", async () => {
  const { client, place, close } = await closedCaseOfEarlierForm();
  const { until } = await listen(client, isUnderWay);
  const refused = refusal(client.cases.open({ path: place }));
  await until;
  await close();
  expect(await refused).toMatchObject(STOPPED);
  expect(readdirSync(path.dirname(place)).filter((name) => !name.endsWith(".bak"))).toEqual([path.basename(place)]);
  openCaseFile(place, "a test").close();
});

test("whoever makes, opens or closes a case meanwhile has the last word", async () => {
  const { client, place } = await closedCaseOfEarlierForm();
  const meanwhile = async (act: () => Promise<unknown>) => {
    const { until } = await listen(client, isUnderWay);
    const refused = refusal(client.cases.open({ path: place }));
    await until;
    await act();
    expect(await refused).toMatchObject(STOPPED);
    return (await client.cases.current())?.name ?? null;
  };
  expect(await meanwhile(() => client.cases.create({ name: "Mine" }))).toBe("Mine");
  const mine = (await client.cases.current())?.path ?? "";
  expect(await meanwhile(() => client.cases.close())).toBeNull();
  expect(await meanwhile(() => client.cases.open({ path: mine }))).toBe("Mine");
  await client.cases.close();

  // An opening that is held holds up nobody else.
  const { until } = await listen(client, isUnderWay);
  const refused = refusal(client.cases.open({ path: place }));
  const last = (await until).at(-1);
  if (last?.kind === "work") await client.work.pause({ work: last.work });
  expect(await client.cases.open({ path: mine })).toMatchObject({ name: "Mine" });
  expect(await refused).toMatchObject(STOPPED);
});

test("the file of a case that is being opened is neither read nor replaced as if it were some other", async () => {
  const { client, place } = await closedCaseOfEarlierForm();
  await client.cases.create({ name: "Quay" });
  const { id } = await finish(await client.exports.render({ format: "json" }));
  const { until } = await listen(client, isUnderWay);
  const opened = client.cases.open({ path: place });
  await until;
  const said = "“Harbour.sourceline” is a case that is open here. Choose another file.";
  expect((await refusal(finish(await client.cases.checkReport({ file: place })))).message).toBe(said);
  expect((await refusal(client.exports.write({ id, path: place, replace: true }))).message).toBe(said);
  const imported = await finish(await client.articles.importPaths({ paths: [place] }));
  expect(imported.files[0]?.sentence).toBe(said);
  await opened;
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test("a copy that cannot be kept leaves the case as it was, and nothing that looks like one", async () => {
  const { place } = await closedCaseOfEarlierForm();
  mkdirSync(path.join(`${place}.version-${FORMER}.bak`, "in the way"), { recursive: true });
  expect(() => openCaseFile(place, "a test")).toThrow();
  const names = readdirSync(path.dirname(place));
  expect(names.sort()).toEqual(["Harbour.sourceline", `Harbour.sourceline.version-${FORMER}.bak`]);
});

test("an opening that is left within the words of articles leaves none of them, and a closed case", async () => {
  const { client, place } = await closedCaseOfEarlierForm();
  const opening = openingCaseFile(place, "a test");
  let step = opening.next();
  while (!step.done && step.value.done < MANY / 2) step = opening.next();
  expect(step.done).toBe(false);
  opening.return(undefined as never);
  const database = new Database(place);
  const filled = database.prepare("SELECT count(*) FROM search_form").pluck().get();
  database.close();
  expect(filled).toBe(0);
  await client.cases.open({ path: place });
  expect(await found(client)).toBe(MANY);
});
