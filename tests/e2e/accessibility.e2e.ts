import { expect, test } from "vitest";
import { VIEWS } from "../../renderer/route.ts";
import { describeOnEveryHost } from "./harness.ts";
import { goTo, openDemonstration } from "./steps.ts";
import { violations } from "./violations.ts";

describeOnEveryHost("accessibility", (open) => {
  test.for(["light", "dark"] as const)("no view has a violation, %s", async (colorScheme) => {
    const { page } = await open({ colorScheme });
    await page.getByRole("heading", { name: "Sourceline" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await openDemonstration(page);
    for (const view of VIEWS) {
      await goTo(page, view);
      await page.getByRole("main").getByRole("heading").first().waitFor();
      expect(await violations(page), view).toEqual([]);
      // With something chosen there is an inspector beside the table.
      const table = page.getByRole("grid");
      if ((await table.count()) === 0) continue;
      await table.focus();
      await page.keyboard.press("ArrowDown");
      await page.getByRole("main").getByRole("heading").nth(1).waitFor();
      expect(await violations(page), `${view}, with a row chosen`).toEqual([]);
    }
  });

  test.for(["light", "dark"] as const)("the library has none in any of its states, %s", async (colorScheme) => {
    const { page } = await open({ colorScheme, viewport: { width: 1440, height: 900 } });
    await openDemonstration(page);
    await page.getByRole("checkbox", { name: "Northwire" }).press("Space");
    await page.getByRole("searchbox", { name: "Search the library" }).fill("(raid");
    await page.getByText("The bracket that opens here is never closed.").waitFor();
    expect(await violations(page), "a question that cannot be asked").toEqual([]);
    await page.getByRole("searchbox", { name: "Search the library" }).fill("");
    await page.getByRole("grid").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.getByText("2 selected").waitFor();
    expect(await violations(page), "several selected").toEqual([]);
    await page.getByRole("button", { name: "Saved searches" }).click();
    await page.getByRole("textbox", { name: "Keep this search as" }).waitFor();
    expect(await violations(page), "saved searches").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Move to the trash" }).last().click();
    await page.getByText("2 articles moved to the trash.").waitFor();
    await goTo(page, "trash");
    await page.getByRole("grid").focus();
    await page.keyboard.press("Delete");
    await page.getByRole("region", { name: "Take out of the trash for good" }).waitFor();
    expect(await violations(page), "what destroying means").toEqual([]);
  });

  test("no sheet over the view has a violation", async () => {
    const { page } = await open({ viewport: { width: 1024, height: 700 } });
    await openDemonstration(page);
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Find a command" }).fill("raid");
    await page.getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the first tab stop skips to the content, and every place has its key", async () => {
    const { page } = await open();
    await openDemonstration(page);
    // A page that was just loaded has the focus nowhere.
    await page.reload();
    await page.getByRole("grid").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    // On the stand-in too the page sees the keys; a real menu takes them before it and sends the same command.
    for (const [key, title] of [
      ["Alt+3", /^Claims/],
      ["Alt+4", /^Sources/],
      ["Alt+1", /^Library/],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.title()).toMatch(title);
    }
  });
});
