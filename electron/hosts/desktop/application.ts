import { fileURLToPath } from "node:url";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  screen,
  session,
  shell,
} from "electron";
import type { ShellCommand } from "#domain/contract/shell.ts";
import { briefly, FIRST_CASE_SWITCH, openFirstCase } from "../first-case.ts";
import { standardFolders, usableFolders } from "../folders.ts";
import { serveFile } from "../serve-file.ts";
import { logDefect } from "../service/defect-log.ts";
import { keepService } from "../service/kept-service.ts";
import { recoveryInWords } from "../service/recovery-in-words.ts";
import { VERSION } from "../version.ts";
import { COMMAND, CONNECT } from "./channels.ts";
import { lockDownSession } from "./lock-down.ts";
import { menuTemplate } from "./menu.ts";
import { caseInArguments, isCaseFile } from "./opened-files.ts";
import { relayPort } from "./relay.ts";
import { isFromPage, PAGE_URL, SCHEME, webPreferences } from "./security.ts";
import { answerQuestions } from "./shell-questions.ts";
import { placeWindow, readWindowState, SMALLEST_WINDOW, saveWindowState } from "./window-state.ts";
import { WORDS } from "./words.ts";
import { writeRenderedThrough } from "./write-rendered.ts";

const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));
const PAGE_FOLDER = fileURLToPath(new URL("../page/", import.meta.url));

/** Runs the desktop: one window, one workbench behind it, one port between them. */
export function runApplication(): void {
  /** The case to open as soon as the page listens. */
  let opened = caseInArguments(process.argv, process.cwd());
  let tell: ((command: ShellCommand) => void) | null = null;

  function openCase(path: string): void {
    if (tell) tell({ kind: "open-case", path });
    else opened = path;
  }

  // A Mac hands over files by this event, also before anything else is ready.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (isCaseFile(path)) openCase(path);
  });

  app.on("second-instance", (_event, commandLine, workingFolder) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const path = caseInArguments(commandLine, workingFolder);
    if (path !== null) openCase(path);
  });

  // One window is the application: closing it closes the case, so that the file can be copied.
  app.on("window-all-closed", () => app.quit());

  app.whenReady().then(start).catch(fail);

  async function start(): Promise<void> {
    const folders = usableFolders(standardFolders(), (sentence) => console.error(sentence));
    let leaving = false;
    const service = keepService({
      host: "desktop",
      version: VERSION,
      settingsFolder: folders.settings,
      casesFolder: folders.cases,
      onEnd: ({ wasReady, error }, recovery) => {
        report(error);
        // What cannot even start would only end again.
        if (!wasReady) return fail(error);
        connectPage();
        recovery
          .then((outcome) => dialog.showMessageBox(window, { type: "warning", ...recoveryInWords(outcome) }))
          .catch(report);
      },
    });

    lockDownSession(session.defaultSession);
    protocol.handle(SCHEME, (request) =>
      serveFile(request, { pageFolder: PAGE_FOLDER, files: service.current().files }),
    );

    const window = makeWindow(folders.settings);
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(process.platform, (command) => tell?.({ kind: "command", command }))),
    );

    answerQuestions(ipcMain, {
      window,
      dialog,
      shell,
      casesFolder: folders.cases,
      writeRendered: (id, path) => writeRenderedThrough(service.current().connect(), id, path),
      reportDefect: (error, id) => logDefect(folders.settings, error, id),
    });

    // Every load of the page asks once, and gets a port of its own; the one before is of no use to anybody.
    let closePort = () => {};
    function connectPage(): void {
      closePort();
      closePort = relayPort(window.webContents, service.current().connect(), new MessageChannelMain());
    }
    ipcMain.on(CONNECT, (event) => {
      if (!isFromPage(event, window.webContents)) return;
      connectPage();
      tell = (command) => window.webContents.send(COMMAND, command);
      if (opened !== null) tell({ kind: "open-case", path: opened });
      opened = null;
    });

    app.on("will-quit", (event) => {
      if (leaving) return;
      event.preventDefault();
      leaving = true;
      service
        .stop()
        .catch(report)
        .finally(() => app.quit());
    });

    if (opened === null && process.argv.includes(FIRST_CASE_SWITCH)) {
      const begun = service.begin((workbench) => openFirstCase(workbench, (sentence) => console.error(sentence)));
      const recovery = await Promise.race([begun, briefly()]);
      begun.catch(report);
      // It has been said, and the application is on its way out.
      if (recovery?.kind === "not-started") return;
    }
    await window.loadURL(PAGE_URL);
  }
}

/** The window, where it was left. */
function makeWindow(settingsFolder: string): BrowserWindow {
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { maximized, ...bounds } = placeWindow(readWindowState(settingsFolder), workAreas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: "Sourceline",
    webPreferences: webPreferences(PRELOAD),
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () =>
    saveWindowState(settingsFolder, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  return window;
}

function report(error: unknown): void {
  console.error(error);
}

/** What cannot start says so and goes; a window without a workbench is of no use. */
function fail(error: unknown): void {
  report(error);
  dialog.showErrorBox(WORDS.cannotStart, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
