import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { rangeOf, workbenchOver } from "../support/workbench.ts";
import { type Folders, makeFolders } from "./folders.ts";
import { describeOnEveryHost, type Open } from "./harness.ts";
import { find, goTo, painted, textHasFocus, undoByToast } from "./steps.ts";
import { violations } from "./violations.ts";

const ADDRESS = "https://news.example/lake-road";
const TITLE = "Lake road closed";
const CLAIMED = "Two lorries had been left across it in the night";
const FIRST = [
  "Fishermen found the lake road closed at dawn on Monday, three of them said, and waited for an hour.",
  `${CLAIMED}, north of the ferry, the council said, and the radio of the post was silent.`,
  "It would say more, it added, when there was more to say.",
];
const LATER = [
  "Updated at noon: the road is open again.",
  ...FIRST.slice(0, 2),
  "It said on Tuesday that nine people had been held at the ferry.",
];
const CORRECTED = [FIRST[0] ?? "", "A single cart had been left across it, the council said, and nobody was hurt."];

describeOnEveryHost("another text of an article", (open) => {
  test("is listed with it, shown beside it, and studied in its place with every mark, which is undone at once", async () => {
    const { page } = await openWithRevision(open, LATER);
    await listed(page);
    await page.getByText(/^3\d\d characters · pasted text$/).waitFor();
    await page.getByRole("button", { name: "See what changed" }).click();
    await page.getByRole("heading", { name: "Two texts of one article" }).waitFor();
    const texts = page.getByRole("region", { name: "The two texts" });
    expect(await texts.locator("del").allTextContents()).toEqual([
      "would say more, it added, when there was more to say",
    ]);
    const added = (await texts.locator("ins").allTextContents()).map((words) => words.trim()).filter(Boolean);
    expect(added).toEqual([LATER[0], "said on Tuesday that nine people had been held at the ferry"]);
    await page.getByText("2 differences").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect.poll(() => texts.locator("del[data-current]").count()).toBe(1);

    await page.getByRole("button", { name: "Study this text" }).click();
    await page.getByText("The other text is studied now; 2 marked passages moved with it.").waitFor();
    const text = page.locator("[data-reader-text]");
    await text.getByText("Updated at noon").waitFor();
    await page.keyboard.press("j");
    const claim = page.getByRole("textbox", { name: "Statement" });
    await expect.poll(() => claim.inputValue()).toBe("The road was blocked");
    await undoByToast(page);
    await page.getByText(`Undone: study another text of “${TITLE}”.`).waitFor();
    await text.getByText("when there was more to say").waitFor();
    expect(await text.getByText("Updated at noon").count()).toBe(0);
  });

  test("is not studied where marked words stand in it no more, and the words are named, until the mark is gone", async () => {
    const { page } = await openWithRevision(open, CORRECTED);
    await listed(page);
    const refused = `The other text of “${TITLE}” does not hold these marked words: “${CLAIMED}”. Take the mark out, or put it on other words, first.`;
    await page.getByRole("button", { name: "Study this text" }).click();
    await page.getByText(refused).waitFor();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.getByRole("button", { name: "See what changed" }).click();
    await page.getByRole("button", { name: "Study this text" }).click();
    await page.getByText(refused).waitFor();
    await page.getByRole("heading", { name: "Two texts of one article" }).waitFor();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.getByRole("button", { name: "Back", exact: true }).click();

    const text = page.locator("[data-reader-text]");
    await text.getByText(CLAIMED).waitFor();
    await text.focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Delete");
    await expect.poll(() => page.getByRole("contentinfo").textContent()).toContain("0 claims tagged");
    await listed(page);
    await page.getByRole("button", { name: "Study this text" }).click();
    await page.getByText("The other text is studied now.").waitFor();
    await text.getByText("A single cart").waitFor();
  });

  test("carries a claim that was begun to the same words, and says which of them it does not hold", async () => {
    const { page } = await openWithRevision(open, LATER);
    await find(page, "the radio of the post was silent");
    await page.keyboard.press("c");
    const statement = page.getByRole("textbox", { name: "Statement" });
    await statement.fill("The post did not answer");
    await find(page, "when there was more to say");
    await page.keyboard.press("a");
    const begun = async () => (await painted(page)).draft;
    await expect.poll(begun).toEqual(["the radio of the post was silent", "when there was more to say"]);
    await listed(page);
    await page.getByRole("button", { name: "See what changed" }).click();
    await page.getByRole("button", { name: "Study this text" }).click();
    await page.locator("[data-reader-text]").getByText("Updated at noon").waitFor();
    await expect.poll(begun).toEqual(["the radio of the post was silent"]);
    await page.getByText("left out: “when there was more to say”.").waitFor();
    expect(await statement.inputValue()).toBe("The post did not answer");
    await page.getByRole("button", { name: "Save claim" }).click();
    await page.getByText("Claim saved.").waitFor();
    await expect
      .poll(async () => (await painted(page))["claim-untriaged"])
      .toEqual([CLAIMED, "the radio of the post was silent"]);
  });

  test("takes the words from under a claim that was begun, which is saved once it stands on others", async () => {
    const { page } = await openWithRevision(open, LATER);
    await find(page, "when there was more to say");
    await page.keyboard.press("c");
    await page.getByRole("textbox", { name: "Statement" }).fill("Nobody had said all");
    await listed(page);
    await page.getByRole("button", { name: "Study this text" }).click();
    await page.locator("[data-reader-text]").getByText("Updated at noon").waitFor();
    await page.getByRole("tab", { name: "Claim", exact: true }).click();
    await page.getByRole("button", { name: "Save claim" }).click();
    const editor = page.getByRole("tabpanel");
    await editor.getByText("The claim stands on no words of this text.").waitFor();
    await find(page, "nine people had been held");
    await page.keyboard.press("a");
    await editor.getByText("The claim stands on no words of this text.").waitFor({ state: "detached" });
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByText("Claim saved.").waitFor();
    await expect
      .poll(async () => (await painted(page))["claim-untriaged"])
      .toEqual([CLAIMED, "nine people had been held"]);
    await expect.poll(() => page.getByLabel("Claims beside the text").textContent()).toContain("Nobody had said all");
  });

  test("carries a note that was begun to the same words, which wait for it in another place too", async () => {
    const { page } = await openWithRevision(open, LATER);
    await find(page, "waited for an hour");
    await page.keyboard.press("n");
    await page.keyboard.type("Who were they?");
    await listed(page);
    await page.getByRole("button", { name: "Study this text" }).click();
    await page.locator("[data-reader-text]").getByText("Updated at noon").waitFor();
    await goTo(page, "claims");
    await expect.poll(() => page.title()).toMatch(/^Claims/);
    await goTo(page, "read");
    await page.getByRole("tab", { name: /^Notes/ }).click();
    const note = page.getByRole("textbox", { name: "Note on the selected words" });
    await expect.poll(() => note.inputValue()).toBe("Who were they?");
    await expect.poll(async () => (await painted(page)).draft).toEqual(["waited for an hour"]);
    await note.press("Enter");
    await page.getByText("Note saved.").waitFor();
    await expect.poll(async () => (await painted(page)).note).toEqual(["waited for an hour"]);
    expect((await painted(page)).draft ?? []).toEqual([]);
  });

  test("has an original of its own, which stands beside the text at the passage that is selected there", async () => {
    const { page } = await openWithRevision(open, LATER);
    await listed(page);
    await page.getByRole("button", { name: "Original", exact: true }).click();
    const pane = page.getByRole("region", { name: "Original" });
    const drawn = page.frameLocator("iframe");
    await drawn.getByText("nine people had been held").waitFor();
    await pane.getByText(/^Of another text, collected /).waitFor();
    await expect.poll(() => textHasFocus(page)).toBe(true);
    // The mark is of the text that is studied; its words are looked for in the other’s original.
    await page.keyboard.press("j");
    await pane.getByText("The passage is highlighted.").waitFor();
    expect(new URL(page.url()).hash).toContain("revision=");

    await pane.getByRole("button", { name: "Show that of the studied text" }).click();
    await pane.getByRole("document").getByText("when there was more to say").waitFor();
    expect(await pane.getByText("Of another text").count()).toBe(0);
    expect(new URL(page.url()).hash).not.toContain("revision=");
    await page.keyboard.press("o");
    await pane.waitFor({ state: "detached" });

    await listed(page);
    await page.getByRole("button", { name: "See what changed" }).click();
    await page.getByRole("link", { name: "Show its original" }).click();
    await drawn.getByText("nine people had been held").waitFor();
    await page.keyboard.press("F6");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
    await page.keyboard.press("Escape");
    await pane.waitFor({ state: "detached" });
    await expect.poll(() => textHasFocus(page)).toBe(true);
    expect(await page.getByRole("region", { name: "Inspector" }).count()).toBe(1);
  });

  test("has no violation, light or dark, in its list, beside the other text and with its original", async () => {
    const { page } = await openWithRevision(open, LATER, { width: 1024, height: 700 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await listed(page);
      expect(await violations(page), `${colorScheme}, listed`).toEqual([]);
      await page.getByRole("button", { name: "See what changed" }).click();
      await page.getByRole("region", { name: "The two texts" }).locator("ins").first().waitFor();
      expect(await violations(page), `${colorScheme}, side by side`).toEqual([]);
      await page.getByRole("link", { name: "Show its original" }).click();
      await page.frameLocator("iframe").getByText("nine people").waitFor();
      expect(await violations(page), `${colorScheme}, original`).toEqual([]);
      await page.keyboard.press("o");
    }
  });
});

/** Opens the case “The road” in the reader: an article with a claim, and what stood at its address later. */
async function openWithRevision(
  open: Open,
  later: readonly string[],
  viewport = { width: 1440, height: 900 },
): Promise<{ page: Page }> {
  const folders = await makeFolders();
  await makeCase(folders, later);
  const { page } = await open({ folders, viewport });
  await page
    .getByRole("button", { name: /The road/ })
    .first()
    .click();
  await page.getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.locator("[data-reader-text]").getByText(CLAIMED).waitFor();
  return { page };
}

async function makeCase(folders: Folders, later: readonly string[]): Promise<void> {
  const { client, close } = workbenchOver(folders);
  await client.cases.create({ name: "The road", path: join(folders.cases, "road.sourceline") });
  const fields = { title: TITLE, url: ADDRESS };
  const text = [TITLE, ...FIRST].join("\n\n");
  const { articleId } = await client.articles.importText({ text, fields });
  await client.claims.create({
    fields: { statement: "The road was blocked" },
    attribution: {
      articleId: articleId ?? "",
      content: [rangeOf(text, CLAIMED)],
      cue: [rangeOf(text, "said, and the radio")].map(({ start }) => ({ start, end: start + "said".length })),
      chain: [],
    },
  });
  const html = `<!doctype html><title>${TITLE}</title><article><h1>${TITLE}</h1>${later.map((words) => `<p>${words}</p>`).join("")}</article>`;
  const came = await client.articles.importText({ text: [TITLE, ...later].join("\n\n"), html, fields });
  expect(came).toMatchObject({ outcome: "revised", articleId });
  await close();
}

/** Shows the copies and revisions of the article beside its text. */
async function listed(page: Page): Promise<void> {
  await page.getByRole("tab", { name: /^Copies/ }).click();
  await page.getByRole("heading", { name: "Other texts of this article" }).waitFor();
}
