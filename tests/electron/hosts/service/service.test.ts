import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import { defectLogIn, logDefect } from "#electron/hosts/service/defect-log.ts";
import { startService, type UnexpectedEnd } from "#electron/hosts/service/service.ts";
import { clientOf, serviceOptionsIn, temporaryService } from "../../../support/service.ts";
import { refusal, temporaryFolder } from "../../../support/workbench.ts";

test("calls of several ports reach the same case, and stopping leaves one file", async () => {
  const { service, folder } = temporaryService();
  const one = clientOf(service);
  const other = clientOf(service);
  const made = await one.cases.create({ name: "Lake", path: path.join(folder, "lake.sourceline") });
  await one.articles.importText({ text: "The ferry was not stopped." });

  expect(await other.cases.current()).toMatchObject({ path: made.path, counts: { articles: 1 } });
  await service.stop();
  expect(readdirSync(folder).filter((name) => name.startsWith("lake"))).toEqual(["lake.sourceline"]);
});

test("a refusal crosses with its code and its sentence", async () => {
  const { service, folder } = temporaryService();
  const missing = path.join(folder, "missing.sourceline");

  const answer = await refusal(clientOf(service).cases.open({ path: missing }));

  expect(answer).toMatchObject({ code: "CASE_NOT_FOUND", data: { path: missing } });
  expect(answer.message).toContain(missing);
});

test("change events of one port are heard at another", async () => {
  const { service, folder } = temporaryService();
  const events = await clientOf(service).application.watch();
  const heard = events.next();
  await clientOf(service).cases.create({ name: "Lake", path: path.join(folder, "lake.sourceline") });

  expect((await heard).value).toMatchObject({ kind: "case", current: { name: "Lake" } });
  await events.return?.();
});

test("files pass in and out beside the contract, byte for byte", async () => {
  const { service, folder } = temporaryService();
  const client = clientOf(service);
  await client.cases.create({ name: "Lake", path: path.join(folder, "lake.sourceline") });
  const bytes = new TextEncoder().encode("Zwölf Boote. ⛵\r\nNobody saw them.\r\n");

  const { id } = await service.files.receive("boats.txt", bytes);
  const report = await finish(await client.articles.importUploads({ uploads: [{ id, name: "boats.txt" }] }));
  const article = await client.articles.get({ id: report.files[0]?.articleId ?? "" });

  const original = await service.files.original(article.originalSha256);
  expect(original?.bytes).toEqual(bytes);
  expect(await service.files.original("0".repeat(64))).toBeNull();
  expect(await service.files.rendered("nothing")).toBeNull();
});

test("a message that is no call is logged and does not end the thread", async () => {
  const { service, folder } = temporaryService();
  const port = service.connect();
  port.postMessage("this is no call");
  port.close();

  expect(await clientOf(service).cases.current()).toBeNull();
  await service.stop();
  expect(readFileSync(defectLogIn(path.join(folder, "settings")), "utf8")).toContain("SyntaxError");
});

test("a thread that ends by itself is reported, its questions are refused, and another can be started", async () => {
  const folder = temporaryFolder();
  const entry = path.join(folder, "dies.mjs");
  writeFileSync(
    entry,
    `import { parentPort } from "node:worker_threads";
     parentPort.postMessage({ kind: "ready" });
     parentPort.on("message", () => { throw new Error("It fell over."); });`,
  );
  const ended = Promise.withResolvers<UnexpectedEnd>();
  const service = startService({
    ...serviceOptionsIn(folder),
    entry: pathToFileURL(entry),
    onEnd: (end) => ended.resolve(end),
  });

  await expect(service.files.rendered("anything")).rejects.toMatchObject({ status: 503 });
  expect(await ended.promise).toMatchObject({ wasReady: true, error: { message: "It fell over." } });
  await expect(service.files.rendered("anything")).rejects.toMatchObject({ status: 503 });
  await service.stop();

  const next = startService(serviceOptionsIn(folder));
  expect(await clientOf(next).cases.current()).toBeNull();
  await next.stop();
});

test("a thread that cannot start says that it was never ready", async () => {
  const folder = temporaryFolder();
  const ended = Promise.withResolvers<UnexpectedEnd>();
  const entry = pathToFileURL(path.join(folder, "nowhere.mjs"));
  startService({ ...serviceOptionsIn(folder), entry, onEnd: (end) => ended.resolve(end) });

  expect(await ended.promise).toMatchObject({
    wasReady: false,
    error: { message: expect.stringContaining("nowhere.mjs") },
  });
});

test("a log that has grown too large begins anew and keeps the one before", () => {
  const folder = temporaryFolder();
  const log = defectLogIn(folder);
  writeFileSync(log, "x".repeat(5_000_001));

  logDefect(folder, new Error("It went wrong."), "some-id");

  expect(readFileSync(log, "utf8")).toMatch(/some-id\nError: It went wrong\.\n\s+at /);
  expect(existsSync(`${log}.old`)).toBe(true);
});
