import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalHost, startLocalHost } from "#electron/hosts/local/local-host.ts";
import { PAGE_FOLDER, ROOT } from "../../build/bundle.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../browser/find-chromium.ts";
import { crashingThread, FALL_OVER } from "../support/crashing.ts";
import { type Folders, makeFolders } from "./folders.ts";
import { openDemonstration } from "./steps.ts";

/** Who the local host lets in, and what it does when the workbench ends by itself, in a real browser. */

let folders: Folders;
let host: LocalHost;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  folders = await makeFolders();
  host = await startLocalHost({
    version: "0.0.0",
    settingsFolder: folders.settings,
    casesFolder: folders.cases,
    pageFolder: join(ROOT, PAGE_FOLDER),
    port: 0,
    entry: crashingThread(folders.settings, import.meta.resolve("#electron/hosts/service/service-thread.ts")),
    onEnd: () => {},
  });
  const { executable, environment } = await findChromium();
  browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: CHROMIUM_ARGUMENTS,
  });
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(host.newAddress());
});

afterEach(async () => {
  await browser.close();
  await host.stop();
  await folders.remove();
});

const newCase = (shown: Page) => shown.getByRole("button", { name: "New case" }).waitFor();

/** What a script of the page gets for an address, with the cookie of the browser. */
const statusOf = (address: string) => page.evaluate(async (asked) => (await fetch(asked)).status, address);

test("a page that was let in stays so when it is loaded again, and in another window", async () => {
  await newCase(page);
  const origin = new URL(page.url()).origin;
  expect(page.url()).toBe(`${origin}/`);
  expect(await page.locator("meta[name=sourceline-key]").count()).toBe(0);
  await page.reload();
  await newCase(page);
  const other = await context.newPage();
  await other.goto(`${origin}/#/settings`);
  await other.getByRole("heading", { level: 1 }).waitFor();
});

test("the cookie alone shows a page that says what to do, and gives nothing of a case", async () => {
  await newCase(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByText("it does not know this page").waitFor();
  expect(await statusOf(`/rendered/${FALL_OVER}`)).toBe(403);
  await page.goto(host.newAddress());
  await newCase(page);
});

test("a case is open again after the workbench had to be started again, and the page goes on", async () => {
  await openDemonstration(page);
  const key = await page.evaluate(() => localStorage.getItem("sourceline-key"));
  expect(await statusOf(`/rendered/${FALL_OVER}?key=${key}`)).toBe(503);
  await expect.poll(() => host.use(({ cases }) => cases.current())).toMatchObject({ name: expect.any(String) });
  await expect.poll(() => page.title()).toMatch(/^Library · .+ · Sourceline$/);
  await page.getByRole("grid").getByRole("row").nth(1).waitFor();
});
