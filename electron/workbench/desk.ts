import { mkdirSync } from "node:fs";
import path from "node:path";
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
import { newId } from "./ids.ts";
import { describeOpen } from "./open-case.ts";
import { Opening } from "./opening.ts";
import { Settings } from "./settings.ts";
import { Works } from "./works.ts";

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
  /** Is told the path of each case that begins to be opened, and null when that is over. One is opened at a time. */
  tellOpening?: (place: string | null) => void;
}

/** At most this many ids are told with a change; whoever listens asks anew where there are more. */
const IDS_TOLD = 500;

/** What all procedures share: the open case, the person's settings, and who is listening. */
export class Desk {
  readonly options: WorkbenchOptions;
  readonly settings: Settings;
  readonly files = new FilesInPassing();
  readonly works = new Works();
  readonly events = new EventPublisher<{ event: WorkbenchEvent }>();
  readonly opening: Opening;
  #file: CaseFile | null = null;

  constructor(options: WorkbenchOptions) {
    this.options = options;
    mkdirSync(options.settingsFolder, { recursive: true });
    this.settings = new Settings(options.settingsFolder);
    this.opening = new Opening((place) => options.tellOpening?.(place));
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

  /**
   * Puts another case on the desk, or none, and tells everybody; the one before is closed. That it could not be closed in
   * order is no failure of the new one: its log stays beside it and is taken in when it is opened again. A case that is still
   * being opened is not wanted any more.
   */
  put(file: CaseFile | null): void {
    this.opening.stop();
    const before = this.#file;
    this.#file = file;
    this.events.publish("event", { kind: "case", current: file && describeOpen(file) });
    try {
      before?.close();
    } catch (error) {
      this.options.reportDefect(error, newId());
    }
  }

  /** Throws where another case has come to the desk since long work on `file` began. */
  mustStillBe(file: CaseFile): void {
    if (this.#file === file) return;
    const what = this.#file ? "Another case was opened" : "The case was closed";
    throw new Problem("CONFLICT", `${what} meanwhile, so this stopped. What was done by then stays.`, {});
  }

  /**
   * Refuses to read the open case as if it were some other file. That is not only pointless: when a process closes a file
   * that it has open a second time, the operating system takes the lock of the first away. The same is true of a case that is
   * being opened.
   */
  refuseOpenCase(place: string): void {
    if (!this.#file?.isAt(place) && !this.opening.holds(place)) return;
    const name = path.basename(place);
    throw new Problem("UNREADABLE_FILE", `“${name}” is a case that is open here. Choose another file.`, { name });
  }

  /**
   * Runs a command of the person who works here, tells everybody what changed, and gives what the command gave. A part of
   * long work names the case that the work began with, and the work.
   */
  run<Result extends object>(
    label: string,
    command: (transaction: Transaction) => Result,
    partOf: { file: CaseFile; work: string | null } = { file: this.file, work: null },
  ): Result & Done {
    this.mustStillBe(partOf.file);
    const { result, entry } = partOf.file.journal.run(this.author, label, command, partOf.work);
    if (entry) this.tell(entry);
    return { ...result, sequence: entry?.sequence ?? null };
  }

  /** Tells everybody who listens what an entry changed. */
  tell(entry: Entry): void {
    const { sequence, label, work, changes } = entry;
    const tables = [...new Set(changes.map((change) => change.table))];
    const ids = changes.slice(0, IDS_TOLD).map((change) => change.id);
    this.events.publish("event", { kind: "changed", sequence, label, work, tables, ids });
  }
}
