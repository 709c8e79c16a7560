import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { firstColumn, openDemonstration, row, undoByToast } from "./steps.ts";

describeOnEveryHost("the library", (open, host) => {
  test("is sorted by its headings and narrowed by words, and says so where nothing is found", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("button", { name: "Title" }).click();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
    const ascending = await firstColumn(page);
    await page.getByRole("button", { name: "Title" }).click();
    await expect.poll(async () => (await firstColumn(page))[0]).toBe(ascending.at(-1));

    const filter = page.getByRole("searchbox", { name: "Filter by words" });
    await filter.fill("northwire");
    await expect.poll(() => firstColumn(page)).toHaveLength(2);
    await filter.fill("no such words");
    await page.getByText("No article has these words").waitFor();
    await page.getByRole("button", { name: "Empty the filter" }).last().click();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  test("is gone through by keys alone, and Enter reads", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const titles = await firstColumn(page);
    const chosen = () => page.locator("tr[data-chosen] td").first().textContent();
    await page.getByRole("grid").focus();
    await expect.poll(chosen).toBe(titles[0]);
    await page.keyboard.press("ArrowDown");
    await expect.poll(chosen).toBe(titles[1]);
    await page.keyboard.press("End");
    await expect.poll(chosen).toBe(titles.at(-1));
    await page.keyboard.press("Home");
    await expect.poll(chosen).toBe(titles[0]);
    await page.keyboard.type("correction");
    await expect.poll(chosen).toMatch(/^Correction/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.title()).toMatch(/^Read/);
    await page.getByRole("heading", { name: /^Correction: casualty figure/ }).waitFor();
  });

  test("selects runs of rows, removes them and brings them back", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("grid").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press(" ");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("3 selected").waitFor();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect.poll(() => firstColumn(page)).toHaveLength(9);
    await undoByToast(page);
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  test("keeps what is changed of an article, and says what is wrong where it is", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await row(page, "Forty soldiers dead").click();
    const title = page.getByRole("textbox", { name: "Title" });
    await title.fill("Forty soldiers dead, says the front");
    await title.press("Enter");
    await row(page, "Forty soldiers dead, says the front").waitFor();
    const published = page.getByRole("textbox", { name: "Published" });
    await published.fill("2025-02-31");
    await published.press("Enter");
    await page.getByText("The month has no such day.").waitFor();
    await published.press("Escape");
    expect(await published.inputValue()).toBe("2025-05-14T08:45");
  });

  test("takes a pasted text with what is said of it, once", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const paste = async () => {
      await page.getByRole("button", { name: "Paste text" }).click();
      const form = page.getByRole("form", { name: "Paste an article" });
      await form.getByRole("textbox", { name: "Text" }).fill("The ferry sails again.\n\nIt left Oure at noon.");
      await form.getByRole("textbox", { name: "Title" }).fill("Ferry sails again");
      await form.getByRole("textbox", { name: "Outlet" }).fill("Radio Oure");
      await form.getByRole("textbox", { name: "Published" }).fill("2025-05-19");
      await form.getByRole("button", { name: "Add to the library" }).click();
      await form.waitFor({ state: "detached" });
    };
    await paste();
    await row(page, "Ferry sails again").getByText("19 May 2025").waitFor();
    await paste();
    await page.getByText("is in the case already").waitFor();
    expect(await row(page, "Ferry sails again").count()).toBe(1);
  });

  test("teaches where there is nothing yet", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByText("No articles yet").waitFor();
  });

  // A browser asks for files itself; the desktop's dialog is told of in its own spec.
  test.runIf(host === "local host")("brings in chosen files and reports on each", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Import files" }).click();
    await (await chooser).setFiles([
      { name: "bridge.txt", mimeType: "text/plain", buffer: Buffer.from("Bridge reopened\n\nCars cross again.") },
      { name: "picture.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1]) },
    ]);
    const report = page.getByRole("region", { name: "Import" });
    await report.getByText("1 article imported, 1 failed").waitFor();
    expect(await report.getByRole("listitem").first().textContent()).toContain("picture.txt");
    await report.getByRole("button", { name: "Open in the reader" }).click();
    await expect.poll(() => page.title()).toMatch(/^Read/);
  });

  test.runIf(host === "local host")("takes files that are dropped anywhere", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["Market reopened\n\nStalls are back."], "market.txt", { type: "text/plain" }));
      for (const kind of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    });
    await page.getByRole("region", { name: "Import" }).getByText("1 article imported").waitFor();
    await expect.poll(() => firstColumn(page)).toHaveLength(13);
  });
});
