import { createRouterClient } from "@orpc/server";
import { expect, onTestFinished, test } from "vitest";
import type { Workbench } from "#domain/contract/contract.ts";
import { createWorkbench } from "#electron/workbench/workbench.ts";
import { refusal, temporaryFolder, temporaryWorkbench, workbenchIn } from "../../support/workbench.ts";

test("whoever watches is told what another client does", async () => {
  const { client, router } = temporaryWorkbench();
  const other: Workbench = createRouterClient(router);
  const abort = new AbortController();
  const events = await client.application.watch(undefined, { signal: abort.signal });
  const first = events.next();
  const { name } = await other.cases.create({ name: "Watched" });
  expect((await first).value).toMatchObject({ kind: "case", current: { name } });
  const { sequence, sourceId } = await other.sources.create({ name: "Northwire" });
  expect((await events.next()).value).toEqual({
    kind: "changed",
    sequence,
    label: "add the source “Northwire”",
    work: null,
    tables: ["source"],
    ids: [sourceId],
  });
  await other.history.undo();
  expect((await events.next()).value).toMatchObject({ kind: "changed", sequence: (sequence ?? 0) + 1 });
  await other.application.prefer({ theme: "dark" });
  expect((await events.next()).value).toMatchObject({ kind: "preferences", preferences: { theme: "dark" } });
  abort.abort();
});

test("preferences outlive the workbench, each by itself", async () => {
  const folder = temporaryFolder();
  const before = workbenchIn(folder);
  await before.client.application.prefer({ author: "Ada", layout: { margin: 320 } });
  await before.client.application.prefer({ theme: "dark", layout: { list: true } });
  await before.close();
  const after = workbenchIn(folder);
  onTestFinished(() => after.close());
  expect(await after.client.application.preferences()).toEqual({
    author: "Ada",
    theme: "dark",
    layout: { margin: 320, list: true },
  });
});

test("what fails unexpectedly is reported whole and crosses as an id only", async () => {
  const folder = temporaryFolder();
  const defects: { error: unknown; id: string }[] = [];
  const workbench = createWorkbench({
    host: "command",
    version: "0.0.0",
    settingsFolder: folder,
    casesFolder: folder,
    demonstration: async () => {
      throw new Error("secret inside");
    },
    reportDefect: (error, id) => defects.push({ error, id }),
  });
  onTestFinished(() => workbench.close());
  const refused = await refusal(workbench.client.cases.openDemonstration());
  expect(defects).toHaveLength(1);
  expect(defects[0]?.error).toMatchObject({ message: "secret inside" });
  expect(refused).toMatchObject({ code: "INTERNAL_SERVER_ERROR", data: { id: defects[0]?.id } });
  expect(refused.message).toContain(defects[0]?.id);
  expect(JSON.stringify(refused)).not.toContain("secret");
});

test("input that the contract refuses is told in one sentence, with its field beside it for programs", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Input" });
  expect(await refusal(client.sources.create({ name: " " }))).toMatchObject({
    code: "NOT_ALLOWED",
    message: "A name is needed.",
    data: { field: "name" },
  });
  expect(await refusal(client.articles.get({ id: "7" }))).toMatchObject({ code: "NOT_ALLOWED", data: { field: "id" } });
  const dated = client.articles.importText({ text: "Text", fields: { published: "2025-02-30" } });
  expect(await refusal(dated)).toMatchObject({
    message: "The month has no such day.",
    data: { field: "fields.published" },
  });
  const inFrench = client.articles.importText({ text: "Text", fields: { language: "French" } });
  expect(await refusal(inFrench)).toMatchObject({
    message: "Write the language as its code, such as “fr” or “pt-BR”.",
    data: { field: "fields.language" },
  });
  expect(await refusal(client.articles.list({ query: "long ".repeat(500) }))).toMatchObject({
    message: "This question is too long; 2,000 characters are the most.",
    data: { field: "query" },
  });
  // What the contract has no sentence for, since only a program can get it wrong, is named by its field.
  expect((await refusal(client.articles.list({ limit: 0 }))).message).toMatch(/^limit: .+/);
});

test("without a case every question about one is answered by one sentence", async () => {
  const { client } = temporaryWorkbench();
  for (const asked of [client.claims.list({}), client.history.undo(), client.cases.check(), client.reports.list()]) {
    expect(await refusal(asked)).toMatchObject({
      code: "NO_CASE",
      message: "No case is open. Open one, or make a new one.",
    });
  }
});
