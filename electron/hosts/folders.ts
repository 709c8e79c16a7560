import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from "node:fs";
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

/**
 * The same, with settings that can be written: where they cannot, they are kept in a temporary folder, and that is said. A
 * person whose home is locked can still work on a case that lies elsewhere.
 */
export function usableFolders(folders: StandardFolders, say: (sentence: string) => void): StandardFolders {
  const { settings } = folders;
  try {
    mkdirSync(settings, { recursive: true });
    accessSync(settings, constants.W_OK);
    return folders;
  } catch {
    const temporary = mkdtempSync(path.join(os.tmpdir(), "sourceline-settings-"));
    say(
      `Nothing can be written to “${settings}”, so what you set and the list of recent cases are kept in “${temporary}” this time. Set SOURCELINE_SETTINGS to a folder of yours to keep them.`,
    );
    return { ...folders, settings: temporary };
  }
}

function documentsFolder(): string {
  const documents = path.join(os.homedir(), "Documents");
  return existsSync(documents) ? documents : os.homedir();
}
