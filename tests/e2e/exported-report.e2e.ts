import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlReport } from "#electron/exporting/html/html-report.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../browser/find-chromium.ts";
import { fixtureCase, OCCASION, whole } from "../electron/exporting/fixture.ts";
import { violations } from "./violations.ts";

const folder = mkdtempSync(join(tmpdir(), "sourceline-report-"));
const file = join(folder, "report.html");
let browser: Browser;

beforeAll(async () => {
  const { reader, report } = fixtureCase();
  writeFileSync(file, whole(htmlReport(reader, report, OCCASION)));
  const { executable, environment } = await findChromium();
  browser = await chromium.launch({
    executablePath: executable,
    args: [...CHROMIUM_ARGUMENTS],
    env: { ...process.env, ...environment },
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function openReport(colorScheme: "light" | "dark", width = 1440) {
  // The report’s own policy forbids all script, that of the accessibility checker too.
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  await page.goto(pathToFileURL(file).href);
  return page;
}

describe("an exported report in a browser", () => {
  it.each(["light", "dark"] as const)("has no violation that axe finds, %s", async (scheme) => {
    const page = await openReport(scheme);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("runs no script of an article and asks for nothing", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const dialogs: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    expect(dialogs).toEqual([]);
    expect(asked).toEqual([pathToFileURL(file).href]);
    await page.close();
  });

  it("lets Arabic begin at the right and everything else at the left", async () => {
    const page = await openReport("light");
    const directions = await page.evaluate(() =>
      [...document.querySelectorAll(".text")].map((text) =>
        [...text.querySelectorAll(".line")].map((line) => getComputedStyle(line).direction).join(" "),
      ),
    );
    expect(directions.filter((direction) => direction.includes("rtl"))).toEqual(["rtl rtl"]);
    await page.close();
  });

  it.each([1440, 400])("is never wider than its window of %i", async (width) => {
    const page = await openReport("light", width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it("prints light on white, whatever the screen", async () => {
    const page = await openReport("dark");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe("rgb(31, 29, 26)");
    await page.close();
  });
});
