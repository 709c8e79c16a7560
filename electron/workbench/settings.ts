import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as z from "zod";
import { Preferences } from "#domain/contract/application.ts";
import { Problem } from "#domain/problems.ts";
import { asProblem, guarded } from "../store/failures.ts";

const Recent = z.object({ path: z.string(), name: z.string(), openedAt: z.string() });
const Stored = z.object({ preferences: Preferences, recent: z.array(Recent) });
type Stored = z.infer<typeof Stored>;

/** How many recent cases are remembered. */
const RECENT_KEPT = 30;

/** What is remembered outside any case: preferences and recent cases. A file that cannot be read is begun anew. */
export class Settings {
  readonly #file: string;
  #stored: Stored;

  constructor(folder: string) {
    this.#file = path.join(folder, "settings.json");
    this.#stored = this.#read();
  }

  get preferences(): Preferences {
    return this.#stored.preferences;
  }

  get recent(): readonly z.infer<typeof Recent>[] {
    return this.#stored.recent;
  }

  prefer(change: Partial<Preferences>): Preferences {
    const { preferences } = this.#stored;
    const layout = { ...preferences.layout, ...change.layout };
    guarded(this.#file, () => this.#write({ ...this.#stored, preferences: { ...preferences, ...change, layout } }));
    return this.preferences;
  }

  remember(file: string, name: string): void {
    const others = this.#stored.recent.filter((recent) => recent.path !== file);
    const recent = [{ path: file, name, openedAt: new Date().toISOString() }, ...others].slice(0, RECENT_KEPT);
    this.#writeIfPossible({ ...this.#stored, recent });
  }

  forget(file: string): void {
    this.#writeIfPossible({ ...this.#stored, recent: this.#stored.recent.filter((recent) => recent.path !== file) });
  }

  #read(): Stored {
    try {
      return Stored.parse(JSON.parse(readFileSync(this.#file, "utf8")));
    } catch {
      return { preferences: { author: loginName(), theme: "system", layout: {} }, recent: [] };
    }
  }

  /** Recent cases are a convenience: a disk that is full or locked is no reason to refuse the case itself. */
  #writeIfPossible(stored: Stored): void {
    try {
      this.#write(stored);
    } catch (error) {
      if (!(asProblem(error, this.#file) instanceof Problem)) throw error;
      this.#stored = stored;
    }
  }

  #write(stored: Stored): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const unfinished = `${this.#file}.${process.pid}.unfinished`;
    try {
      writeFileSync(unfinished, JSON.stringify(stored, null, 2));
      renameSync(unfinished, this.#file);
    } finally {
      rmSync(unfinished, { force: true });
    }
    this.#stored = stored;
  }
}

/** Accounts without a name exist (containers, some directory services); work is then signed as “Analyst”. */
function loginName(): string {
  try {
    return os.userInfo().username || "Analyst";
  } catch {
    return "Analyst";
  }
}
