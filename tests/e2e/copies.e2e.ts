import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeOnEveryHost } from "./harness.ts";
import { goTo, openDemonstration, row, undoByToast } from "./steps.ts";
import { violations } from "./violations.ts";

const STORY = [
  "Fishermen found the lake road closed at dawn on Monday, three of them said, and waited for an hour.",
  "Two lorries had been left across it in the night, north of the ferry, and the radio of the post was silent.",
  "The council said later that the road was open again, and that it would say more when there was more to say.",
];
const PRINTED = [...STORY, "The Echo could not reach anybody at the council on Monday evening, by whatever number."];
const CHANGED = [...STORY.slice(0, 2), "The council said on Tuesday that nine people had been held at the ferry."];

const IN_FRENCH = [
  "Lundi à l’aube, des pêcheurs ont trouvé la route du lac fermée, disent trois d’entre eux, qui ont attendu une heure.",
  "Deux camions y avaient été laissés en travers pendant la nuit, au nord du bac, et la radio du poste se taisait.",
  "La mairie a fait savoir plus tard que la voie était rouverte et qu’elle en dirait davantage le moment venu.",
];

/** Brings an article in by its text. */
async function paste(page: Page, title: string, paragraphs: readonly string[], outlet = ""): Promise<void> {
  await goTo(page, "library");
  await page.getByRole("button", { name: "Paste text" }).click();
  const form = page.getByRole("form", { name: "Paste an article" });
  await form.getByRole("textbox", { name: "Text" }).fill(paragraphs.join("\n\n"));
  await form.getByRole("textbox", { name: "Title" }).fill(title);
  await form.getByRole("textbox", { name: "Outlet" }).fill(outlet);
  await form.getByRole("button", { name: "Add to the library" }).click();
  await form.waitFor({ state: "detached" });
}

const heads = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();

/** The demonstration with a story of an agency and a paper that printed it, found to be alike. */
async function printedTwice(page: Page): Promise<void> {
  await openDemonstration(page);
  // The demonstration has a pair of its own; once it is shown, the case has settled.
  await page.getByRole("button", { name: "1 likely copy" }).waitFor();
  await paste(page, "Lake road closed", STORY, "Northwire");
  await paste(page, "Road at the lake shut", PRINTED, "Oure Echo");
  await goTo(page, "library");
  await page.getByRole("button", { name: "2 likely copies" }).click();
  await page.getByRole("region", { name: "The two texts" }).waitFor();
  // The pair that is alike the most comes first: the paper holds all of the story.
  await expect.poll(() => heads(page)).toEqual(["Lake road closed", "Road at the lake shut"]);
}

