import { useSyncExternalStore } from "react";
import type { ImportReport } from "#domain/contract/articles.ts";
import { finish, type Progress } from "#domain/contract/base.ts";
import type { PickedFiles } from "#domain/contract/shell.ts";
import { shell } from "../shell.ts";
import { workbench } from "../workbench.ts";

/** What the one import of the page is at: importing goes on while the person is elsewhere. */
export type ImportState =
  | { stage: "none" }
  | { stage: "running"; progress: Progress | null }
  | { stage: "finished"; report: ImportReport }
  /** A stopped import gives no report; what it had written by then is in the case. */
  | { stage: "stopped" }
  | { stage: "failed"; error: unknown };

let state: ImportState = { stage: "none" };
let abort = new AbortController();
const listeners = new Set<() => void>();

export function useImport(): ImportState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Asks for files and brings them in. */
export function importChosen(): Promise<void> {
  return run(() => shell.pickArticles());
}

/** Brings in files that were dropped on the page. */
export function importDropped(files: File[]): Promise<void> {
  return run(() => shell.takeDropped(files));
}

/** Stops the import; what is done stays, whole. */
export function cancelImport(): void {
  abort.abort();
}

/** Puts the report away. */
export function closeImport(): void {
  if (state.stage !== "running") become({ stage: "none" });
}

async function run(pick: () => Promise<PickedFiles | null>): Promise<void> {
  if (state.stage === "running") return;
  abort = new AbortController();
  const { signal } = abort;
  try {
    const picked = await pick();
    if (picked === null) return;
    become({ stage: "running", progress: null });
    const work =
      picked.kind === "paths"
        ? await workbench.articles.importPaths({ paths: picked.paths }, { signal })
        : await workbench.articles.importUploads({ uploads: picked.uploads }, { signal });
    const report = await finish(work, (progress) => become({ stage: "running", progress }));
    become({ stage: "finished", report });
  } catch (error) {
    become(signal.aborted ? { stage: "stopped" } : { stage: "failed", error });
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
