import { useSyncExternalStore } from "react";
import type { FieldMapping, ImportReport, TableReference } from "#domain/contract/articles.ts";
import { finish, type Progress } from "#domain/contract/base.ts";
import type { GoesOn, PickedFiles } from "#domain/contract/shell.ts";
import { shell } from "../shell.ts";
import { say } from "../toasts.ts";
import { workbench } from "../workbench.ts";
import type { Dropped } from "./dropped-files.ts";
import { words } from "./words.ts";

/** What the one import of the page is at: importing goes on while the person is elsewhere. */
export type ImportState =
  | { stage: "none" }
  /** The person is choosing files, or the files are on their way to where they can be read; null before they are. */
  | { stage: "preparing"; progress: Progress | null; isStopping: boolean }
  | { stage: "running"; work: string; progress: Progress | null; isHeld: boolean; isStopping: boolean }
  /** What came of it; `earlier` are the reports of what it followed up, the latest first. */
  | { stage: "finished"; report: ImportReport; earlier: readonly ImportReport[] }
  /** A table of which the person says which column is what, and the reports that it was chosen from, the latest first. */
  | { stage: "mapping"; table: TableReference; earlier: readonly ImportReport[] }
  | { stage: "failed"; error: unknown; earlier: readonly ImportReport[] };

let state: ImportState = { stage: "none" };
let isFolded = false;
const listeners = new Set<() => void>();

export function useImport(): ImportState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Whether the import is folded away, so that it covers nothing; it goes on meanwhile. */
export function useFolded(): boolean {
  return useSyncExternalStore(subscribe, () => isFolded);
}

/** Folds the import away. */
export function foldImport(): void {
  isFolded = true;
  tellAll();
}

/** Shows the import that was folded away. */
export function unfoldImport(): void {
  isFolded = false;
  tellAll();
}

/** Asks for files and brings them in. */
export function importChosen(): Promise<void> {
  return run((goesOn) => shell.pickArticles(goesOn));
}

/** Asks for a folder and brings in what is in it. */
export function importFolder(): Promise<void> {
  return run((goesOn) => shell.pickFolder(goesOn));
}

/** Brings in files that were dropped on the page. `gather` is called at once, while the drop can still be asked. */
export function importDropped(gather: (found: (files: number) => boolean) => Promise<Dropped>): Promise<void> {
  return run(async (goesOn) => {
    const { files, refused } = await gather((found) => goesOn({ done: found, total: null, what: "" }));
    const picked = await shell.takeDropped(files, goesOn);
    return picked.kind === "uploads" ? { ...picked, refused: [...refused, ...picked.refused] } : picked;
  });
}

/** Brings in a table, with what the person said of its columns. */
export function importTable(table: TableReference, mapping: FieldMapping): Promise<void> {
  const picked: PickedFiles =
    "path" in table
      ? { kind: "paths", paths: [table.path] }
      : { kind: "uploads", uploads: [{ id: table.upload, name: table.name }], refused: [] };
  return run(async () => picked, mapping);
}

/** Asks which column of a table is what. */
export function askForMapping(table: TableReference): void {
  unfoldImport();
  if (state.stage === "finished") become({ stage: "mapping", table, earlier: [state.report, ...state.earlier] });
}

/** Goes back to the report that the table was chosen from, or that this import followed up. */
export function backToReport(): void {
  if (state.stage !== "mapping" && state.stage !== "finished" && state.stage !== "failed") return;
  const [report, ...earlier] = state.earlier;
  become(report ? { stage: "finished", report, earlier } : { stage: "none" });
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
  if (state.stage === "preparing") become({ ...state, isStopping: true });
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

async function run(pick: (goesOn: GoesOn) => Promise<PickedFiles | null>, mapping?: FieldMapping): Promise<void> {
  if (isBusy(state)) {
    say(words.busy);
    return;
  }
  const before = state;
  const earlier = before.stage === "mapping" ? before.earlier : [];
  const work = crypto.randomUUID();
  let isStopped = false;
  const goesOn = (progress: Progress) => {
    if (state.stage === "preparing") {
      isStopped ||= state.isStopping;
      become({ ...state, progress });
    }
    return !isStopped;
  };
  try {
    if (before.stage !== "mapping") unfoldImport();
    become({ stage: "preparing", progress: null, isStopping: false });
    const picked = await pick(goesOn);
    isStopped ||= state.stage === "preparing" && state.isStopping;
    if (isStopped && picked?.kind === "uploads") {
      await workbench.articles.dropUploads({ ids: picked.uploads.map(({ id }) => id) });
    }
    if (picked === null || isStopped) {
      become(before);
      if (isStopped) say(words.stoppedBefore);
      return;
    }
    become({ stage: "running", work, progress: null, isHeld: false, isStopping: false });
    const options = { work, ...(mapping ? { mapping } : {}) };
    const steps =
      picked.kind === "paths"
        ? await workbench.articles.importPaths({ paths: picked.paths, ...options })
        : await workbench.articles.importUploads({ uploads: picked.uploads, refused: picked.refused, ...options });
    const report = await finish(steps, (progress) => {
      if (state.stage === "running") become({ ...state, progress });
    });
    become({ stage: "finished", report, earlier });
  } catch (error) {
    become({ stage: "failed", error, earlier });
  }
}

function become(next: ImportState): void {
  state = next;
  tellAll();
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
