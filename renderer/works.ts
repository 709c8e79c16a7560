import { useSyncExternalStore } from "react";
import type { WorkbenchEvent } from "#domain/contract/application.ts";
import { sayFailure } from "./toasts.ts";
import { workbench } from "./workbench.ts";

/** A command on many things that is under way, whoever gave it. */
export interface WorkUnderWay {
  work: string;
  label: string;
  progress: { done: number; total: number };
  isStopping: boolean;
}

/** What is over sooner than this, in milliseconds, is not worth a word. */
const SHOWN_AFTER = 400;

let shown: readonly WorkUnderWay[] = [];
/** When works of which nothing is shown yet were first told of. */
const begun = new Map<string, number>();
const listeners = new Set<() => void>();

/** Takes in what the workbench tells of a work. */
export function takeWork({ work, label, progress }: Extract<WorkbenchEvent, { kind: "work" }>): void {
  const standing = shown.find((other) => other.work === work);
  const others = shown.filter((other) => other !== standing);
  if (progress === null) {
    begun.delete(work);
    if (standing) become(others);
    return;
  }
  const since = begun.get(work) ?? performance.now();
  begun.set(work, since);
  if (standing) become(shown.map((other) => (other === standing ? { ...standing, progress } : other)));
  else if (performance.now() - since >= SHOWN_AFTER) become([...others, { work, label, progress, isStopping: false }]);
}

/** Forgets all works: of what goes on after a lost connection it is told anew. */
export function forgetWorks(): void {
  begun.clear();
  if (shown.length > 0) become([]);
}

/** Ends a work where it is; what is done by then stays, and Undo takes it back. */
export async function stopWork(work: string): Promise<void> {
  markStopping(work, true);
  try {
    await workbench.work.stop({ work });
  } catch (error) {
    // It goes on, and can be asked to stop again.
    markStopping(work, false);
    sayFailure(error);
  }
}

function markStopping(work: string, isStopping: boolean): void {
  become(shown.map((other) => (other.work === work ? { ...other, isStopping } : other)));
}

export function useWorks(): readonly WorkUnderWay[] {
  return useSyncExternalStore(subscribe, () => shown);
}

function become(next: readonly WorkUnderWay[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
