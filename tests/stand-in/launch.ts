import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGUMENTS, findChromium } from "../browser/find-chromium.ts";
import type { ControlReply, ControlRequest, MainProcess } from "./control.ts";
import { ENDPOINT } from "./endpoint.ts";

const REGISTER = fileURLToPath(new URL("./register.ts", import.meta.url));

export interface StandInOptions {
  /** The folder that holds the built main.mjs. */
  bundleFolder: string;
  /** What the application is started with, after its own name. */
  arguments?: string[];
  environment?: Record<string, string>;
  /** Where the profile of the application is; two applications with the same one are two instances of one. */
  userData?: string;
}

/** An application that runs on the stand-in. */
export interface StandIn {
  /** The application's page, driven as any other. */
  page: Page;
  /** Runs a function in the main process. It must use nothing from outside itself. */
  evaluateMain<Argument, Value>(
    work: (main: MainProcess, argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value>;
  /** What the main process and the service thread wrote. */
  output(): string;
  /** Closes the window as a person would, and waits until the application has gone. Gives its exit code. */
  close(): Promise<number | null>;
}

/** Starts a built desktop on the stand-in. */
export async function launchStandIn(options: StandInOptions): Promise<StandIn> {
  const profile = await mkdtemp(join(tmpdir(), "sourceline-chromium-"));
  const { process: browserProcess, endpoint } = await startChromium(profile);
  const userData = options.userData ?? join(profile, "application");
  const main = startMain(options, endpoint, userData);
  let browser: Browser | null = null;

  async function clear(): Promise<void> {
    await browser?.close();
    await end(browserProcess);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  try {
    const target = await main.evaluate(firstPage);
    browser = await chromium.connectOverCDP(endpoint);
    const page = await pageOf(browser, target);
    return {
      page,
      evaluateMain: main.evaluate,
      output: main.output,
      async close() {
        const code = await main.close();
        await clear();
        return code;
      },
    };
  } catch (error) {
    await end(main.process);
    await clear();
    throw new Error(`The desktop did not start on the stand-in.\n${main.output()}`, { cause: error });
  }
}

/** Starts the application a second time, which is to hand its command line to the first and go. Gives its exit code. */
export async function launchSecondInstance(options: StandInOptions & { userData: string }): Promise<number | null> {
  const profile = await mkdtemp(join(tmpdir(), "sourceline-chromium-"));
  const { process: browserProcess, endpoint } = await startChromium(profile);
  const main = startMain(options, endpoint, options.userData);
  const [code] = (await once(main.process, "exit")) as [number | null];
  await end(browserProcess);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return code;
}

/** Waits for the window and its page. Runs in the main process. */
async function firstPage({ app, BrowserWindow }: MainProcess): Promise<string> {
  let [window] = BrowserWindow.getAllWindows();
  if (!window) {
    await new Promise((resolve) => app.once("web-contents-created", resolve));
    [window] = BrowserWindow.getAllWindows();
  }
  if (!window) throw new Error("No window was opened.");
  const contents = window.webContents;
  await contents.ready;
  if (!contents.loaded) await new Promise((resolve) => contents.once("did-finish-load", resolve));
  return contents.targetId;
}

async function startChromium(profile: string): Promise<{ process: ChildProcess; endpoint: string }> {
  const found = await findChromium();
  const browserProcess = spawn(
    found.executable,
    [
      ...CHROMIUM_ARGUMENTS,
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      // Whatever gets past everything else finds nobody there.
      "--host-resolver-rules=MAP * ~NOTFOUND",
      // A frame in a sandbox stays within the page, where its requests can be answered.
      "--disable-features=IsolateSandboxedIframes,Translate,OptimizationHints",
      "--no-startup-window",
    ],
    { env: { ...process.env, ...found.environment }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = "";
    browserProcess.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    browserProcess.once("exit", () => reject(new Error(`Chromium did not start.\n${said}`)));
    browserProcess.once("error", reject);
  });
  return { process: browserProcess, endpoint };
}

function startMain(options: StandInOptions, endpoint: string, userData: string) {
  const main = spawn(
    process.execPath,
    [
      "--import",
      REGISTER,
      join(options.bundleFolder, "main.mjs"),
      `--user-data-dir=${userData}`,
      ...(options.arguments ?? []),
    ],
    {
      env: { ...process.env, ...options.environment, [ENDPOINT]: endpoint },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let said = "";
  for (const stream of [main.stdout, main.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const waiting = new Map<number, (reply: ControlReply) => void>();
  let count = 0;
  main.on("message", (reply: ControlReply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  main.once("exit", (code) => {
    for (const [id, reply] of waiting) reply({ id, failure: `The main process has gone (${code}).` });
    waiting.clear();
  });

  function evaluate<Argument, Value>(
    work: (main: MainProcess, argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value> {
    const request: ControlRequest = { id: ++count, source: work.toString(), argument };
    return new Promise((resolve, reject) => {
      waiting.set(request.id, (reply) => {
        if ("failure" in reply) reject(new Error(reply.failure));
        else resolve(reply.value as Value);
      });
      if (main.connected) main.send(request);
      else waiting.get(request.id)?.({ id: request.id, failure: "The main process has gone." });
    });
  }

  return {
    process: main,
    evaluate,
    output: () => said,
    async close(): Promise<number | null> {
      if (main.exitCode !== null) return main.exitCode;
      const gone = once(main, "exit") as Promise<[number | null]>;
      await evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      }).catch(() => {});
      const [code] = await gone;
      return code;
    },
  };
}

async function pageOf(browser: Browser, targetId: string): Promise<Page> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const devTools = await page.context().newCDPSession(page);
    const { targetInfo } = await devTools.send("Target.getTargetInfo");
    await devTools.detach();
    if (targetInfo.targetId === targetId) return page;
  }
  throw new Error("Chromium does not show the page of the window.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}
