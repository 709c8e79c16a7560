import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { finish, type Progress } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { proseOf, randomFrom } from "../../domain/likeness/corpus.ts";
import { refusal, temporaryWorkbench } from "../../support/workbench.ts";

/** A case with so much in it that exchanging it takes many turns, exported as JSON and as a report. */
async function exportedCase() {
  const { client, folder } = temporaryWorkbench();
  await client.cases.create({ name: "Much" });
  const random = randomFrom(3);
  for (let number = 0; number < 12; number++) {
    const text = proseOf(8_000, random);
    const { articleId } = await client.articles.importText({ text, fields: { title: `Article ${number}` } });
    const content = [{ start: 0, end: 20 }];
    await client.claims.create({
      fields: { statement: `Claim ${number}` },
      attribution: { articleId: articleId ?? "", content },
    });
  }
  const json = await exportTo(client, "json", path.join(folder, "much.json"));
  const html = await exportTo(client, "html", path.join(folder, "much.html"));
  return { client, folder, json, html };
}

async function exportTo(client: Workbench, format: "json" | "html", place: string): Promise<string> {
  const { id } = await finish(await client.exports.render({ format }));
  await client.exports.write({ id, path: place });
  return place;
}

test("making a case from an export tells how far it has come, and answers others meanwhile", async () => {
  const { client, folder, json } = await exportedCase();
  const told: Progress[] = [];
  let isOver = false;
  const making = finish(
    await client.cases.createFromJson({ file: json, path: path.join(folder, "again.sourceline") }),
    (progress) => told.push(progress),
  ).finally(() => {
    isOver = true;
  });
  expect((await client.articles.list({})).total).toBe(12);
  expect(isOver).toBe(false);
  expect(await making).toMatchObject({ name: "Much", counts: { articles: 12, claims: 12 } });
  expect(told.length).toBeGreaterThan(0);
});

test("a case that was stopped while it was made from an export leaves nothing, and the open one stays open", async () => {
  const { client, folder, json } = await exportedCase();
  const { path: before } = (await client.cases.current()) ?? { path: "" };
  const making = await client.cases.createFromJson({ file: json, path: path.join(folder, "again.sourceline") });
  await making.next();
  await making.return?.(undefined);
  await expect.poll(() => readdirSync(folder).filter((name) => name.startsWith("again"))).toEqual([]);
  expect(await client.cases.current()).toMatchObject({ path: before });
  const whole = await finish(
    await client.cases.createFromJson({ file: json, path: path.join(folder, "again.sourceline") }),
  );
  expect(existsSync(whole.path)).toBe(true);
});

test("of two cases that are made from an export at one place at once, one is made whole and the other refused", async () => {
  const { client, folder, json } = await exportedCase();
  const place = path.join(folder, "again.sourceline");
  const outcomes = await Promise.all(
    [json, json].map(async (file) => {
      try {
        return (await finish(await client.cases.createFromJson({ file, path: place }))).counts;
      } catch (error) {
        return error instanceof Error && "code" in error ? error.code : error;
      }
    }),
  );
  expect(outcomes).toContain("CASE_EXISTS");
  expect(outcomes).toContainEqual(expect.objectContaining({ articles: 12, claims: 12 }));
  expect(await client.cases.current()).toMatchObject({ path: place, counts: { articles: 12, claims: 12 } });
  expect((await finish(await client.cases.check())).clean).toBe(true);
  await client.cases.close();
  expect(readdirSync(folder).filter((name) => name.startsWith("again"))).toEqual(["again.sourceline"]);
});

test("holding a report against its case tells how far it has come, and stops when it is told to", async () => {
  const { client, json, html } = await exportedCase();
  for (const file of [json, html]) {
    const told: Progress[] = [];
    const report = await finish(await client.cases.checkReport({ file }), (progress) => told.push(progress));
    expect(report).toMatchObject({ clean: true, findings: [], checked: { articles: 12, passages: 12 } });
    expect(told.length).toBeGreaterThan(0);
    const stop = new AbortController();
    const work = await client.cases.checkReport({ file }, { signal: stop.signal });
    await work.next();
    stop.abort();
    await expect(finish(work)).rejects.toThrow();
  }
});

test("holding a report against its case ends where another case is opened meanwhile", async () => {
  const { client, json } = await exportedCase();
  const work = await client.cases.checkReport({ file: json });
  await work.next();
  await client.cases.create({ name: "Another" });
  expect((await refusal(finish(work))).code).toBe("CONFLICT");
});
