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
/** Works that were told of and are not shown yet, each with what is to show it. */
const begun = new Map<string, { latest: WorkUnderWay; timer: ReturnType<typeof setTimeout> }>();
const listeners = new Set<() => void>();

/** Takes in what the workbench tells of a work. */
export function takeWork({ work, label, progress }: Extract<WorkbenchEvent, { kind: "work" }>): void {
  const known = begun.get(work);
  if (progress === null) {
    dropBegun(work);
    become(shown.filter((other) => other.work !== work));
  } else if (known) known.latest = { ...known.latest, progress };
  else if (shown.some((other) => other.work === work)) {
    become(shown.map((other) => (other.work === work ? { ...other, progress } : other)));
  } else {
    // It may be long before more is told of it.
    const timer = setTimeout(() => showBegun(work), SHOWN_AFTER);
    begun.set(work, { latest: { work, label, progress, isStopping: false }, timer });
  }
}

function showBegun(work: string): void {
  const known = begun.get(work);
  dropBegun(work);
  if (known) become([...shown, known.latest]);
}

function dropBegun(work: string): void {
  clearTimeout(begun.get(work)?.timer);
  begun.delete(work);
}

/** Forgets all works: of what goes on after a lost connection it is told anew. */
export function forgetWorks(): void {
  for (const work of begun.keys()) dropBegun(work);
  become([]);
}

/**
 * Ends a work where it is. Of a command on many things what is done by then stays, and Undo takes it back; of the opening of a
 * case nothing is left: it is closed again with all that it held.
 */
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
  if (next.length === 0 && shown.length === 0) return;
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
