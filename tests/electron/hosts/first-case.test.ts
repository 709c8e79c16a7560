import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFirstCase } from "#electron/hosts/first-case.ts";
import { temporaryWorkbench } from "../../support/workbench.ts";

test("a start opens the demonstration for a newcomer, and for others the case that was open last", async () => {
  const { client } = temporaryWorkbench();
  const said: string[] = [];
  const begin = async () => {
    await openFirstCase(client, (sentence) => said.push(sentence));
    const opened = (await client.cases.current())?.path ?? null;
    if (opened !== null) await client.cases.close();
    return opened;
  };
  const demonstration = await begin();
  expect(demonstration).toMatch(/Demonstration\.sourceline$/);
  const { path } = await client.cases.create({ name: "Port" });
  await client.cases.close();
  expect(await begin()).toBe(path);

  // A case that is gone is not waited for, and one that cannot be opened is spoken of.
  rmSync(path);
  expect(await begin()).toBe(demonstration);
  expect(said).toEqual([]);
  writeFileSync(demonstration ?? "", "no case any more");
  expect(await begin()).toBeNull();
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("Demonstration.sourceline");
});
