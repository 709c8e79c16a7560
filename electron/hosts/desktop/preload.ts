import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Shell, ShellCommand } from "#domain/contract/shell.ts";
import { type Answer, COMMAND, CONNECT, PORT, QUESTIONS, type Question } from "./channels.ts";

/**
 * Stands between the sandboxed page and the main process. It hands the page a `Shell` and one port to the workbench, and
 * holds nothing else that the page could reach.
 */

async function ask<Value>(question: Question, ...words: unknown[]): Promise<Value> {
  const answer: Answer<Value> = await ipcRenderer.invoke(QUESTIONS[question], ...words);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.value;
}

/** Commands that came before the page began to listen; a case opened by a double click comes with the window. */
const waiting: ShellCommand[] = [];
const listeners = new Set<(command: ShellCommand) => void>();

ipcRenderer.on(COMMAND, (_event, command: ShellCommand) => {
  if (listeners.size === 0) waiting.push(command);
  for (const listener of listeners) listener(command);
});

const shell: Shell = {
  pickCase: () => ask("pickCase"),
  chooseNewCase: (suggestedName) => ask("chooseNewCase", suggestedName),
  pickArticles: () => ask("pickArticles"),
  pickFolder: () => ask("pickFolder"),
  takeDropped: async (files) => ({ kind: "paths", paths: files.map((file) => webUtils.getPathForFile(file)) }),
  saveRendered: (rendered) => ask("saveRendered", rendered),
  showInFolder: (path) => ask("showInFolder", path),
  openExternal: (url) => ask("openExternal", url),
  onCommand: (listener) => {
    listeners.add(listener);
    for (const command of waiting.splice(0)) listener(command);
    return () => {
      listeners.delete(listener);
    };
  },
  hasFileDialogs: true,
};

contextBridge.exposeInMainWorld("sourcelineShell", shell);

ipcRenderer.on(PORT, (event) => {
  window.postMessage({ kind: PORT }, window.location.origin, event.ports);
});

// The page says when it listens; a port that came before would be lost.
window.addEventListener("message", (event) => {
  if (event.source === window && event.data?.kind === CONNECT) ipcRenderer.send(CONNECT);
});
