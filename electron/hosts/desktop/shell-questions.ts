import { randomUUID } from "node:crypto";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent, Shell as NativeShell } from "electron";
import * as z from "zod";
import { Problem } from "#domain/problems.ts";
import { asFileName } from "../../workbench/file-names.ts";
import { type Answer, type AskedOfMain, QUESTIONS, type Question } from "./channels.ts";
import { externalAddress, isFromPage } from "./security.ts";
import { WORDS } from "./words.ts";

/** What the questions are answered with. */
export interface AnswersFrom {
  window: BrowserWindow;
  dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox">;
  shell: Pick<NativeShell, "openExternal" | "showItemInFolder">;
  /** Where new cases go unless the person says otherwise. */
  casesFolder: string;
  /** Writes a rendered file to a path, whole or not at all. */
  writeRendered(id: string, path: string): Promise<void>;
  /** Keeps what nobody expected under the id that the person is told. */
  reportDefect(error: unknown, id: string): void;
}

const CASE_FILTERS = [
  { name: WORDS.cases, extensions: ["sourceline"] },
  { name: WORDS.everything, extensions: ["*"] },
];

const Words = z.string().max(4_000);

/** What the page may say with each question. */
const ASKED_WITH = {
  pickCase: z.tuple([]),
  chooseNewCase: z.tuple([Words]),
  pickArticles: z.tuple([]),
  pickFolder: z.tuple([]),
  saveRendered: z.tuple([z.object({ id: Words, name: Words })]),
  showInFolder: z.tuple([Words]),
  openExternal: z.tuple([Words]),
} satisfies Record<Question, z.ZodType>;

/** Answers the page's questions until the function that it gives is called. */
export function answerQuestions(ipcMain: IpcMain, from: AnswersFrom): () => void {
  const answers = answersOf(from);
  for (const question of Object.keys(QUESTIONS) as Question[]) {
    ipcMain.handle(QUESTIONS[question], async (event: IpcMainInvokeEvent, ...words: unknown[]) => {
      if (!isFromPage(event, from.window.webContents)) throw new Error("Only the page of this window may ask.");
      return answer(() => ask(answers, question, words), from.reportDefect);
    });
  }
  return () => {
    for (const channel of Object.values(QUESTIONS)) ipcMain.removeHandler(channel);
  };
}

function ask(answers: AskedOfMain, question: Question, words: unknown[]): Promise<unknown> {
  // Each question's words have been parsed by its own schema, which the compiler cannot follow through the table.
  const said = ASKED_WITH[question].parse(words) as never[];
  const reply = answers[question] as (...said: never[]) => Promise<unknown>;
  return reply(...said);
}

async function answer(
  work: () => Promise<unknown>,
  reportDefect: AnswersFrom["reportDefect"],
): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, sentence: error.message };
    const id = randomUUID();
    reportDefect(error, id);
    return { ok: false, sentence: WORDS.defect(id) };
  }
}

function answersOf({ window, dialog, shell, casesFolder, writeRendered }: AnswersFrom): AskedOfMain {
  return {
    async pickCase() {
      const picked = await dialog.showOpenDialog(window, {
        title: WORDS.openCase,
        defaultPath: casesFolder,
        filters: CASE_FILTERS,
        properties: ["openFile"],
      });
      return picked.filePaths[0] ?? null;
    },

    async chooseNewCase(suggestedName) {
      const chosen = await dialog.showSaveDialog(window, {
        title: WORDS.newCase,
        defaultPath: join(casesFolder, `${asFileName(suggestedName)}.sourceline`),
        filters: CASE_FILTERS,
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      return chosen.canceled || chosen.filePath === "" ? null : chosen.filePath;
    },

    async pickArticles() {
      const picked = await dialog.showOpenDialog(window, {
        title: WORDS.importArticles,
        properties: ["openFile", "multiSelections"],
      });
      return picked.filePaths.length === 0 ? null : { kind: "paths", paths: picked.filePaths };
    },

    async pickFolder() {
      const picked = await dialog.showOpenDialog(window, { title: WORDS.importFolder, properties: ["openDirectory"] });
      return picked.filePaths.length === 0 ? null : { kind: "paths", paths: picked.filePaths };
    },

    async saveRendered({ id, name }) {
      const chosen = await dialog.showSaveDialog(window, {
        title: WORDS.saveFile,
        defaultPath: join(dirname(casesFolder), basename(name)),
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      if (chosen.canceled || chosen.filePath === "") return null;
      await writeRendered(id, chosen.filePath);
      return basename(chosen.filePath);
    },

    async showInFolder(path) {
      if (!isAbsolute(path)) throw new Problem("NOT_ALLOWED", WORDS.folderRefused, { field: "path" });
      shell.showItemInFolder(path);
    },

    async openExternal(url) {
      const address = externalAddress(url);
      if (address === null) throw new Problem("NOT_ALLOWED", WORDS.addressRefused, { field: "url" });
      const { response } = await dialog.showMessageBox(window, {
        type: "question",
        message: WORDS.openAddress,
        detail: WORDS.openAddressDetail(address),
        buttons: [WORDS.leave, WORDS.open],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      if (response === 1) await shell.openExternal(address);
    },
  };
}
