import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";

describeOnEveryHost("starting", (open) => {
  test("shows where to begin, and the demonstration opens", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Open the demonstration" }).click();
    await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/ · .+ · Sourceline$/);
  });

  test("leaves one single file for each case", async () => {
    const { page, casesFolder, close } = await open();
    await page.getByRole("button", { name: "Open the demonstration" }).click();
    await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/ · .+ · Sourceline$/);
    await close();
    expect(await readdir(casesFolder)).toEqual([expect.stringMatching(/\.sourceline$/)]);
  });
});
