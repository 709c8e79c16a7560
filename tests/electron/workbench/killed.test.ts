import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import { temporaryFolder, workbenchIn } from "../../support/workbench.ts";

const KILLS = 200;

/** The longest that a run goes on after its first acknowledged command, in milliseconds. */
const LONGEST = 60;

test(`killed at ${KILLS} random moments, a tagging run loses nothing that was acknowledged`, {
  timeout: 900_000,
}, async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "killed.sourceline");
  const workbench = workbenchIn(folder);
  const { client } = workbench;
  await client.cases.create({ name: "Killed", path: file });
  await client.articles.importText({
    text: "The post at Tamba came under fire before dawn on Sunday, residents said.".repeat(2),
  });
  await client.cases.close();

  let acknowledged = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const said = await killedRun(folder, file, Math.random() * LONGEST);
    acknowledged += said.length;

    await client.cases.open({ path: file });
    const journal = new Map<number, string[]>();
    for (const entry of (await client.history.list({ limit: 1_000 })).rows) {
      journal.set(
        entry.sequence,
        entry.rows.map((row) => row.id),
      );
    }
    for (const { sequence, claimId } of said) {
      const rows = journal.get(sequence);
      expect(rows, `entry ${sequence} was acknowledged before kill ${kill}`).toBeDefined();
      const touched =
        rows?.includes(claimId) ||
        (await client.claims.get({ id: claimId })).assessments.some(({ id }) => rows?.includes(id));
      expect(touched, `entry ${sequence} made claim ${claimId}`).toBe(true);
    }
    // The check of the whole case grows with the journal; the head of the chain is looked at each time.
    if (kill % 20 === 19) expect(await finish(await client.cases.check())).toMatchObject({ clean: true, findings: [] });
    await client.cases.close();
  }
  expect(acknowledged).toBeGreaterThan(KILLS);
  await client.cases.open({ path: file });
  expect(await finish(await client.cases.check())).toMatchObject({ clean: true, findings: [] });
  await workbench.close();
});

/** Starts a tagging run, kills it some time after its first acknowledgement, and gives what it had said by then. */
async function killedRun(
  folder: string,
  file: string,
  after: number,
): Promise<{ sequence: number; claimId: string }[]> {
  const worker = path.join(import.meta.dirname, "tagging-worker.ts");
  const child = spawn(process.execPath, [worker, folder, file], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  await once(child.stdout, "data");
  await pause(after);
  child.kill("SIGKILL");
  await once(child, "close");
  // A line that was cut off was not said.
  const whole = output.slice(0, output.lastIndexOf("\n") + 1);
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [sequence, claimId = ""] = line.split(" ");
      return { sequence: Number(sequence), claimId };
    });
}
