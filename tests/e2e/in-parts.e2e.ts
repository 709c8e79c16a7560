import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { openDemonstration, undoByToast } from "./steps.ts";

const MANY = 8_000;

/** Drops a table of many articles on the page and waits until they are in the case. */
async function bringInMany(page: Page): Promise<void> {
  await page.evaluate((count) => {
    const rows = Array.from({ length: count }, (_, index) => `Ferry ${index},Ferry number ${index} sailed at noon.`);
    const transfer = new DataTransfer();
    transfer.items.add(new File([`title,text\n${rows.join("\n")}\n`], "ferries.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, MANY);
  const panel = page.getByRole("region", { name: "Import", exact: true });
  await panel.getByText("8,000 articles imported").waitFor();
  await panel.getByRole("button", { name: "Close" }).click();
}

describeOnEveryHost("commands on many articles", (open, host) => {
  // On the desktop, files have paths, and the drop of one that was never on a disk cannot be acted.
  test.runIf(host === "local host")("tell how far they have come, can be stopped, and are undone as one", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await bringInMany(page);
    const status = page.getByRole("contentinfo");
    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.getByText("8,012 selected").waitFor();
    await page.keyboard.press("Delete");
    await status.getByText("Move 8,012 articles to the trash").waitFor();
    await status.getByRole("button", { name: "Stop" }).click();
    const toast = page.getByText(/articles moved to the trash\.$/);
    await toast.waitFor();
    const moved = Number((await toast.textContent())?.replace(/ .*/, "").replace(",", ""));
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(8_012);
    await status.getByText(`${(8_012 - moved).toLocaleString("en-GB")} articles`).waitFor();
    await undoByToast(page);
    await status.getByText("8,012 articles", { exact: true }).waitFor();

    // Undo again takes the whole import back, and Redo brings it in again.
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText("Undone: import “ferries.csv”.").waitFor();
    await status.getByText("12 articles", { exact: true }).waitFor();
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await page.getByText("Done again: import “ferries.csv”.").waitFor();
    await status.getByText("8,012 articles", { exact: true }).waitFor();
  });
});
