import { runInThisContext } from "node:vm";
import type { Worker } from "node:worker_threads";
import { application } from "./application.ts";
import { BrowserWindow } from "./browser-window.ts";
import { ipcMain } from "./ipc-main.ts";
import { clickMenuItem } from "./menu.ts";
import { record } from "./record.ts";

/** Threads that the application has started, the latest last. */
const threads: Worker[] = [];
process.on("worker", (thread: Worker) => threads.push(thread));

/** What a function that a test evaluates in the main process is given. */
export interface MainProcess {
  app: typeof application;
  BrowserWindow: typeof BrowserWindow;
  ipcMain: typeof ipcMain;
  record: typeof record;
  clickMenuItem: typeof clickMenuItem;
  threads: typeof threads;
}

/** A request of the test, over the channel between the two processes. */
export interface ControlRequest {
  id: number;
  source: string;
  argument: unknown;
}

export type ControlReply = { id: number; value: unknown } | { id: number; failure: string };

const main: MainProcess = { app: application, BrowserWindow, ipcMain, record, clickMenuItem, threads };

process.on("message", (request: ControlRequest) => {
  answer(request)
    .then((value): ControlReply => ({ id: request.id, value: value ?? null }))
    .catch((error: unknown): ControlReply => ({ id: request.id, failure: String(error) }))
    .then((reply) => process.send?.(reply));
});

// The test has gone: so has the reason to be here.
process.on("disconnect", () => process.exit(0));

async function answer(request: ControlRequest): Promise<unknown> {
  const evaluated = runInThisContext(`(${request.source})`) as (main: MainProcess, argument: unknown) => unknown;
  return evaluated(main, request.argument);
}
