import { runInThisContext } from "node:vm";
import { application } from "./application.ts";
import { BrowserWindow } from "./browser-window.ts";
import { ipcMain } from "./ipc-main.ts";
import { clickMenuItem } from "./menu.ts";
import { record } from "./record.ts";

/** What a function that a test evaluates in the main process is given. */
export interface MainProcess {
  app: typeof application;
  BrowserWindow: typeof BrowserWindow;
  ipcMain: typeof ipcMain;
  record: typeof record;
  clickMenuItem: typeof clickMenuItem;
}

/** A request of the test, over the channel between the two processes. */
export interface ControlRequest {
  id: number;
  source: string;
  argument: unknown;
}

export type ControlReply = { id: number; value: unknown } | { id: number; failure: string };

const main: MainProcess = { app: application, BrowserWindow, ipcMain, record, clickMenuItem };

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
