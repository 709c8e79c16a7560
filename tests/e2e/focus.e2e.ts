import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { find, focusIsIn, goTo, openDemonstration, row } from "./steps.ts";

describeOnEveryHost("the focus", (open, _host) => {
  test("the focus is on the main part of a view also where something on the page changes all the time", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.evaluate(() => {
      const ticking = document.body.appendChild(document.createElement("div"));
      setInterval(() => ticking.replaceChildren(String(performance.now())), 10);
    });
    await page.keyboard.press("Alt+3");
    await expect.poll(() => page.title()).toMatch(/^Claims/);
    await row(page, /./).nth(1).waitFor();
    await expect.poll(() => focusIsIn(page, "[role=grid]")).toBe(true);
  });

  test("the focus is on the main part of a view that was gone to, and comes back to it", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const onGrid = () => focusIsIn(page, "[role=grid]");
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("Alt+2");
    await expect.poll(() => focusIsIn(page, "[data-reader-text]")).toBe(true);
    await page.keyboard.press("Alt+3");
    await expect.poll(() => page.title()).toMatch(/^Claims/);
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("Alt+1");
    await expect.poll(() => page.title()).toMatch(/^Library/);
    await expect.poll(onGrid).toBe(true);

    // From the field of the search and from the facets Escape leads back, and F6 goes round.
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("ferry");
    await page.keyboard.press("Escape");
    expect(await onGrid()).toBe(false);
    await page.keyboard.press("Escape");
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("F6");
    await expect.poll(onGrid).toBe(false);
    await page.keyboard.press("F6");
    await page.keyboard.press("F6");
    await expect.poll(onGrid).toBe(true);

    // Also where Escape comes before the rows that it leads to, unless somebody goes on typing.
    const emptyAndLeave = () =>
      page.evaluate(async () => {
        const field = document.activeElement as HTMLInputElement;
        const pressEscape = () =>
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
        pressEscape();
        for (let turn = 0; field.value !== "" && turn < 100; turn++) await Promise.resolve();
        const rows = document.querySelectorAll("[role=grid]").length;
        pressEscape();
        return { typed: field.value, rows };
      });
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("no such words");
    await page.getByText("No article answers this").waitFor();
    expect(await emptyAndLeave()).toEqual({ typed: "", rows: 0 });
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("no such words");
    await page.getByText("No article answers this").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.type("raid");
    await expect.poll(() => page.locator("[role=grid]").count()).toBe(1);
    expect(await page.getByRole("searchbox", { name: "Search the library" }).inputValue()).toBe("raid");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(onGrid).toBe(true);

    // Also where somebody is in the view already, and the pointer left the focus nowhere.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await onGrid()).toBe(false);
    await page.keyboard.press("Alt+1");
    await expect.poll(onGrid).toBe(true);
  });

  test("in the report the keys are commands until a field is gone to, and again after it was left", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.keyboard.press("Alt+5");
    const title = page.getByRole("textbox", { name: "Title" });
    await title.waitFor();
    const onOpenReport = () => focusIsIn(page, "nav a[href^='#/report/'][aria-current=true]");
    await expect.poll(onOpenReport).toBe(true);
    const before = await title.inputValue();
    await page.keyboard.type("?");
    const help = page.getByRole("dialog");
    await help.waitFor();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    expect(await title.inputValue()).toBe(before);

    // F6 goes to the editor, and Escape leads back.
    const onTitle = () => title.evaluate((field) => field === document.activeElement);
    await expect.poll(onOpenReport).toBe(true);
    await page.keyboard.press("F6");
    await expect.poll(onTitle).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(onOpenReport).toBe(true);

    // Also where it comes before the help has given the focus back.
    await page.keyboard.type("?");
    await help.waitFor();
    await page.evaluate(() => {
      const observer = new MutationObserver(() => {
        if (document.querySelector("[role=dialog]")) return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "F6", bubbles: true, cancelable: true }));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await expect.poll(onTitle).toBe(true);
  });

  test("the focus is not lost in the trash, nor behind a change of many", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const onGrid = () => focusIsIn(page, "[role=grid]");
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("Home");
    await page.keyboard.press("Delete");
    await page.getByText(/^“.+” was moved to the trash\.$/).waitFor();
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("Shift+T");
    await expect.poll(() => page.title()).toMatch(/^Trash/);
    await row(page, /./).nth(1).waitFor();
    await expect.poll(onGrid).toBe(true);
    await page.keyboard.press("r");
    await page.getByText("1 article is back").or(page.getByText("brought back")).first().waitFor();
  });

  test("whoever goes elsewhere is not called back by a key or an answer that comes late", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await expect.poll(() => focusIsIn(page, "[role=grid]")).toBe(true);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("a[href='#/claims']")?.click();
      const down = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true });
      document.querySelector("[role=grid]")?.dispatchEvent(down);
    });
    await expect.poll(() => page.title()).toMatch(/^Claims/);

    await goTo(page, "read");
    await page.locator("[data-reader-text]").focus();
    await find(page, "fighters");
    await page.keyboard.press("c");
    await page
      .getByRole("tabpanel")
      .getByRole("textbox", { name: "Statement" })
      .fill("There were fighters at the post.");
    const [here = "", other = ""] = await page.evaluate(() => {
      const text = document.querySelector("[data-reader-text]");
      const here = text?.closest("[data-article]")?.getAttribute("data-article") ?? "";
      const others = [...document.querySelectorAll<HTMLAnchorElement>("li a[href^='#/read/']")];
      const other = others.find(({ hash }) => !hash.includes(here));
      const save = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
      text?.dispatchEvent(new KeyboardEvent("keydown", save));
      other?.click();
      return [here, other?.hash];
    });
    expect(other).toMatch(/^#\/read\//);
    await page.getByRole("region", { name: "What happened" }).getByText("Claim saved.").waitFor();
    await page.locator(`[data-article="${here}"]`).waitFor({ state: "detached" });
    expect(new URL(page.url()).hash).toBe(other);
  });

  test("the focus ring of a tab is whole", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "read");
    const tab = page.getByRole("tab", { name: /^Copies/ });
    await tab.waitFor();
    const list = await page.getByRole("tablist").first().boundingBox();
    expect((await tab.boundingBox())?.y).toBeGreaterThanOrEqual(list?.y ?? 0);
  });
});
