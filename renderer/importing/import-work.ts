import { useSyncExternalStore } from "react";
import type { FieldMapping, ImportReport, TableReference } from "#domain/contract/articles.ts";
import { finish, type Progress } from "#domain/contract/base.ts";
import type { PickedFiles } from "#domain/contract/shell.ts";
import { shell } from "../shell.ts";
import { say } from "../toasts.ts";
import { workbench } from "../workbench.ts";
import { words } from "./words.ts";

/** What the one import of the page is at: importing goes on while the person is elsewhere. */
export type ImportState =
  | { stage: "none" }
  /** The person is choosing files, or the files are on their way to where they can be read. */
  | { stage: "preparing" }
  | { stage: "running"; work: string; progress: Progress | null; isHeld: boolean; isStopping: boolean }
  | { stage: "finished"; report: ImportReport }
  /** A table of which the person says which column is what. */
  | { stage: "mapping"; table: TableReference }
  | { stage: "failed"; error: unknown };

let state: ImportState = { stage: "none" };
const listeners = new Set<() => void>();

export function useImport(): ImportState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Asks for files and brings them in. */
export function importChosen(): Promise<void> {
  return run(() => shell.pickArticles());
}

/** Asks for a folder and brings in what is in it. */
export function importFolder(): Promise<void> {
  return run(() => shell.pickFolder());
}

/** Brings in files that were dropped on the page. `gather` is called at once, while the drop can still be asked. */
export function importDropped(gather: () => Promise<File[]>): Promise<void> {
  return run(async () => shell.takeDropped(await gather()));
}

/** Brings in a table, with what the person said of its columns. */
export function importTable(table: TableReference, mapping: FieldMapping): Promise<void> {
  const picked: PickedFiles =
    "path" in table
      ? { kind: "paths", paths: [table.path] }
      : { kind: "uploads", uploads: [{ id: table.upload, name: table.name }] };
  return run(async () => picked, mapping);
}

/** Asks which column of a table is what. */
export function askForMapping(table: TableReference): void {
  become({ stage: "mapping", table });
}

/** Holds the import, or lets it go on. */
export async function holdOrGoOn(): Promise<void> {
  if (state.stage !== "running") return;
  const { work, isHeld } = state;
  become({ ...state, isHeld: !isHeld });
  await (isHeld ? workbench.work.resume({ work }) : workbench.work.pause({ work }));
}

/** Stops the import; what is done stays, whole, and the report says what that is. */
export async function stopImport(): Promise<void> {
  if (state.stage !== "running") return;
  become({ ...state, isStopping: true, isHeld: false });
  await workbench.work.stop({ work: state.work });
}

/** Puts the report away. */
export function closeImport(): void {
  if (!isBusy(state)) become({ stage: "none" });
}

/** Whether an import is under way, so that neither another can begin nor this one be put away. */
export function isBusy({ stage }: ImportState): boolean {
  return stage === "preparing" || stage === "running";
}

async function run(pick: () => Promise<PickedFiles | null>, mapping?: FieldMapping): Promise<void> {
  if (isBusy(state)) {
    say(words.busy);
    return;
  }
  const before = state;
  const work = crypto.randomUUID();
  try {
    become({ stage: "preparing" });
    const picked = await pick();
    if (picked === null) {
      become(before);
      return;
    }
    become({ stage: "running", work, progress: null, isHeld: false, isStopping: false });
    const options = { work, ...(mapping ? { mapping } : {}) };
    const steps =
      picked.kind === "paths"
        ? await workbench.articles.importPaths({ paths: picked.paths, ...options })
        : await workbench.articles.importUploads({ uploads: picked.uploads, ...options });
    const report = await finish(steps, (progress) => {
      if (state.stage === "running") become({ ...state, progress });
    });
    become({ stage: "finished", report });
  } catch (error) {
    become({ stage: "failed", error });
  }
}

function become(next: ImportState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
