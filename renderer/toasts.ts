import { useSyncExternalStore } from "react";
import { isProblem, sentenceOf } from "./problems.ts";

/** A short word on what happened. */
export interface Toast {
  id: number;
  sentence: string;
  tone: "done" | "failed";
  action: { label: string; run: () => void } | null;
  /** Of these kinds only the latest is shown; null for what stands by itself. */
  kind: "history" | null;
}

const MOST = 3;
let shown: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says what happened, with what the person may want next: `say("Claim saved.", { label: "Undo", run: undo })`. */
export function say(sentence: string, action: Toast["action"] = null): void {
  show({ sentence, tone: "done", action, kind: null });
}

/** Says which command was taken back or done again; only where the history stands now is of interest. */
export function sayHistory(sentence: string, action: Toast["action"]): void {
  show({ sentence, tone: "done", action, kind: "history" });
}

/** Says that something failed, in the failure's own sentence. */
export function sayFailure(error: unknown): void {
  // That the history is at its end is no failure to be read, and of no interest once it has moved on.
  if (isProblem(error, "NOTHING_TO_UNDO")) sayHistory(sentenceOf(error), null);
  else if (isProblem(error, "STOPPED")) say(sentenceOf(error));
  else show({ sentence: sentenceOf(error), tone: "failed", action: null, kind: null });
}

export function dismiss(id: number): void {
  shown = shown.filter((toast) => toast.id !== id);
  for (const listener of listeners) listener();
}

/** Takes away what was said last. */
export function dismissLatest(): void {
  const latest = shown.at(-1);
  if (latest) dismiss(latest.id);
}

/** Takes away every failure that is still shown. */
export function dismissFailures(): void {
  shown = shown.filter(({ tone }) => tone !== "failed");
  for (const listener of listeners) listener();
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => shown);
}

function show(toast: Omit<Toast, "id">): void {
  // The same words twice say no more than once.
  const others = shown.filter(
    (other) => other.sentence !== toast.sentence && (toast.kind === null || other.kind !== toast.kind),
  );
  shown = [...others, { ...toast, id: ++lastId }].slice(-MOST);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
