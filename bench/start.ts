import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PAGE_FOLDER } from "#electron/hosts/places.ts";
import { openChromium } from "./support/browser.ts";
import { foldersIn, inFolder, makeDemonstration } from "./support/folder.ts";
import { type Figure, IS_SMALL, introduce, printFigures } from "./support/measuring.ts";

const COUNT = IS_SMALL ? 2 : 5;

const SOURCELINE = fileURLToPath(new URL("../electron/hosts/command/sourceline.mjs", import.meta.url));
const EMPTY_SERVER = fileURLToPath(new URL("./support/empty-server.ts", import.meta.url));

interface Start {
  /** From the command to the address that it prints. */
  server: number;
  /** From there to a Chromium that runs. */
  browser: number;
  /** From there to the words of the page. */
  page: number;
}

/** Starts a server and a Chromium, one after the other as a person does, and waits until the page shows something. */
async function start(program: string[], hash: string, shown: string, environment = {}): Promise<Start> {
  const begun = performance.now();
  const child = spawn(process.execPath, program, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  try {
    const address = await addressFrom(child);
    const served = performance.now();
    const browser = await openChromium();
    try {
      const launched = performance.now();
      const page = await browser.newPage();
      await page.goto(address + hash, { waitUntil: "commit" });
      await page.locator(shown).first().waitFor();
      // The frame after the one in which the words are there.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
      );
      return { server: served - begun, browser: launched - served, page: performance.now() - launched };
    } finally {
      await browser.close();
    }
  } finally {
    child.kill("SIGINT");
    if (child.exitCode === null) await once(child, "exit");
  }
}

async function addressFrom(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The server says nothing.");
  for await (const line of createInterface({ input: child.stdout })) {
    const address = line.match(/ is at (http:\S+)/)?.[1];
    if (address) return address;
  }
  throw new Error("The server ended before it said where it is.");
}

function figuresOf(ours: readonly Start[], floor: readonly Start[]): Figure[] {
  const whole = ({ server, browser, page }: Start) => server + browser + page;
  return [
    { what: "to the demonstration in the reader", times: ours.map(whole), floor: floor.map(whole) },
    { what: "  the server", times: ours.map(({ server }) => server), floor: floor.map(({ server }) => server) },
    { what: "  Chromium", times: ours.map(({ browser }) => browser), floor: floor.map(({ browser }) => browser) },
    { what: "  the page", times: ours.map(({ page }) => page), floor: floor.map(({ page }) => page) },
  ];
}

introduce("Start to usable page; the floor is an empty page from a server of the same kind");
if (!existsSync(path.join(PAGE_FOLDER, "index.html"))) {
  console.error("The page has not been built. Run “npm run build” first.");
  process.exit(1);
}
await inFolder(async (folder) => {
  const demonstration = await makeDemonstration(folder);
  const { settingsFolder, casesFolder } = foldersIn(folder);
  const environment = { SOURCELINE_SETTINGS: settingsFolder, SOURCELINE_CASES: casesFolder };
  const ours: Start[] = [];
  const floor: Start[] = [];
  for (let turn = -1; turn < COUNT; turn++) {
    const first = await start([SOURCELINE, "serve", demonstration], "#/read", "[data-reader-text] p", environment);
    const second = await start([EMPTY_SERVER], "", "main");
    // The first of each only warms the machine’s caches.
    if (turn < 0) continue;
    ours.push(first);
    floor.push(second);
  }
  printFigures(figuresOf(ours, floor));
});
