import { once } from "node:events";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { WorkbenchEvent } from "#domain/contract/application.ts";
import { openFirstCase } from "#electron/hosts/first-case.ts";
import { type KeptService, keepService, type Recovery } from "#electron/hosts/service/kept-service.ts";
import { recoveryInWords } from "#electron/hosts/service/recovery-in-words.ts";
import { crashingThread, DEADLY, FALL_OVER } from "../../../support/crashing.ts";
import { makeCaseOfEarlierForm } from "../../../support/earlier-form.ts";
import { isUnderWay, listen } from "../../../support/listening.ts";
import { serviceOptionsIn } from "../../../support/service.ts";
import { refusal, temporaryFolder } from "../../../support/workbench.ts";

const REAL = import.meta.resolve("#electron/hosts/service/service-thread.ts");

interface Kept {
  service: KeptService;
  casePath: string;
  /** Hears of every recovery when it is settled. */
  ends: EventTarget;
  /** Makes the thread end by itself, does something at once, and gives what became of it. */
  fall: (meanwhile?: () => void) => Promise<Recovery>;
}

/** A service whose thread can be made to fall over. */
function kept(soon?: number): Kept {
  const folder = temporaryFolder();
  const ends = new EventTarget();
  let meantime = () => {};
  const service = keepService({
    ...serviceOptionsIn(folder),
    entry: crashingThread(folder, REAL),
    ...(soon === undefined ? {} : { soon }),
    onEnd: (_end, recovery) => {
      meantime();
      void recovery.then((outcome) => ends.dispatchEvent(new CustomEvent("recovery", { detail: outcome })));
    },
  });
  onTestFinished(() => service.stop());
  return {
    service,
    casePath: path.join(folder, "lake.sourceline"),
    ends,
    async fall(meanwhile = () => {}) {
      meantime = meanwhile;
      const recovered = once(ends, "recovery");
      await expect(service.current().files.rendered(FALL_OVER)).rejects.toMatchObject({ status: 503 });
      const [{ detail }] = await recovered;
      return detail;
    },
  };
}

test("a thread that ends with a case open is replaced, and the case opened again, with all that was saved", async () => {
  const { service, casePath, fall } = kept();
  await service.use(async ({ cases, articles }) => {
    await cases.create({ name: "Lake", path: casePath });
    await articles.importText({ text: "The ferry was not stopped." });
  });
  const before = service.current();

  expect(await fall()).toEqual({ kind: "opened", path: casePath });

  expect(service.current()).not.toBe(before);
  const current = await service.use(({ cases }) => cases.current());
  expect(current).toMatchObject({ path: casePath, counts: { articles: 1 } });
  await service.use(({ articles }) => articles.importText({ text: "The bridge was closed." }));
});

test("a case with which the thread ends again at once is left closed, and can be opened by hand", async () => {
  const { service, casePath, fall } = kept(Number.POSITIVE_INFINITY);
  await service.use(({ cases }) => cases.create({ name: "Lake", path: casePath }));

  expect((await fall()).kind).toBe("opened");
  expect(await fall()).toEqual({ kind: "left-closed", path: casePath });
  expect(await service.use(({ cases }) => cases.current())).toBeNull();

  await service.use(({ cases }) => cases.open({ path: casePath }));
  expect(await service.use(({ cases }) => cases.current())).toMatchObject({ path: casePath });
});

test("a case with which it ends again much later is opened each time", async () => {
  const { service, casePath, fall } = kept(0);
  await service.use(({ cases }) => cases.create({ name: "Lake", path: casePath }));
  expect((await fall()).kind).toBe("opened");
  expect((await fall()).kind).toBe("opened");
});

test("where no case was open, or it was closed before, none is opened", async () => {
  const { service, casePath, fall } = kept();
  expect(await fall()).toEqual({ kind: "no-case" });
  await service.use(async ({ cases }) => {
    await cases.create({ name: "Lake", path: casePath });
    await cases.close();
  });
  expect(await fall()).toEqual({ kind: "no-case" });
});

test("a case that is gone is said to be so, and the workbench goes on", async () => {
  const { service, casePath, fall } = kept();
  await service.use(({ cases }) => cases.create({ name: "Lake", path: casePath }));

  const recovery = await fall(() => rmSync(casePath));

  expect(recovery).toMatchObject({ kind: "not-opened", path: casePath, failure: { code: "CASE_NOT_FOUND" } });
  expect(recoveryInWords(recovery).detail).toContain("“lake.sourceline” could not be opened again: ");
  expect(await service.use(({ cases }) => cases.current())).toBeNull();
});

