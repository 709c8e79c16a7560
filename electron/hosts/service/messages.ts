import type { MessagePort } from "node:worker_threads";
import type { CaseFiles, WorkbenchOptions } from "#electron/workbench/workbench.ts";

/** What the thread is started with; what cannot be sent to a thread, it has for itself. */
export type ThreadOptions = Omit<WorkbenchOptions, "demonstration" | "reportDefect" | "tellOpening">;

/** A question about files, as the thread is asked it. The answer carries the same number. */
export type FileQuestion =
  | { kind: "original"; sha256: string }
  | { kind: "shown"; sha256: string }
  | { kind: "rendered"; id: string }
  | { kind: "receive"; name: string; bytes: Uint8Array };

/** What the host says to the thread. */
export type ToThread =
  | { kind: "connect"; port: MessagePort }
  | { kind: "question"; number: number; question: FileQuestion }
  | { kind: "stop" };

/** What a question about files is answered with. */
export type FileAnswer = Awaited<ReturnType<CaseFiles[keyof CaseFiles]>>;

/** What the thread says to the host. */
export type FromThread =
  | { kind: "ready" }
  | { kind: "case"; path: string | null }
  | { kind: "opening"; path: string | null }
  | { kind: "answer"; number: number; answer: FileAnswer }
  | { kind: "refusal"; number: number; status: number; sentence: string };
