import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { firstColumn, goTo, openDemonstration, row, undoByToast } from "./steps.ts";

const ALL = 20;

describeOnEveryHost("the table of claims", (open) => {
  const begin = async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "claims");
    await page.getByText(`${ALL}`, { exact: true }).first().waitFor();
    return page;
  };

  test("is narrowed by verdict and by words, and all filters go at once", async () => {
    const page = await begin();
    await page.getByRole("button", { name: "Verdict" }).first().click();
    await page.getByRole("dialog", { name: "Verdict" }).getByText("Verified", { exact: true }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => firstColumn(page)).toHaveLength(2);
    await page.getByRole("searchbox", { name: "Filter by words" }).fill("nothing like it");
    await page.getByText("No claim fits these filters").waitFor();
    await page.getByRole("button", { name: "Clear all filters" }).first().click();
    await row(page, "Some of the attackers came to Tamba by boat").waitFor();
  });

  test("is sorted by credibility both ways", async () => {
    const page = await begin();
    const credibilities = () =>
      page.locator("tbody tr").evaluateAll((rows) => rows.map((each) => each.children[2]?.textContent ?? ""));
    const figures = async () => (await credibilities()).map(Number).filter((figure) => figure > 0);
    await page.getByRole("button", { name: "Credibility" }).click();
    await expect.poll(async () => isAscending(await figures())).toBe(true);
    await page.getByRole("button", { name: "Credibility" }).click();
    await expect.poll(async () => isAscending((await figures()).reverse())).toBe(true);
  });

  test("leads from a claim to its first passage", async () => {
    const page = await begin();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.title()).toMatch(/^Read/);
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/read\/[\w-]+\?mark=[\w-]+$/);
  });

  test("sets where the work stands, beside the claim", async () => {
    const page = await begin();
    await row(page, "Some of the attackers came to Tamba by boat").click();
    await page.getByRole("button", { name: /Where the work stands/ }).click();
    await page.getByRole("option", { name: "Needs review" }).click();
    await row(page, "Some of the attackers came to Tamba by boat").getByText("Needs review").waitFor();
  });

  test("merges two claims into one and takes it back", async () => {
    const page = await begin();
    await row(page, "Some of the attackers came to Tamba by boat").click();
    await page.getByRole("button", { name: "Merge into another claim…" }).click();
    await page.getByRole("combobox", { name: "Merge into" }).fill("armed raid");
    await page.getByRole("option", { name: /An armed raid/ }).click();
    await expect.poll(() => row(page, "came to Tamba by boat").count()).toBe(0);
    await expect.poll(() => page.locator("tr[data-chosen]").textContent()).toContain("An armed raid");
    await undoByToast(page);
    await row(page, "came to Tamba by boat").waitFor();
  });

  test("gives the open claim a verdict by its key, and asks for a claim where none is open", async () => {
    const page = await begin();
    // The table has the focus, and with it a claim; the bare address of the view closes it.
    await page.locator("tr[data-chosen]").waitFor();
    await goTo(page, "claims");
    await page.locator("tr[data-chosen]").waitFor({ state: "detached" });
    await page.keyboard.press("v");
    await page.getByText("Open a claim first").waitFor();
    await row(page, "came to Tamba by boat").click();
    await page.getByRole("radiogroup", { name: "Verdict" }).waitFor();
    await page.keyboard.press("v");
    await expect.poll(() => focusedIn(page, "[role=radiogroup]")).toBe(true);
  });

  test("keeps the focus in the chain when an offered source is taken by Enter", async () => {
    const page = await begin();
    await row(page, "came to Tamba by boat").click();
    await page.getByRole("button", { name: "Edit", exact: true }).first().click();
    await page.getByRole("list", { name: "Met in this article" }).getByRole("button").first().press("Enter");
    await expect.poll(() => focusedIn(page, "input[placeholder='Add a source…']")).toBe(true);
  });

  test("takes words typed right behind Ctrl+K into the palette, and does nothing behind it", async () => {
    const page = await begin();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("vjc");
    expect(await page.getByRole("combobox", { name: /Find a command/ }).inputValue()).toBe("vjc");
    await page.keyboard.press("Alt+4");
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/claims/);
  });

  test("removes a claim and brings it back", async () => {
    const page = await begin();
    await row(page, "came to Tamba by boat").click();
    await page.getByRole("button", { name: "Remove this claim" }).click();
    await expect.poll(() => row(page, "came to Tamba by boat").count()).toBe(0);
    await undoByToast(page);
    await row(page, "came to Tamba by boat").waitFor();
  });
});

/** Whether the focus is at or within what the selector names. */
function focusedIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((sought) => document.activeElement?.closest(sought) != null, selector);
}

function isAscending(figures: number[]): boolean {
  return figures.length > 1 && figures.every((figure, index) => index === 0 || (figures[index - 1] ?? 0) <= figure);
}