describeOnEveryHost("copies", (open) => {
  test("are proposed, shown side by side, decided by a key and taken back", async () => {
    const { page } = await open();
    await printedTwice(page);
    await page.getByText("All of the left text stands in the right one;").waitFor();
    await page.getByText("Likely the original: it is a news agency’s.").waitFor();
    const texts = page.getByRole("region", { name: "The two texts" });
    expect(await texts.locator("del").count()).toBe(0);
    await expect.poll(async () => (await texts.locator("ins").allTextContents()).join("").trim()).toBe(PRINTED.at(-1));

    await page.keyboard.press("x");
    await expect.poll(() => heads(page)).toEqual(["Road at the lake shut", "Lake road closed"]);
    await page.keyboard.press("x");
    await expect.poll(() => heads(page)).toEqual(["Lake road closed", "Road at the lake shut"]);

    await page.getByRole("textbox", { name: "Comment" }).fill("Printed as it came.");
    await page.getByRole("button", { name: /^Wire copy/ }).click();
    await page.getByText("Wire copy: written down.").waitFor();
    await undoByToast(page);
    await page.getByText("Undone: call “Road at the lake shut” the wire copy of “Lake road closed”.").waitFor();
  });

  test("that were decided are listed with the article, and can be decided anew", async () => {
    const { page } = await open();
    await printedTwice(page);
    await page.keyboard.press("1");
    await page.getByText("Wire copy: written down.").waitFor();
    await goTo(page, "library");
    await page.getByRole("grid").focus();
    await page.keyboard.type("lake road");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: /^Copies/ }).click();
    await page.getByText("Wire copy:", { exact: true }).waitFor();
    await page.getByText(/^All of this text stands in it; \d+ % of it stands in this\.$/).waitFor();
    await page.getByRole("link", { name: "Compare with “Road at the lake shut”" }).click();
    await page.getByText("Wire copy: the right was made from the left.").waitFor();
    await page.keyboard.press("5");
    await page.getByText("The two are unrelated.").waitFor();
    await page.getByRole("button", { name: "Take back", exact: true }).click();
    await page.getByText("The decision was taken back.").waitFor();
    await page.getByRole("button", { name: "Take back", exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await page.getByRole("tab", { name: /^Copies/ }).click();
    await page.getByText("Not decided yet").waitFor();
  });

  test("are gone through by keys: pairs by brackets, differences by J and K", async () => {
    const { page } = await open();
    await printedTwice(page);
    await paste(page, "Road closed, council says", CHANGED, "Al Bahr");
    await page.getByRole("button", { name: "4 likely copies" }).click();
    const region = page.getByRole("region", { name: "The two texts" });
    await region.waitFor();
    const first = await heads(page);
    await page.keyboard.press("]");
    await expect.poll(() => heads(page)).not.toEqual(first);
    await page.keyboard.press("[");
    await expect.poll(() => heads(page)).toEqual(first);
    await page.keyboard.press("j");
    await expect.poll(() => region.locator("[data-current]").count()).toBeGreaterThan(0);
  });

  test("that wait again since their decision was undone are led back to, and none is left behind at the end", async () => {
    const { page } = await open();
    await printedTwice(page);
    await paste(page, "Road closed, council says", CHANGED, "Al Bahr");
    await page.getByRole("button", { name: "4 likely copies" }).click();
    const texts = page.getByRole("region", { name: "The two texts" });
    await texts.waitFor();
    const first = await heads(page);
    await page.keyboard.press("5");
    await page.getByText("3 pairs wait").waitFor();
    await expect.poll(() => heads(page)).not.toEqual(first);
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText("4 pairs wait").waitFor();
    await expect.poll(() => heads(page)).toEqual(first);

    // Whoever passes one over comes to it behind the last.
    await page.keyboard.press("]");
    await expect.poll(() => heads(page)).not.toEqual(first);
    for (const waiting of ["3 pairs wait", "2 pairs wait", "1 pair waits"]) {
      const before = await heads(page);
      await page.keyboard.press("5");
      await page.getByText(waiting, { exact: true }).waitFor();
      await expect.poll(() => heads(page)).not.toEqual(before);
    }
    expect(await heads(page)).toEqual(first);
    await page.keyboard.press("5");
    await page.getByText("No pair waits for a decision").waitFor();
    await page.getByText("The two are unrelated.").waitFor();

    // What was decided already is not written down once more.
    await page.keyboard.press("5");
    await page.getByText("That is what was decided already; nothing was changed.").waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText("1 pair waits", { exact: true }).waitFor();
  });

  test("are decided of any two articles that are selected, such as a translation, which nobody can propose", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await paste(page, "La route du lac fermée", IN_FRENCH, "Le Fil");
    await paste(page, "Lake road closed", STORY, "Northwire");
    // Nothing is compared until there are two.
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("compare the two");
    await page.keyboard.press("Enter");
    await page.getByText("Select two articles first").waitFor();
    const grid = page.getByRole("grid");
    for (const title of ["La route du lac", "Lake road closed"]) {
      await row(page, title).click({ modifiers: ["ControlOrMeta"] });
    }
    await page.getByText("2 selected").waitFor();
    await row(page, "Correction:").click({ modifiers: ["ControlOrMeta"] });
    await page.getByText("3 selected").waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^Compare/ }).count()).toBe(0);
    await row(page, "Correction:").click({ modifiers: ["ControlOrMeta"] });
    await page.getByRole("button", { name: /^Compare/ }).waitFor();
    await grid.focus();
    await page.keyboard.press("Shift+C");

    // The agency’s stands on the left, though it was selected last.
    await expect.poll(() => heads(page)).toEqual(["Lake road closed", "La route du lac fermée"]);
    await page.getByText("Hardly a word stands in both, as with a translation, so nothing is marked").waitFor();
    const texts = page.getByRole("region", { name: "The two texts" });
    expect(await texts.locator("del, ins").count()).toBe(0);
    const [english, french] = await Promise.all(
      [STORY, IN_FRENCH].map((story) => texts.getByText(story[2] ?? "").boundingBox()),
    );
    expect(english?.y).toBe(french?.y);
    await page.keyboard.press("3");
    await page.getByText("Translation: written down.").waitFor();
    // It was not one of those that wait, so it stays in sight, with what was decided.
    await page.getByText("Translation: the right was made from the left.").waitFor();
    await goTo(page, "library");
    await row(page, "La route du lac").click();
    await page.getByText("linked to 1 article").waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText("Undone: call “La route du lac fermée” the translation of “Lake road closed”.").waitFor();
    await page.getByText("linked to 1 article").waitFor({ state: "detached" });

    // The palette does the same.
    await grid.focus();
    for (const title of ["Lake road closed", "La route du lac"]) {
      await row(page, title).click({ modifiers: ["ControlOrMeta"] });
    }
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("compare the two");
    await page.keyboard.press("Enter");
    await expect.poll(() => heads(page)).toEqual(["Lake road closed", "La route du lac fermée"]);
  });

  test.for(["light", "dark"] as const)("are accessible, side by side and in a list, %s", async (colorScheme) => {
    const { page } = await open({ colorScheme, viewport: { width: 1024, height: 700 } });
    await printedTwice(page);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("2");
    await page.getByText("Rewrite: written down.").waitFor();
    await page
      .getByRole("link", { name: "Lake road closed" })
      .or(page.getByRole("main").getByRole("link"))
      .first()
      .click();
    await page.getByRole("tab", { name: /^Copies/ }).click();
    await page
      .getByText(/stands in this\.$/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
