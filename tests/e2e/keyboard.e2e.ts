import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { focusIsIn, goTo, openDemonstration, painted } from "./steps.ts";

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
      .poll(async () => (await painted(page)).find)
      .toEqual(expect.arrayContaining([expect.stringMatching(/^ferry$/i), expect.stringMatching(/^landing$/i)]));
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
