import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll } from "vitest";
import { createWorkbench } from "#electron/workbench/workbench.ts";
import { buildDemonstration } from "#seeds/demonstration.ts";

/** The demonstration as a fresh workbench makes it, made once for all stories of a spec; most begin with it. */
let made: Promise<string> | null = null;

afterAll(async () => {
  if (made) await rm(dirname(await made), { recursive: true, force: true });
});

/** Puts the demonstration into the folder of a workbench that was not started yet, as if it had been made there before. */
export async function putDemonstration(casesFolder: string): Promise<void> {
  made ??= make();
  const path = await made;
  await copyFile(path, join(casesFolder, basename(path)));
}

async function make(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "sourceline-demonstration-"));
  const workbench = createWorkbench({
    host: "command",
    version: "0.0.0",
    settingsFolder: join(root, "settings"),
    casesFolder: root,
    demonstration: buildDemonstration,
    reportDefect: (error) => console.error(error),
  });
  try {
    return (await workbench.client.cases.openDemonstration()).path;
  } finally {
    await workbench.close();
  }
}
