import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import { createWorkbench } from "#electron/workbench/workbench.ts";
import { buildDemonstration } from "#seeds/demonstration.ts";
import { temporaryFolder } from "../../support/workbench.ts";

function workbenchWithDemonstration() {
  const folder = temporaryFolder();
  const opened: (string | null)[] = [];
  const workbench = createWorkbench({
    host: "command",
    version: "0.0.0",
    settingsFolder: path.join(folder, "settings"),
    casesFolder: path.join(folder, "cases"),
    demonstration: buildDemonstration,
    reportDefect: (error) => {
      throw error;
    },
    tellOpening: (place) => opened.push(place),
  });
  onTestFinished(() => workbench.close());
  return { ...workbench, opened };
}

test("the demonstration is seen by nobody before it is whole", async () => {
  const { client } = workbenchWithDemonstration();
  const seen = new Set<string>();
  const opening = client.cases.openDemonstration();
  let isOpen = false;
  void opening.then(() => {
    isOpen = true;
  });
  while (!isOpen) {
    const current = await client.cases.current();
    if (current) seen.add(`${current.fileName} ${current.counts.articles}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect([...seen].filter((one) => one !== "Demonstration.sourceline 12")).toEqual([]);
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test("two who ask for the demonstration at once are given the same", async () => {
  const { client, opened } = workbenchWithDemonstration();
  const [one, other] = await Promise.all([client.cases.openDemonstration(), client.cases.openDemonstration()]);
  expect(one.path).toBe(other.path);
  // Its opening is told as that of any case.
  expect(opened).toEqual([one.path, null]);
  expect((await client.cases.recent()).map(({ name }) => name)).toEqual(["The lake week (demonstration)"]);
});
