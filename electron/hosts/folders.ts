import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import envPaths from "env-paths";

/** Where a host keeps things if nobody says otherwise. */
export interface StandardFolders {
  /** Preferences, recent cases and the log. */
  settings: string;
  /** New cases. */
  cases: string;
}

/**
 * The folders of this person on this machine. `SOURCELINE_SETTINGS` and `SOURCELINE_CASES` put others in their place, for
 * shared machines and for tests.
 */
export function standardFolders(environment: NodeJS.ProcessEnv = process.env): StandardFolders {
  return {
    settings: environment.SOURCELINE_SETTINGS || envPaths("Sourceline", { suffix: "" }).config,
    cases: environment.SOURCELINE_CASES || path.join(documentsFolder(), "Sourceline"),
  };
}

function documentsFolder(): string {
  const documents = path.join(os.homedir(), "Documents");
  return existsSync(documents) ? documents : os.homedir();
}
