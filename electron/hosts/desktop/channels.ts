import type { Shell } from "#domain/contract/shell.ts";

/** What the page asks of the main process, beside the contract: the `Shell`, less what the preload does by itself. */
export type AskedOfMain = Pick<
  Shell,
  "pickCase" | "chooseNewCase" | "pickArticles" | "pickFolder" | "saveRendered" | "showInFolder" | "openExternal"
>;
export type Question = keyof AskedOfMain;

/** The questions, each with the channel it goes over. */
export const QUESTIONS = {
  pickCase: "shell:pick-case",
  chooseNewCase: "shell:choose-new-case",
  pickArticles: "shell:pick-articles",
  pickFolder: "shell:pick-folder",
  saveRendered: "shell:save-rendered",
  showInFolder: "shell:show-in-folder",
  openExternal: "shell:open-external",
} as const satisfies Record<Question, string>;

/**
 * The page asks the preload by a message of this kind, and the preload asks here, for the page's port to the workbench: once
 * for every time the page is loaded.
 */
export const CONNECT = "sourceline-connect";

/** The port comes over this channel, and goes on to the page in a message of this kind. */
export const PORT = "sourceline-port";

/** Commands of the menu and cases opened from outside come over this channel. */
export const COMMAND = "sourceline-command";

/** An answer. Failures cross as sentences; Electron would put its own words before them. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; sentence: string };
