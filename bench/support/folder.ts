import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWorkbench, type WorkbenchService } from "#electron/workbench/workbench.ts";
import { buildDemonstration } from "#seeds/demonstration.ts";

/** Does something in a folder of its own and removes the folder, however it ended. */
export async function inFolder<Result>(act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "sourceline-bench-"));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The folders of a workbench within a folder. */
export function foldersIn(folder: string): { settingsFolder: string; casesFolder: string } {
  return { settingsFolder: path.join(folder, "settings"), casesFolder: path.join(folder, "cases") };
}

/** A workbench in this very thread. */
export function workbenchIn(folder: string): WorkbenchService {
  return createWorkbench({
    host: "command",
    version: "0.0.0",
    ...foldersIn(folder),
    demonstration: buildDemonstration,
    reportDefect: (error) => {
      throw error;
    },
  });
}

/** Makes the demonstration case and gives its path. */
export async function makeDemonstration(folder: string): Promise<string> {
  const workbench = workbenchIn(folder);
  try {
    return (await workbench.client.cases.openDemonstration()).path;
  } finally {
    await workbench.close();
  }
}
