import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { goTo, openDemonstration, undoByToast } from "./steps.ts";

describeOnEveryHost("the report", (open, host) => {
  const begin = async () => {
    const { page } = await open();
    await openDemonstration(page);
    await goTo(page, "report");
    await page.getByRole("textbox", { name: "Judgements" }).waitFor();
    return page;
  };

  test("is previewed as it is written, in a frame that runs nothing", async () => {
    const page = await begin();
    const frame = page.locator("iframe");
    await frame.waitFor();
    expect(await frame.getAttribute("sandbox")).toBe("");
    const judgements = page.getByRole("textbox", { name: "Judgements" });
    await judgements.fill("The ferry never stopped.");
    await page.frameLocator("iframe").getByText("The ferry never stopped.").first().waitFor();
    expect(await judgements.inputValue()).toBe("The ferry never stopped.");
  });

  test("warns of a confidence and a likelihood in one sentence, and no longer once they are apart", async () => {
    const page = await begin();
    const judgements = page.getByRole("textbox", { name: "Judgements" });
    await judgements.fill("With high confidence, it is likely that the post fell.");
    await judgements.blur();
    const warnings = page.getByRole("list", { name: "Wording" });
    await warnings.getByText("puts “high confidence” and “likely” in one sentence").waitFor();
    await judgements.fill("It is likely that the post fell. Our confidence is high.");
    await judgements.blur();
    await warnings.waitFor({ state: "detached" });
  });

  test("speaks of chosen claims only, where some are chosen", async () => {
    const page = await begin();
    await page.getByRole("radio", { name: "Chosen claims" }).click();
    await page.getByText("0 claims chosen").waitFor();
    await page.getByRole("main").getByText("Some of the attackers came to Tamba by boat").click();
    await page.getByText("1 claim chosen").waitFor();
    const frame = page.frameLocator("iframe");
    await frame.getByText("Some of the attackers came to Tamba by boat").first().waitFor();
    await expect.poll(() => frame.getByText("Two buildings of the Tamba post were burnt").count()).toBe(0);
  });

  test("is made anew, removed, and brought back", async () => {
    const page = await begin();
    await page.getByRole("button", { name: "New report" }).click();
    await page.getByRole("heading", { name: "Verification memo" }).waitFor();
    // Its title is selected, so that the one that is typed takes its place.
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe("Verification memo");
    await page.keyboard.type("Evening memo");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Evening memo" }).waitFor();
    await page.getByRole("button", { name: "Remove this report" }).click();
    await expect.poll(() => page.getByRole("heading", { name: "Evening memo" }).count()).toBe(0);
    await undoByToast(page);
    // Whoever comes to it again does not stand in its title.
    await page.getByRole("link", { name: "Evening memo" }).click();
    await page.getByRole("heading", { name: "Evening memo" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe("input");
  });

  test("that went by Undo is shown again once Redo has brought it back", async () => {
    const page = await begin();
    const title = page.getByRole("main").getByRole("heading", { level: 1 });
    const first = await title.textContent();
    await page.getByRole("button", { name: "New report" }).click();
    await expect.poll(() => title.textContent()).toBe("Verification memo");
    const own = page.url();
    await page.getByRole("link", { name: "Verification memo" }).focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => title.textContent()).toBe(first);
    await page.getByRole("link", { name: "Verification memo" }).waitFor({ state: "detached" });
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect.poll(() => title.textContent()).toBe("Verification memo");
    expect(page.url()).toBe(own);
  });

  // The desktop asks where a file should go; its own spec answers that.
  test.runIf(host === "local host")("is exported in each format, and the toast names the file", async () => {
    const page = await begin();
    for (const [format, ending] of [
      ["Report, HTML", ".html"],
      ["Report, Markdown", ".md"],
      ["Whole case, JSON", ".json"],
      ["Claims, CSV", ".csv"],
    ] as const) {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: format }).click();
      const name = (await download).suggestedFilename();
      expect(name.endsWith(ending)).toBe(true);
      await page.getByText(`Saved as “${name}”.`).waitFor();
    }
  });
});
