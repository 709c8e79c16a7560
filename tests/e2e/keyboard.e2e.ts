import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { find, focusIsIn, goTo, openDemonstration, row } from "./steps.ts";

describeOnEveryHost("the keyboard", (open, host) => {
  test.runIf(host === "local host")("a case can be opened by its path after a path that was none", async () => {
    const { page, casesFolder } = await open();
    const text = join(casesFolder, "notes.txt");
    await writeFile(text, "Notes of a walk along the lake.");
    await page.getByRole("heading", { name: "Sourceline" }).waitFor();
    await page.keyboard.press("ControlOrMeta+o");
    const field = page.getByRole("textbox", { name: "Path of the case file" });
    const form = page.getByRole("form", { name: "Open a case" });
    await field.fill(text);
    await field.press("Enter");
    await form.getByText("it seems to be a text").waitFor();
    const named = join(casesFolder, "walk.sourceline");
    await writeFile(named, "");
    await field.fill(named);
    await field.press("Enter");
    await form.getByText("it is empty. Use another copy of the case.").waitFor();
    await field.fill(join(casesFolder, "nowhere.sourceline"));
    await form.getByRole("button", { name: "Open", exact: true }).click();
    await form.getByText("There is no file").waitFor();
  });

  test("the palette acts on what is typed, also where Enter comes with the words", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const field = page.getByRole("combobox", { name: "Find a command" });
    const enter = async (words: string) => {
      await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.insertText(words);
      await page.keyboard.press("Enter");
      await field.waitFor({ state: "detached" });
    };
    await enter("Evening bulletin: fer");
    await articleIs(page, "Evening bulletin: ferry, prices, level of the lake");
    // Now there is a recent one, which is offered first where nothing is typed.
    await enter("field note 12");
    await articleIs(page, "Field note 12: Tamba and Oure, 15 and 16 May 2025");

    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("ferry");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("dark col");
    expect(await field.inputValue()).toBe("dark col");
    await page.getByRole("option", { name: "Dark colours" }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });

  test("the palette does what has no key of its own", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const enter = async (words: string) => {
      await page.keyboard.press("ControlOrMeta+k");
      await page.keyboard.type(words);
      await page
        .getByRole("option", { name: new RegExp(words, "i") })
        .first()
        .waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "Find a command" }).waitFor({ state: "detached" });
    };
    await enter("columns");
    await page.getByRole("dialog", { name: "Columns" }).waitFor();
    await page.keyboard.press("Escape");
    await enter("saved searches");
    await page.getByRole("dialog", { name: "Saved searches" }).waitFor();
    await page.keyboard.press("Escape");
    await enter("paste text");
    await expect.poll(() => focusIsIn(page, "textarea")).toBe(true);
    await enter("likely copies");
    await expect.poll(() => page.title()).toMatch(/^Copies/);
  });

  test("no letter is lost that is typed while the search opens", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.reload();
    await page.getByRole("grid").waitFor();
    await page.keyboard.press("ControlOrMeta+Shift+f");
    await page.keyboard.type("ferry");
    const field = page.getByRole("searchbox", { name: "Search articles, claims, sources and notes" });
    await expect.poll(() => field.inputValue()).toBe("ferry");
    await page.keyboard.press("ControlOrMeta+Shift+f");
    await page.keyboard.type("post");
    await expect.poll(() => field.inputValue()).toBe("post");
  });

  test.runIf(host === "local host")(
    "no letter is lost in a search that another window opened the case for",
    async () => {
      const { page } = await open();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByRole("button", { name: "Open the demonstration" }).waitFor();
      await other.waitForFunction(() =>
        performance.getEntriesByType("resource").some(({ name }) => /search/.test(name)),
      );
      await goTo(other, "search");
      await openDemonstration(page);
      const field = other.getByRole("searchbox", { name: "Search articles, claims, sources and notes" });
      await field.waitFor();
      await other.keyboard.press("ControlOrMeta+Shift+f");
      await other.keyboard.type("ferry");
      await expect.poll(() => field.inputValue()).toBe("ferry");
    },
  );

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
    await page.keyboard.press("F6");
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(onOpenReport).toBe(true);
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

  test("that there is nothing to undo is said for a while, and any message goes by a key", async () => {
    const { page } = await open();
    await openDemonstration(page);
    const said = page.getByRole("region", { name: "What happened" });
    await page.keyboard.press("ControlOrMeta+y");
    await said.getByText("There is nothing to redo.").waitFor();
    await page.keyboard.press("Alt+m");
    await said.getByText("There is nothing to redo.").waitFor({ state: "detached" });
    await page.keyboard.press("ControlOrMeta+y");
    await said.getByText("There is nothing to redo.").waitFor();
    await said.getByText("There is nothing to redo.").waitFor({ state: "detached" });
  });

  test("a message covers nothing of the view", async () => {
    const { page } = await open({ viewport: { width: 1024, height: 700 } });
    await openDemonstration(page);
    await page.keyboard.press("ControlOrMeta+y");
    const toast = page.getByRole("region", { name: "What happened" }).getByText("There is nothing to redo.");
    await toast.waitFor();
    const top = (await toast.boundingBox())?.y ?? 0;
    const view = await page.getByRole("main").boundingBox();
    expect(top).toBeGreaterThanOrEqual((view?.y ?? 0) + (view?.height ?? 0));
  });

  test("a verdict that lacks its reason says so at the field, and is still there behind another article", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "read");
    const text = page.locator("[data-reader-text]");
    await text.focus();
    await page.keyboard.press("j");
    await expect.poll(() => page.url()).toContain("mark=");
    const place = page.url();
    await page.keyboard.press("v");
    await expect.poll(() => focusIsIn(page, "[role=radiogroup][aria-label=Verdict] *")).toBe(true);
    const verdicts = page.getByRole("radiogroup", { name: "Verdict" });
    await verdicts.getByRole("radio").last().waitFor();
    // One whose rule is not met.
    for (const radio of await verdicts.getByRole("radio").all()) {
      await radio.press("Space");
      if (await page.getByRole("button", { name: "Save all the same" }).isVisible()) break;
    }
    await page.getByRole("button", { name: "Save all the same" }).waitFor();
    const rationale = page.getByRole("textbox", { name: "Rationale" });
    await verdicts.getByRole("radio", { checked: true }).press("ControlOrMeta+Enter");
    await page.getByText("Say why you give this verdict although").waitFor();
    await expect.poll(() => rationale.evaluate((field) => field === document.activeElement)).toBe(true);

    await rationale.fill("Both speak of what they heard.");
    await text.focus();
    await page.keyboard.press("]");
    await expect.poll(() => page.url()).not.toBe(place);
    await page.goto(place);
    await expect.poll(() => rationale.inputValue()).toBe("Both speak of what they heard.");
    await page.getByRole("button", { name: "Save all the same" }).waitFor();
    await rationale.press("ControlOrMeta+Enter");
    await page
      .getByRole("region", { name: "What happened" })
      .getByText(/^Verdict saved/)
      .waitFor();
  });

  test("a claim in the making outlasts another article, and is saved from the text", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "read");
    const text = page.locator("[data-reader-text]");
    await text.focus();
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("fighters");
    await page
      .getByRole("search")
      .getByText(/^\d+ of \d+/)
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => focusIsIn(page, "[data-reader-text]")).toBe(true);
    await page.keyboard.press("c");
    const statement = page.getByRole("tabpanel").getByRole("textbox", { name: "Statement" });
    await statement.fill("There were fighters at the post.");
    await text.focus();
    await page.keyboard.press("]");
    await page.getByRole("heading", { name: "New claim" }).waitFor({ state: "detached" });
    await page.keyboard.press("[");
    await expect.poll(() => statement.inputValue()).toBe("There were fighters at the post.");
    await text.focus();
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByRole("region", { name: "What happened" }).getByText("Claim saved.").waitFor();
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

  test("the search says what fits the question, and shows all its words in the article", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "search");
    const field = page.getByRole("searchbox", { name: "Search articles, claims, sources and notes" });
    await field.fill("zebras");
    await page.getByText("Nothing has these words").waitFor();
    await field.fill("tag:zebras");
    await page.getByText("Nothing fits this question").waitFor();
    await field.fill("NOT");
    await page.getByText("This asks for nothing yet").waitFor();

    await field.fill("ferry landing");
    const hit = page.getByRole("link").filter({ hasText: "Ferry at Oure stopped" }).first();
    await hit.waitFor();
    expect(await hit.textContent()).toMatch(/\d{1,2} May 2025/);
    await hit.press("Enter");
    await expect
      .poll(() => painted(page, "find"))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^ferry$/i), expect.stringMatching(/^landing$/i)]));
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

  test("a search is named as soon as its panel opens", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.getByRole("searchbox", { name: "Search the library" }).fill("ferry");
    await page.getByRole("button", { name: "Saved searches" }).click();
    const name = page.getByRole("textbox", { name: "Keep this search as" });
    await name.waitFor();
    await page.keyboard.type("Boats");
    await expect.poll(() => name.inputValue()).toBe("Boats");
  });
});

async function articleIs(page: Page, title: string): Promise<void> {
  await expect
    .poll(() => page.locator("[data-article]").getByRole("document").getAttribute("aria-label"))
    .toContain(title);
}

/** The words that are painted in one way. */
function painted(page: Page, layer: string): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      [...(CSS.highlights.get(wanted) ?? [])].map((found) => {
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        return range.toString();
      }),
    layer,
  );
}
