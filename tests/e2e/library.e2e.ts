import { expect, test } from "vitest";
import { makeFolders } from "./folders.ts";
import { describeOnEveryHost } from "./harness.ts";
import { firstColumn, goTo, openDemonstration, row } from "./steps.ts";

describeOnEveryHost("the library", (open, host) => {
  test("is sorted by its headings and narrowed by words, and says so where nothing is found", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("button", { name: "Title" }).click();
    // The rows as they were stay until the others are there.
    await expect.poll(async () => (await firstColumn(page))[0]).toMatch(/^Armed group/);
    const ascending = await firstColumn(page);
    expect(ascending).toHaveLength(12);
    await page.getByRole("button", { name: "Title" }).click();
    await expect.poll(async () => (await firstColumn(page))[0]).toBe(ascending.at(-1));

    const question = page.getByRole("searchbox", { name: "Search the library" });
    await question.fill("outlet:northwire");
    await expect.poll(() => firstColumn(page)).toHaveLength(2);
    await question.fill("no such words");
    await page.getByText("No article answers this").waitFor();
    await page.getByRole("button", { name: "Show all articles" }).click();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  test("says what is wrong with a question where it stands, with nothing beneath that could be taken for its answer", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("outlet:northwire");
    await expect.poll(() => firstColumn(page)).toHaveLength(2);
    await page.keyboard.type(" (raid OR market");
    const question = page.getByRole("searchbox", { name: "Search the library" });
    await expect.poll(() => question.getAttribute("aria-invalid")).toBe("true");
    await page.getByText("The bracket that opens here is never closed.").waitFor();
    expect(await page.locator("main mark").textContent()).toBe("(");
    await page.getByRole("grid").waitFor({ state: "detached" });
    expect(await page.getByText(/^\d+ of 12$/).count()).toBe(0);
    const facets = page.getByRole("region", { name: "Facets" });
    await facets.getByRole("checkbox", { name: /^Northwire$/ }).waitFor();
    await question.fill("outlet:northwire raid");
    await page.getByText("1 of 12").waitFor();
    await facets.getByRole("checkbox", { name: /^Northwire ?1$/ }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
  });

  test("is narrowed by facets whose counts agree with what is found, by keys too", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const facets = page.getByRole("region", { name: "Facets" });
    const count = async (name: string) =>
      Number((await facets.locator("label", { hasText: name }).textContent())?.replace(name, ""));
    // All are counted before anything is narrowed: what was narrowed last goes on standing there for a moment.
    const both = (await count("Northwire")) + (await count("Daily Harbour"));
    const counted: [string, number][] = [];
    for (const name of ["Northwire", "French", "Disputed", "No date"]) counted.push([name, await count(name)]);
    for (const [name, articles] of counted) {
      const value = facets.getByRole("checkbox", { name });
      await value.focus();
      await page.keyboard.press("Space");
      await expect.poll(() => firstColumn(page), { message: name }).toHaveLength(articles);
      await page.getByRole("button", { name: new RegExp(` ${name}, take away$`) }).click();
      await expect.poll(() => firstColumn(page)).toHaveLength(12);
    }
    // Two values of one facet widen, two facets narrow; arrow keys go from one to the next.
    await facets.getByRole("checkbox", { name: "Daily Harbour" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect.poll(() => firstColumn(page)).toHaveLength(both);
    await facets.getByRole("checkbox", { name: "Withdrawn" }).press("Space");
    await expect.poll(async () => (await firstColumn(page)).length).toBeLessThan(both);
    await page.getByRole("button", { name: "Take all away" }).click();
    await expect.poll(() => firstColumn(page)).toHaveLength(12);
    await page.getByRole("grid").focus();
    await page.keyboard.press("f");
    await facets.waitFor({ state: "detached" });
  });

  test("keeps a search under a name, with what was chosen, over a restart", async () => {
    const folders = await makeFolders();
    try {
      const first = await open({ folders });
      await openDemonstration(first.page);
      await first.page.getByRole("searchbox", { name: "Search the library" }).fill("raid");
      await first.page.getByRole("checkbox", { name: "Northwire" }).press("Space");
      const narrowed = ["Armed group says it killed 40 soldiers at river post"];
      await expect.poll(() => firstColumn(first.page)).toEqual(narrowed);
      await first.page.getByRole("button", { name: "Saved searches" }).click();
      await first.page.getByRole("textbox", { name: "Keep this search as" }).fill("The raid by wire");
      await first.page.keyboard.press("Enter");
      await first.page.getByText("The search “The raid by wire” is kept.").waitFor();
      expect(await firstColumn(first.page)).toEqual(narrowed);
      await first.close();

      const second = await open({ folders });
      const { page } = second;
      await page
        .getByRole("button", { name: /The lake week/ })
        .first()
        .click();
      await expect.poll(() => firstColumn(page)).toHaveLength(12);
      await page.getByRole("button", { name: "Saved searches" }).click();
      await page.getByRole("button", { name: /^The raid by wire/ }).click();
      await expect.poll(() => firstColumn(page)).toEqual(narrowed);
      await second.close();
    } finally {
      await folders.remove();
    }
  });

  test("remembers its order and its question while an article is read", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("button", { name: "Title" }).click();
    await page.getByRole("searchbox", { name: "Search the library" }).fill("tamba");
    await expect.poll(() => firstColumn(page)).not.toHaveLength(12);
    const titles = await firstColumn(page);
    expect(titles).toEqual(titles.toSorted((one, other) => one.localeCompare(other)));
    await goTo(page, "read");
    await expect.poll(() => page.title()).toMatch(/^Read/);
    await goTo(page, "library");
    await expect.poll(() => firstColumn(page)).toEqual(titles);
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

  test("lets rows rush by while a key is held, and opens only the one where it is let go", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const titles = await firstColumn(page);
    const chosen = () => page.locator("tr[data-chosen] td").first().textContent();
    const title = page.getByRole("region", { name: "Article" }).getByRole("textbox", { name: "Title" });
    await page.getByRole("grid").focus();
    await expect.poll(() => title.inputValue()).toBe(titles[0]);
    // A key that goes down again without having come up is one that is held.
    for (const [times, reached] of titles.slice(1, 6).entries()) {
      await page.keyboard.down("ArrowDown");
      await expect.poll(chosen, { message: `${times + 1} times` }).toBe(reached);
    }
    expect(await title.inputValue()).toBe(titles[1]);
    await page.keyboard.up("ArrowDown");
    await expect.poll(() => title.inputValue()).toBe(titles[5]);
    expect(await chosen()).toBe(titles[5]);

    // Another key does to the row that is seen as chosen whatever it does.
    await page.keyboard.down("ArrowUp");
    await page.keyboard.down("ArrowUp");
    await expect.poll(chosen).toBe(titles[3]);
    await page.keyboard.press("Delete");
    await expect.poll(() => firstColumn(page)).toEqual(titles.filter((one) => one !== titles[3]));
    await page.keyboard.up("ArrowUp");
  });

  test("says which columns have no room beside what is open", async () => {
    const { page } = await open({ viewport: { width: 1024, height: 700 } });
    await openDemonstration(page);
    await row(page, "Forty soldiers dead").click();
    await page.getByRole("region", { name: "Article" }).getByRole("textbox", { name: "Title" }).waitFor();
    await page.getByRole("button", { name: "Columns" }).click();
    const columns = page.getByRole("dialog", { name: "Columns" });
    await columns.getByRole("checkbox", { name: "Byline (no room now)" }).press("Space");
    await columns.getByText("What has no room now is shown where the table is wider").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("columnheader", { name: "Byline" }).count()).toBe(0);
    await page.setViewportSize({ width: 1900, height: 900 });
    await page.getByRole("columnheader", { name: "Byline" }).waitFor();
    await page.getByRole("button", { name: "Columns" }).click();
    await columns.getByRole("checkbox", { name: "Byline", exact: true }).waitFor();
    expect(await columns.getByText("no room now").count()).toBe(0);
  });

  test("shows all verdicts of an article with both panes open", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await row(page, "Forty soldiers dead").click();
    await page.getByRole("region", { name: "Article" }).getByRole("textbox", { name: "Title" }).waitFor();
    const cells = page.getByRole("grid").locator("tbody td", { has: page.getByRole("img") });
    expect(await cells.count()).toBe(12);
    const cutOff = () =>
      cells.evaluateAll((all) =>
        all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.innerHTML),
      );
    await expect.poll(cutOff).toEqual([]);
  });

  test("teaches where there is nothing yet", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.getByText("12 selected").waitFor();
    await page.getByRole("button", { name: "Move to the trash" }).last().click();
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
