import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkbenchService } from "#electron/workbench/workbench.ts";
import { rowsOfCase } from "../../support/rows.ts";
import { workbenchIn } from "../../support/workbench.ts";
import { obey, type RandomCommand, randomCommands } from "./random-commands.ts";

const RUNS = 1_000;

let folder: string;
let workbench: WorkbenchService;
let template: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sourceline-undo-"));
  workbench = workbenchIn(folder);
  template = (await workbench.client.cases.create({ name: "Template" })).path;
  await workbench.client.cases.close();
});

afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Articles and a claim to begin with, so that hardly a random command finds nothing to do. */
const beginning: RandomCommand[] = [
  { kind: "importText", pick: 0, other: 0, words: "one" },
  { kind: "importText", pick: 2, other: 0, words: "two" },
  { kind: "makeClaim", pick: 0, other: 4, words: "first" },
];

/** Runs something `count` times at most, until there is nothing left to do. */
async function times(count: number, step: () => Promise<unknown>): Promise<number> {
  for (let done = 0; done < count; done++) {
    try {
      await step();
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "NOTHING_TO_UNDO") return done;
      throw error;
    }
  }
  return count;
}

test(`undo, restart, undo more, redo all: the case equals itself, row for row (${RUNS} random runs)`, {
  timeout: 900_000,
}, async () => {
  const { client } = workbench;
  const empty = rowsOfCase(template);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(randomCommands(24), fc.nat(30), async (commands, first) => {
      const file = path.join(folder, `run-${run++}.sourceline`);
      copyFileSync(template, file);
      await client.cases.open({ path: file });
      for (const command of [...beginning, ...commands]) await obey(client, command);
      // What a random undo among the commands left to redo is part of the state: a redo of all goes back past it.
      await times(Number.POSITIVE_INFINITY, () => client.history.redo());
      await client.cases.close();
      const before = rowsOfCase(file);

      await client.cases.open({ path: file });
      const undone = await times(first, () => client.history.undo());
      await client.cases.close();
      await client.cases.open({ path: file });
      const undoneLater = await times(Number.POSITIVE_INFINITY, () => client.history.undo());
      await client.cases.close();
      expect(rowsOfCase(file)).toEqual(empty);

      await client.cases.open({ path: file });
      const redone = await times(Number.POSITIVE_INFINITY, () => client.history.redo());
      await client.cases.close();
      expect(redone).toBe(undone + undoneLater);
      expect(rowsOfCase(file)).toEqual(before);
      rmSync(file);
    }),
    { numRuns: RUNS },
  );
});

test("forty steps back, a restart, ten more, and all of it again", async () => {
  const { client } = workbench;
  const file = path.join(folder, "forty.sourceline");
  copyFileSync(template, file);
  await client.cases.open({ path: file });
  await obey(client, { kind: "importText", pick: 0, other: 0, words: "" });
  for (let number = 0; number < 60; number++) {
    await obey(client, { kind: "makeClaim", pick: number, other: number, words: `number ${number}` });
  }
  await client.cases.close();
  const before = rowsOfCase(file);
  expect(before.claim).toHaveLength(60);

  await client.cases.open({ path: file });
  expect(await times(40, () => client.history.undo())).toBe(40);
  await client.cases.close();
  expect(rowsOfCase(file).claim).toHaveLength(20);
  await client.cases.open({ path: file });
  expect(await times(10, () => client.history.undo())).toBe(10);
  expect((await client.claims.list({})).total).toBe(10);
  expect(await times(1_000, () => client.history.redo())).toBe(50);
  await client.cases.close();
  expect(rowsOfCase(file)).toEqual(before);
});
