import { join } from "node:path";
import type { BrowserWindow, IpcMain } from "electron";
import { beforeEach, describe, expect, test } from "vitest";
import { Problem } from "#domain/problems.ts";
import { QUESTIONS } from "#electron/hosts/desktop/channels.ts";
import { PAGE_URL } from "#electron/hosts/desktop/security.ts";
import { answerQuestions } from "#electron/hosts/desktop/shell-questions.ts";

type Handler = (event: object, ...words: unknown[]) => Promise<unknown>;

const webContents = {};
const fromPage = { sender: webContents, senderFrame: { url: PAGE_URL, parent: null } };

let handlers: Map<string, Handler>;
let opened: string[];
let shown: string[];
let written: [string, string][];
let defects: string[];
let writing: () => void;
let saveTo: string;
let stop: () => void;

beforeEach(() => {
  handlers = new Map();
  opened = [];
  shown = [];
  written = [];
  defects = [];
  writing = () => {};
  saveTo = "";
  const ipcMain = {
    handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    removeHandler: (channel: string) => handlers.delete(channel),
  };
  stop = answerQuestions(ipcMain as unknown as IpcMain, {
    window: { webContents } as unknown as BrowserWindow,
    dialog: {
      showOpenDialog: async () => ({ canceled: false, filePaths: ["/a.txt", "/b.txt"] }),
      showSaveDialog: async () => ({ canceled: saveTo === "", filePath: saveTo }),
      showMessageBox: async () => ({ response: 1, checkboxChecked: false }),
    },
    shell: {
      openExternal: async (address) => void opened.push(address),
      showItemInFolder: (path) => void shown.push(path),
    },
    casesFolder: "/cases",
    writeRendered: async (id, path) => {
      writing();
      written.push([id, path]);
    },
    reportDefect: (_error, id) => void defects.push(id),
  });
});

function ask(question: keyof typeof QUESTIONS, ...words: unknown[]): Promise<unknown> {
  return askAs(fromPage, question, ...words);
}

async function askAs(event: object, question: keyof typeof QUESTIONS, ...words: unknown[]): Promise<unknown> {
  return handlers.get(QUESTIONS[question])?.(event, ...words);
}

describe("every question", () => {
  test.each(Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[])("“%s” is refused to strangers", async (question) => {
    const strangers = [
      { sender: {}, senderFrame: fromPage.senderFrame },
      { sender: webContents, senderFrame: { url: "https://elsewhere.example/", parent: null } },
      { sender: webContents, senderFrame: { url: PAGE_URL, parent: {} } },
      { sender: webContents, senderFrame: null },
    ];
    for (const stranger of strangers) {
      await expect(askAs(stranger, question, "https://news.example/")).rejects.toThrow("Only the page");
    }
    expect([opened, shown, written]).toEqual([[], [], []]);
  });

  test("is refused in words that it does not have", async () => {
    for (const words of [[], [7], [{ href: "https://news.example/" }], ["https://news.example/", "more"]]) {
      expect(await ask("openExternal", ...words)).toMatchObject({ ok: false });
    }
    expect(await ask("saveRendered", { id: 1, name: "x" })).toMatchObject({ ok: false });
    expect([opened, written]).toEqual([[], []]);
  });

  test("that fails unexpectedly is told of by the id under which it is logged", async () => {
    saveTo = "/somewhere/report.html";
    writing = () => {
      throw new Error("nobody thought of this");
    };
    const answer = (await ask("saveRendered", { id: "1", name: "lake.html" })) as { sentence: string };
    expect(defects).toHaveLength(1);
    expect(answer.sentence).toContain(defects[0]);
    expect(answer.sentence).not.toContain("nobody thought");
  });

  test("is answered no more once the window has gone", () => {
    stop();
    expect(handlers.size).toBe(0);
  });
});

test("articles come as paths", async () => {
  expect(await ask("pickArticles")).toEqual({ ok: true, value: { kind: "paths", paths: ["/a.txt", "/b.txt"] } });
});

test("a folder comes as its path", async () => {
  expect(await ask("pickFolder")).toEqual({ ok: true, value: { kind: "paths", paths: ["/a.txt", "/b.txt"] } });
});

describe("a rendered file", () => {
  test("is written where the person said, and its name given back", async () => {
    saveTo = join("/elsewhere", "report.html");
    expect(await ask("saveRendered", { id: "1", name: "lake.html" })).toEqual({ ok: true, value: "report.html" });
    expect(written).toEqual([["1", saveTo]]);
  });

  test("is not written where the person said no", async () => {
    expect(await ask("saveRendered", { id: "1", name: "lake.html" })).toEqual({ ok: true, value: null });
    expect(written).toEqual([]);
  });

  test("that cannot be written is told of in the sentence of the problem", async () => {
    saveTo = "/full/report.html";
    writing = () => {
      throw new Problem("DISK_FULL", "The disk is full. Make room and save again.", {});
    };
    expect(await ask("saveRendered", { id: "1", name: "lake.html" })).toEqual({
      ok: false,
      sentence: "The disk is full. Make room and save again.",
    });
  });
});

test("a folder is shown for whole paths only", async () => {
  await ask("showInFolder", "lake.sourceline");
  await ask("showInFolder", "https://elsewhere.example/");
  expect(shown).toEqual([]);
  await ask("showInFolder", "/cases/lake.sourceline");
  expect(shown).toEqual(["/cases/lake.sourceline"]);
});
