import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { ViewName } from "../../renderer/route.ts";

/** What people do in many stories. */

/** Opens the demonstration from the start view and waits for its library. */
export async function openDemonstration(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the demonstration" }).click();
  await expect.poll(() => page.title()).toMatch(/^Library · .+ · Sourceline$/);
  await page.getByRole("grid").waitFor();
}

/** Goes to a place by its address, as the way back and links do. */
export async function goTo(page: Page, view: ViewName): Promise<void> {
  await page.evaluate((place) => {
    location.hash = `#/${place}`;
  }, view);
}

/** Takes back the last command by the button of the toast that told of it. */
export async function undoByToast(page: Page): Promise<void> {
  await page.getByRole("region", { name: "What happened" }).getByRole("button", { name: "Undo" }).click();
}

/** The row of a table that holds these words. */
export function row(page: Page, words: string | RegExp) {
  return page.getByRole("row").filter({ hasText: words });
}

/** The words in the first column of the rows that are drawn, in their order on the screen. */
export async function firstColumn(page: Page): Promise<string[]> {
  return page.getByRole("grid").locator("tbody tr > td:first-child").allTextContents();
}

/** Whether what has the focus is such an element. */
export function focusIsIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}

/** Finds words in the article and selects them, as a person does by keys. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+f");
  const field = page.getByRole("search").getByRole("textbox");
  await field.fill(words);
  await page
    .getByRole("search")
    .getByText(/^\d+ of \d+/)
    .waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => textHasFocus(page)).toBe(true);
}

/** Whether the focus is on the text of an article. */
export function textHasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.hasAttribute("data-reader-text") ?? false);
}

/** What is painted on the text, by layer: the words of each range, in alphabetical order. */
export function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([layer, highlight]) => [
        layer,
        [...highlight]
          .map((painted) => {
            const range = document.createRange();
            range.setStart(painted.startContainer, painted.startOffset);
            range.setEnd(painted.endContainer, painted.endOffset);
            return range.toString();
          })
          .sort(),
      ]),
    ),
  );
}