test("what a host begins with goes on where its case ends the thread: the case is left closed, and that is said", async () => {
  const { service, casePath, ends } = kept();
  await service.use(async ({ cases }) => {
    await cases.create({ name: "Lake", path: casePath });
    await cases.close();
  });
  writeFileSync(casePath + DEADLY, "");
  const said = once(ends, "recovery");
  const open = () => service.begin((workbench) => openFirstCase(workbench, () => {}));

  expect(await open()).toEqual({ kind: "ended-opening", path: casePath });

  expect((await said)[0].detail).toEqual({ kind: "ended-opening", path: casePath });
  expect(await service.use(({ cases }) => cases.current())).toBeNull();
  rmSync(casePath + DEADLY);
  expect(await open()).toBeNull();
  expect(await service.use(({ cases }) => cases.current())).toMatchObject({ path: casePath });
});

test("what a host begins with ends where the thread ended under it later, when the case is open again", async () => {
  const { service, casePath } = kept();
  const outcome = await service.begin(async ({ application, cases }) => {
    await cases.create({ name: "Lake", path: casePath });
    const events = await application.watch();
    service
      .current()
      .files.rendered(FALL_OVER)
      .catch(() => {});
    for await (const _ of events);
  });
  expect(outcome).toEqual({ kind: "opened", path: casePath });
  expect(await service.use(({ cases }) => cases.current())).toMatchObject({ path: casePath });
});

test("what a host begins with fails where it is refused, and not of the thread", async () => {
  const { service, casePath } = kept();
  await expect(service.begin(({ cases }) => cases.open({ path: casePath }))).rejects.toMatchObject({
    code: "CASE_NOT_FOUND",
  });
});

test("a case that ends the thread while it is opened again is left closed, and opened no third time", async () => {
  const { service, casePath, fall, ends } = kept();
  await service.use(({ cases }) => cases.create({ name: "Lake", path: casePath }));
  const told: Recovery[] = [];
  ends.addEventListener("recovery", (event) => told.push((event as CustomEvent<Recovery>).detail));
  await fall(() => writeFileSync(casePath + DEADLY, ""));
  await expect.poll(() => told.length).toBe(2);
  expect(told).toEqual(Array.from({ length: 2 }, () => ({ kind: "ended-opening", path: casePath })));
  expect(await service.use(({ cases }) => cases.current())).toBeNull();
  expect(told).toHaveLength(2);
});

/** The work that was told of last. */
function workOf(told: readonly WorkbenchEvent[]): string {
  const last = told.at(-1);
  return last?.kind === "work" ? last.work : "";
}

test("where one opening ends another, and the thread in that, the case of the other is left closed", {
  timeout: 120_000,
}, async () => {
  const { service, casePath, fall } = kept();
  await service.use(async (client) => {
    const first = await makeCaseOfEarlierForm(client);
    copyFileSync(first, casePath);
    const begun = await listen(client, isUnderWay);
    const refused = refusal(client.cases.open({ path: first }));
    const one = workOf(await begun.until);
    const next = await listen(client, (event) => isUnderWay(event) && workOf([event]) !== one);
    client.cases.open({ path: casePath }).catch(() => {});
    // It goes on no further, so that the thread ends in its midst.
    await client.work.pause({ work: workOf(await next.until) });
    expect(await refused).toMatchObject({ code: "STOPPED" });
    expect(await fall()).toEqual({ kind: "ended-opening", path: casePath });
  });
});

test("what cannot start at all is not started over and over", async () => {
  const ends: Recovery[] = [];
  const folder = temporaryFolder();
  const ended = Promise.withResolvers<void>();
  keepService({
    ...serviceOptionsIn(folder),
    entry: new URL("file:///nowhere/at-all.mjs"),
    onEnd: (_end, recovery) => {
      void recovery.then((outcome) => {
        ends.push(outcome);
        ended.resolve();
      });
    },
  });
  await ended.promise;
  expect(ends).toEqual([{ kind: "not-started" }]);
});

test.each<Recovery>([
  { kind: "not-started" },
  { kind: "no-case" },
  { kind: "opened", path: "/cases/lake.sourceline" },
  { kind: "not-opened", path: "/cases/lake.sourceline", failure: new Error("It is gone.") },
  { kind: "ended-opening", path: "/cases/lake.sourceline" },
  { kind: "left-closed", path: "/cases/lake.sourceline" },
])("of $kind a person is told in whole sentences", (recovery) => {
  const { message, detail } = recoveryInWords(recovery);
  expect(message).toMatch(/^The workbench [a-z ,]+$/);
  expect(detail).toMatch(/^[A-Z].*\.$/);
});
