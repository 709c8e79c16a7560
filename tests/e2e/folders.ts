import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folders of a workbench's own, so that no spec meets what another left behind. */
export interface Folders {
  cases: string;
  settings: string;
  /** What a host is told of them. */
  environment: Record<string, string>;
  remove(): Promise<void>;
}

export async function makeFolders(): Promise<Folders> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "sourceline-e2e-")));
  const cases = join(root, "cases");
  const settings = join(root, "settings");
  await mkdir(cases);
  await mkdir(settings);
  return {
    cases,
    settings,
    environment: { SOURCELINE_CASES: cases, SOURCELINE_SETTINGS: settings },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
