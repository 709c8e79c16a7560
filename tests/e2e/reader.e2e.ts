import { expect, test } from "vitest";
import { caseWithOriginals } from "../support/originals.ts";
import { makeFolders } from "./folders.ts";
import { describeOnEveryHost } from "./harness.ts";
import {
  boxOf,
  caretLeft,
  draw,
  focusedField,
  openArticle,
  openCase,
  press,
  said,
  selectedWords,
  tag,
} from "./reader-steps.ts";
import { find, openDemonstration, painted, textHasFocus } from "./steps.ts";
import { violations } from "./violations.ts";

const STORY = [
  "Ferry stopped at the north landing",
  "",
  "NORTH LANDING (Lake Wire) – The harbour office said the ferry had stopped before dawn, and that nobody was hurt.",
  "",
  "Two fishermen told Lake Wire that they saw smoke over the engine house, a detail that was denied on Friday.",
].join("\n");

describeOnEveryHost("reading and marking", (open) => {
  test("says of an article that was undone that it is gone, and makes no failure of it", async () => {
    const { page } = await open();
    await openDemonstration(page);
    await page.evaluate(() => {
      location.hash = "#/read/01a1fe4b-4735-72b3-b5de-f092b7d3fb24";
    });
    await page.getByText("This article is not in the case any more. It may have been removed or undone.").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
  });

  test("a claim is made, with its source and its cue, without a mouse", async () => {
    const { page, articleId } = await openArticle(open, STORY);
    await find(page, "the ferry had stopped before dawn");
    expect(await selectedWords(page)).toBe("the ferry had stopped before dawn");

    await page.keyboard.press("c");
    await expect.poll(() => focusedField(page)).toBe("The ferry had stopped before dawn");
    await page.keyboard.press("Enter");
    await said(page, "Claim saved.");
    expect(await textHasFocus(page)).toBe(true);

    await find(page, "The harbour office");
    await page.keyboard.press("s");
    await said(page, "“The harbour office” is in the chain.");
    await find(page, "said");
    await page.keyboard.press("q");
    await said(page, "Cue marked.");

    await expect
      .poll(() => painted(page))
      .toMatchObject({
        "claim-untriaged": ["the ferry had stopped before dawn"],
        source: ["The harbour office"],
        cue: ["said"],
      });
    expect(await page.getByLabel("Claims beside the text").textContent()).toContain("The harbour office");
    expect(new URL(page.url()).hash).toContain(articleId);
  });

  test("what is typed at once after C goes into the statement, and Enter saves it", async () => {
    const { page } = await openArticle(open, STORY);
    await find(page, "nobody was hurt");
    await page.keyboard.type("cJokes are not data");
    await page.keyboard.press("Enter");
    await said(page, "Claim saved.");
    expect(await page.getByLabel("Claims beside the text").textContent()).toContain("Jokes are not data");
  });

  test("words that are drawn over with the pointer offer what can be made of them, beside them and not before", async () => {
    const { page } = await openArticle(open, STORY);
    const words = "Two fishermen told Lake Wire";
    const box = await boxOf(page, words);
    const bubble = page.getByRole("toolbar", { name: "Selected words" });
    await page.mouse.move(box.left + 1, box.top + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.right - 1, box.top + box.height / 2, { steps: 4 });
    expect(await bubble.count()).toBe(0);
    await page.mouse.up();
    await bubble.waitFor();
    expect(await selectedWords(page)).toBe(words);
    const place = await bubble.boundingBox();
    if (!place) throw new Error("The bubble has no place.");
    expect(place.y + place.height <= box.top || place.y >= box.top + box.height).toBe(true);
    await bubble.getByRole("button", { name: "Claim" }).click();
    await expect.poll(() => focusedField(page)).toBe(words);
    expect(await bubble.count()).toBe(0);
  });

  test("the pointer selects afresh in the text after the editor of a claim had the focus, and Shift extends", async () => {
    const { page } = await openArticle(open, STORY);
    const text = page.locator("[data-reader-text]");
    const statement = page.getByRole("tabpanel").getByRole("textbox", { name: "Statement" });
    const claim = "the ferry had stopped before dawn";
    await draw(page, claim);
    await page.keyboard.press("c");
    await expect.poll(() => focusedField(page)).toBe("The ferry had stopped before dawn");
    const drawnOver = async (words: string) => {
      await statement.focus();
      await draw(page, words);
      return selectedWords(page);
    };

    // Before the words of the claim, behind them, and in them.
    expect(await drawnOver("The harbour office")).toBe("The harbour office");
    expect(await drawnOver("saw smoke")).toBe("saw smoke");
    expect(await drawnOver("ferry had")).toBe("ferry had");

    await statement.focus();
    await press(page, "fishermen");
    expect(await selectedWords(page)).toBe("");
    expect(await textHasFocus(page)).toBe(true);
    await statement.focus();
    await press(page, "engine", { times: 2 });
    expect((await selectedWords(page)).trim()).toBe("engine");

    // What was selected last goes on from where it began, to where the pointer is.
    await drawnOver("fishermen");
    await statement.focus();
    await press(page, "smoke", { key: "Shift" });
    expect(await selectedWords(page)).toMatch(/^fishermen told Lake Wire that they saw smo?$/);

    // So that the source is what was drawn over, and no more.
    expect(await drawnOver("The harbour office")).toBe("The harbour office");
    await page.keyboard.press("s");
    await expect.poll(async () => (await painted(page))["draft-source"]).toEqual(["The harbour office"]);

    // By script and by key the text has again what was selected in it.
    await drawnOver("nobody was hurt");
    await statement.focus();
    await page.keyboard.press("F6");
    await expect.poll(() => textHasFocus(page)).toBe(true);
    expect(await selectedWords(page)).toBe("nobody was hurt");
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => textHasFocus(page)).toBe(true);
    expect(await selectedWords(page)).toBe("nobody was hurt");
    await draw(page, "saw smoke");
    await page.keyboard.press("c");
    await expect.poll(() => focusedField(page)).toBe("Saw smoke");
    await text.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedField(page)).toBe("Saw smoke");
  });

  test("a note is written on words, from its key to its painted mark, and no letter of it is taken for a command", async () => {
    const { page } = await openArticle(open, STORY);
    await find(page, "saw smoke");
    await page.keyboard.press("n");
    await expect.poll(() => focusedField(page)).toBe("");
    await page.keyboard.type("Check with the clerk, jokes aside");
    await page.keyboard.press("Enter");
    await said(page, "Note saved.");
    await expect.poll(async () => (await painted(page)).note).toEqual(["saw smoke"]);
    expect(await textHasFocus(page)).toBe(true);
  });

  test("words of a claim that is there attach the passage to it", async () => {
    const { page } = await openArticle(open, STORY, async (client, article) => {
      await tag(client, article, "Smoke stood over the engine house", ["saw smoke"]);
    });
    await find(page, "nobody was hurt");
    await page.keyboard.press("c");
    await expect.poll(() => focusedField(page)).toBe("Nobody was hurt");
    await page.keyboard.type("engine smo");
    await page.getByRole("option", { name: "Smoke stood over the engine house" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await said(page, "Passage attached to the claim.");
    await expect.poll(async () => (await painted(page))["claim-untriaged"]).toEqual(["nobody was hurt", "saw smoke"]);
    expect(await page.getByRole("contentinfo").textContent()).toContain("1 claim tagged");
  });

  test("nested, crossing and discontinuous marks are painted over words that stay one run of text", async () => {
    const { page } = await openArticle(open, STORY, async (client, article) => {
      await tag(client, article, "Outer", ["The harbour office said the ferry had stopped before dawn"]);
      await tag(client, article, "Nested", ["the ferry had stopped"]);
      await tag(client, article, "Crossing", ["before dawn, and that nobody"]);
      await tag(client, article, "In two parts", ["Two fishermen", "saw smoke"]);
    });
    await expect
      .poll(() => painted(page))
      .toMatchObject({
        "claim-untriaged": [
          "The harbour office said the ferry had stopped before dawn",
          "Two fishermen",
          "before dawn, and that nobody",
          "saw smoke",
          "the ferry had stopped",
        ],
        "claim-overlap": ["before dawn", "the ferry had stopped"],
      });
    const shape = await page
      .locator("[data-reader-text]")
      .evaluate((text) => [...text.querySelectorAll("p, h1")].map(({ childNodes }) => childNodes.length));
    expect(shape).toEqual([1, 1, 1]);
  });

  test("a mark is taken out, brought back by Undo and taken out again by Redo", async () => {
    const { page } = await openArticle(open, STORY, async (client, article) => {
      await tag(client, article, "Nobody was hurt", ["nobody was hurt"]);
      await tag(client, article, "Smoke was seen", ["saw smoke"]);
    });
    const claims = async () => (await painted(page))["claim-untriaged"];
    await expect.poll(claims).toEqual(["nobody was hurt", "saw smoke"]);
    await page.locator("[data-reader-text]").focus();
    await page.keyboard.press("j");
    await expect.poll(async () => (await painted(page)).chosen).toEqual(["nobody was hurt"]);
    await page.keyboard.press("Delete");
    await expect.poll(claims).toEqual(["saw smoke"]);
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(claims).toEqual(["nobody was hurt", "saw smoke"]);
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect.poll(claims).toEqual(["saw smoke"]);
  });

  test("Arabic runs from the right, and the caret follows what is seen", async () => {
    const text = "قال مصدر أمني إن العبّارة توقفت قبل الفجر.";
    const { page } = await openArticle(open, text, undefined, "ar");
    const paragraph = page.locator("[data-reader-text] p, [data-reader-text] h1").first();
    expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    await page.locator("[data-reader-text]").focus();
    await page.keyboard.press("ControlOrMeta+Home");
    const start = await caretLeft(page);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => caretLeft(page)).toBeLessThan(start);
    await find(page, "العبّارة توقفت");
    await page.keyboard.press("c");
    await expect.poll(() => focusedField(page)).toBe("العبّارة توقفت");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await painted(page))["claim-untriaged"]).toEqual(["العبّارة توقفت"]);
  });

  test("hostile text is only ever text", async () => {
    const hostile = '<img src=x onerror="window.hurt=1"> <script>window.hurt=1</script> &lt;b&gt; <b>bold</b>';
    const { page } = await openArticle(open, `${hostile}\n\n${hostile}`, async (client, article) => {
      await tag(client, article, hostile, ["<b>bold</b>"]);
    });
    await expect.poll(async () => (await painted(page))["claim-untriaged"]).toEqual(["<b>bold</b>"]);
    await page.locator("[data-reader-text]").focus();
    await page.keyboard.press("j");
    await page.getByRole("tab", { name: /History/ }).click();
    expect(await page.locator("[data-reader-text] :is(img, script, b)").count()).toBe(0);
    expect(await page.locator("img, b:not(:has(svg)):text-is('bold')").count()).toBe(0);
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(await page.locator("[data-reader-text]").textContent()).toContain(hostile);
  });

  test("words are the same after they were selected, saved and read again, whatever they are made of", async () => {
    const words = "👩‍👩‍👧 e\u0301te\u0301 \u200fنص\u200e 🏴󠁧󠁢󠁳󠁣󠁴󠁿 z\u0335";
    const { page } = await openArticle(open, `\ufeffBefore ${words} after\r\nNext line`);
    const canonical = words.normalize("NFC");
    await find(page, canonical);
    await page.keyboard.press("c");
    await page.keyboard.press("Enter");
    await said(page, "Claim saved.");
    await page.reload();
    await expect.poll(async () => (await painted(page))["claim-untriaged"]).toEqual([canonical]);
  });

  test("a megabyte with ten thousand marks registers only what is near, wherever that is", async () => {
    const paragraph =
      "Forty boats lay idle, and nobody at the landing had been told why, said a clerk of the council. ";
    const text = Array.from({ length: 2_600 }, (_, index) => `${index}. ${paragraph.repeat(4).trim()}`).join("\n\n");
    const { page } = await openArticle(open, text, async (client, article) => {
      const stride = (article.text.length - 60) / 10_000;
      for (let claim = 0; claim < 200; claim++) {
        const content = Array.from({ length: 50 }, (_, part) => {
          const start = Math.floor((claim * 50 + part) * stride) + 10;
          return { start, end: start + 40 };
        });
        const fields = { statement: `Claim ${claim}` };
        await client.claims.create({ fields, attribution: { articleId: article.id, content } });
      }
      const { marks } = await client.articles.marks({ id: article.id });
      expect(marks).toHaveLength(10_000);
    });
    const registered = async () => (await painted(page))["claim-untriaged"] ?? [];
    await expect.poll(async () => (await registered()).length).toBeGreaterThan(10);
    expect((await registered()).length).toBeLessThan(500);
    const atStart = await registered();
    await page.locator("[data-reader-text]").focus();
    await page.keyboard.press("ControlOrMeta+End");
    await expect.poll(registered).not.toEqual(atStart);
    await expect.poll(async () => (await registered()).length).toBeGreaterThan(10);
    expect((await registered()).length).toBeLessThan(500);
    expect(await page.locator("[data-reader-text] :is(p, h1)").count()).toBe(2_600);
  });

  test("the list shows the article that is open, also where it comes into the list only behind many others", async () => {
    const folders = await makeFolders();
    const ids = await caseWithOriginals(
      folders,
      Array.from({ length: 450 }, (_, index) => ({
        text: `Notice ${index} of the harbour.`,
        title: `Notice ${index}`,
        published: new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
        publishedPrecision: "day" as const,
        original: `Notice ${index} of the harbour.`,
        mediaType: "text/plain",
      })),
    );
    const { page } = await open({ folders });
    await openCase(page, ids[440] ?? "");
    const item = page.locator(`a[href="#/read/${ids[440]}"][aria-current=true]`);
    await item.waitFor();
    await expect
      .poll(async () => {
        const list = await page.getByRole("region", { name: "Articles" }).boundingBox();
        const box = await item.boundingBox();
        return list && box && box.y >= list.y && box.y + box.height <= list.y + list.height;
      })
      .toBe(true);
    // And it is known what comes next.
    await page.locator("[data-reader-text]").focus();
    await page.keyboard.press("]");
    await page.locator(`a[href="#/read/${ids[441]}"][aria-current=true]`).waitFor();
  });

  test("axe finds nothing wrong with the reader, in light and dark, with a claim in the making or open", async () => {
    const { page } = await openArticle(open, STORY, async (client, article) => {
      await tag(client, article, "Nobody was hurt", ["nobody was hurt"]);
    });
    await page.locator("[data-reader-text]").focus();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press("j");
      await page.getByRole("button", { name: "Save verdict" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await find(page, "saw smoke");
      await page.keyboard.press("c");
      await page.getByRole("button", { name: "Save claim" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => textHasFocus(page)).toBe(true);
    }
  });
});
