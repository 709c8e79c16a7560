import { mkdirSync } from "node:fs";
import { EventPublisher } from "@orpc/server";
import type { WorkbenchEvent } from "#domain/contract/application.ts";
import type { Done } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import type { Entry } from "#domain/journal/change.ts";
import { Problem } from "#domain/problems.ts";
import type { CaseFile } from "../store/case-file.ts";
import type { Transaction } from "../store/journal.ts";
import type { Readable } from "../store/readable.ts";
import { FilesInPassing } from "./files.ts";
import { Settings } from "./settings.ts";

/** Where a workbench runs and what it needs from its host. */
export interface WorkbenchOptions {
  host: "desktop" | "local" | "command";
  version: string;
  /** Where preferences and the list of recent cases are kept. */
  settingsFolder: string;
  /** Where new cases go if nothing else is said. */
  casesFolder: string;
  /** Fills a new case as the demonstration; it is given the workbench itself. */
  demonstration: (client: Workbench) => Promise<void>;
  /** Is told of every unexpected failure, with the id under which a person may ask after it. */
  reportDefect: (error: unknown, id: string) => void;
}

/** At most this many ids are told with a change; whoever listens asks anew where there are more. */
const IDS_TOLD = 500;

/** What all procedures share: the open case, the person's settings, and who is listening. */
export class Desk {
  readonly options: WorkbenchOptions;
  readonly settings: Settings;
  readonly files = new FilesInPassing();
  readonly events = new EventPublisher<{ event: WorkbenchEvent }>();
  #file: CaseFile | null = null;

  constructor(options: WorkbenchOptions) {
    this.options = options;
    mkdirSync(options.settingsFolder, { recursive: true });
    this.settings = new Settings(options.settingsFolder);
  }

  /** The open case. Throws a problem where none is open. */
  get file(): CaseFile {
    if (!this.#file) throw new Problem("NO_CASE", "No case is open. Open one, or make a new one.", {});
    return this.#file;
  }

  /** The open case, or null. */
  get fileIfOpen(): CaseFile | null {
    return this.#file;
  }

  get readable(): Readable {
    return this.file.readable;
  }

  get author(): string {
    return this.settings.preferences.author;
  }

  /** Puts another case on the desk, or none; the one before is closed. */
  put(file: CaseFile | null): void {
    const before = this.#file;
    this.#file = file;
    before?.close();
  }

  /** Runs a command of the person who works here, tells everybody what changed, and gives what the command gave. */
  run<Result extends object>(label: string, command: (transaction: Transaction) => Result): Result & Done {
    const { result, entry } = this.file.journal.run(this.author, label, command);
    if (entry) this.tell(entry);
    return { ...result, sequence: entry?.sequence ?? null };
  }

  /** Tells everybody who listens what an entry changed. */
  tell(entry: Entry): void {
    const { sequence, label, changes } = entry;
    const tables = [...new Set(changes.map((change) => change.table))];
    const ids = changes.slice(0, IDS_TOLD).map((change) => change.id);
    this.events.publish("event", { kind: "changed", sequence, label, tables, ids });
  }
}
