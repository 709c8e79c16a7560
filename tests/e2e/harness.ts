import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { _electron, type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, describe } from "vitest";
import { startLocalHost } from "#electron/hosts/local/local-host.ts";
import { DESKTOP_FOLDER, PAGE_FOLDER, ROOT } from "../../build/bundle.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../browser/find-chromium.ts";
import { launchStandIn } from "../stand-in/launch.ts";
import { putDemonstration } from "./demonstration.ts";
import { type Folders, makeFolders } from "./folders.ts";

/** What a story is played on. */
type HostName = "local host" | "stand-in" | "Electron";

/** A workbench that is open in front of a spec. */
interface OpenWorkbench {
  host: HostName;
  page: Page;
  /** Where new cases go. */
  casesFolder: string;
  settingsFolder: string;
  close(): Promise<void>;
}

/** What an open workbench is started with. */
interface OpenOptions {
  /**
   * The folders of a workbench that was closed, to begin where it ended, or of one that has nothing yet. If not given, new
   * ones in which nothing was opened yet and the demonstration lies ready.
   */
  folders?: Folders;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
}

/** Opens a workbench. Whatever is still open after a test is closed. */
export type Open = (options?: OpenOptions) => Promise<OpenWorkbench>;

interface Started {
  page: Page;
  stop(): Promise<void>;
}

const HOSTS: Record<HostName, (folders: Folders) => Promise<Started>> = {
  "local host": startOnLocalHost,
  "stand-in": startOnStandIn,
  Electron: startOnElectron,
};

/** Electron's own binary, or null where it is not here; it is used whenever it is. */
const ELECTRON = electronBinary();

/** So many milliseconds are waited for what is to come: a busy machine is slow, not broken. */
const PATIENCE = 60_000;

const VIEWPORT = { width: 1440, height: 900 };

/** Tells a story on the local host, on the stand-in for Electron and, where its binary is, on Electron itself. */
export function describeOnEveryHost(story: string, tell: (open: Open, host: HostName) => void): void {
  const hosts: HostName[] = ["local host", "stand-in", ...(ELECTRON === null ? [] : (["Electron"] as const))];
  describe.each(hosts)(`${story}, on the %s`, (host) => {
    const opened: { close(): Promise<void> }[] = [];
    const pages: Page[] = [];

    afterEach(async ({ task }) => {
      const shown = pages.splice(0);
      if (task.result?.state === "fail") for (const page of shown) await tellWhatIsShown(page);
      for (const workbench of opened.splice(0).reverse()) await workbench.close();
    });

    tell(async (options = {}) => {
      const folders = options.folders ?? (await makeFolders());
      if (!options.folders) {
        opened.push({ close: folders.remove });
        await putDemonstration(folders.cases);
      }
      const { page, stop } = await HOSTS[host](folders);
      pages.push(page);
      page.setDefaultTimeout(PATIENCE);
      await page.setViewportSize(options.viewport ?? VIEWPORT);
      if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
      let stopped: Promise<void> | null = null;
      const close = () => {
        stopped ??= stop();
        return stopped;
      };
      opened.push({ close });
      return { host, page, casesFolder: folders.cases, settingsFolder: folders.settings, close };
    }, host);
  });
}

/** Prints where a page is and what can be read on it, for whoever asks why a story did not end well. */
async function tellWhatIsShown(page: Page): Promise<void> {
  const shown = await page
    .locator("body")
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: unknown) => String(error));
  console.error(`When the story failed, ${page.url()} showed this:\n${shown}`);
}

async function startOnLocalHost(folders: Folders): Promise<Started> {
  const host = await startLocalHost({
    version: "0.0.0",
    settingsFolder: folders.settings,
    casesFolder: folders.cases,
    pageFolder: join(ROOT, PAGE_FOLDER),
    // As `npm start` runs it: a thread that is begun from the sources would strip them of their types at every story.
    entry: pathToFileURL(join(ROOT, DESKTOP_FOLDER, "service-thread.mjs")),
    port: 0,
    onEnd: ({ error }) => console.error("The service thread ended.", error),
  });
  browser ??= launchChromium();
  // Contexts know nothing of one another, as if each were another browser.
  const context = await (await browser).newContext();
  const page = await context.newPage();
  await page.goto(host.newAddress());
  return {
    page,
    async stop() {
      await context.close();
      await host.stop();
    },
  };
}

/** The browser of all stories of a spec that are told on the local host. */
let browser: Promise<Browser> | null = null;

afterAll(async () => {
  await (await browser)?.close();
});

async function launchChromium(): Promise<Browser> {
  const found = await findChromium();
  return chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.environment },
    args: CHROMIUM_ARGUMENTS,
  });
}

async function startOnStandIn(folders: Folders): Promise<Started> {
  const desktop = await launchStandIn({
    bundleFolder: join(ROOT, DESKTOP_FOLDER),
    environment: folders.environment,
    userData: join(folders.settings, "profile"),
  });
  return {
    page: desktop.page,
    async stop() {
      await desktop.close();
    },
  };
}

async function startOnElectron(folders: Folders): Promise<Started> {
  const application = await _electron.launch({
    ...(ELECTRON === null ? {} : { executablePath: ELECTRON }),
    args: [ROOT, `--user-data-dir=${join(folders.settings, "profile")}`],
    env: { ...environment(), ...folders.environment },
  });
  return { page: await application.firstWindow(), stop: () => application.close() };
}

/** The environment of this process, without what is not set. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  const named = join(folder, "path.txt");
  if (!existsSync(named)) return null;
  const binary = join(folder, "dist", readFileSync(named, "utf8"));
  return existsSync(binary) ? binary : null;
}
