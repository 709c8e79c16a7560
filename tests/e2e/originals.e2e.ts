import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pdfOf, scannedPdf } from "../support/originals.ts";
import { describeOnEveryHost } from "./harness.ts";
import { frameOf, inFrame, openWith, PASSAGE, read, STORY, type View, WEB_PAGE } from "./originals-steps.ts";
import { find, textHasFocus } from "./steps.ts";
import { violations } from "./violations.ts";

describeOnEveryHost("the original beside the text", (open) => {
  test("is opened at the passage, follows what is selected, and is left and closed by keys alone", async () => {
    const { page } = await openWith(open, [{ ...STORY, original: WEB_PAGE, mediaType: "text/html" }]);
    await find(page, PASSAGE);
    await page.keyboard.press("o");
    await page.getByText("The passage is highlighted.").waitFor();
    expect(await inFrame(page, highlighted)).toBe("smoke over the en\u00adgine house, a detail that was\ndenied");
    expect(await inFrame(page, (view) => (view.document.scrollingElement?.scrollTop ?? 0) > 500)).toBe(true);
    expect(await frameOf(page).getByText("Picture, not fetched: The ferry").count()).toBe(1);

    // The focus has stayed in the text, and what is selected next is shown next.
    await find(page, "Ferry stopped");
    await expect.poll(() => inFrame(page, highlighted)).toBe("Ferry stopped");
    await expect.poll(() => inFrame(page, (view) => view.document.scrollingElement?.scrollTop)).toBeLessThan(50);
    await find(page, "Eleven passengers");
    await page.getByText("These words do not stand in the original").waitFor();
    expect(await inFrame(page, highlighted)).toBe("");

    await page.keyboard.press("F6");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
    await page.keyboard.press("F6");
    await expect.poll(() => textHasFocus(page)).toBe(true);
    await page.keyboard.press("F6");
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "Original" }).waitFor({ state: "detached" });
    expect(await textHasFocus(page)).toBe(true);
    expect(await page.getByRole("region", { name: "Inspector" }).count()).toBe(1);

    await page.keyboard.press("o");
    await page.getByRole("region", { name: "Original" }).waitFor();
    await page.keyboard.press("c");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    expect(await page.getByRole("region", { name: "Original" }).count()).toBe(0);
  });

  test("of a PDF is drawn at the page of the passage, with its words marked where they stand", async () => {
    const lines = STORY.text.split("\n\n").map((line) => line.replace("–", "-"));
    const filler = Array.from({ length: 20 }, (_, line) => `Notice ${line} of the harbour`);
    const original = pdfOf([filler, lines.flatMap((line) => line.match(/.{1,70}(?: |$)/g) ?? []), filler]);
    const { page } = await openWith(open, [{ ...STORY, original, mediaType: "application/pdf" }]);
    await find(page, PASSAGE);
    await page.keyboard.press("o");
    const pane = page.getByRole("region", { name: "Original" });
    await pane.getByText("The passage is highlighted.").waitFor();
    expect(await pane.getByRole("toolbar").textContent()).toContain("Page 2 of 3");
    const marked = () => page.evaluate(highlighted as unknown as () => string);
    // Lines of a PDF end where their words end, with nothing between them.
    expect((await marked()).replace(/\s/g, "")).toBe(PASSAGE.replaceAll(" ", ""));
    // What is drawn is not the white of an empty page.
    expect(await inkOn(page)).toBeGreaterThan(500);
    // The words lie where they are drawn: their box is on the page and as wide as words of this length are.
    const width = await pane.locator("canvas").evaluate((canvas) => canvas.getBoundingClientRect().width);
    const word = await pane.getByText("Ferry stopped at the north landing").boundingBox();
    expect((word?.width ?? 0) / width).toBeGreaterThan(0.25);
    expect((word?.width ?? 0) / width).toBeLessThan(0.35);

    await page.keyboard.press("F6");
    await page.keyboard.press("PageDown");
    await pane.getByText("Page 3 of 3").first().waitFor();
    await pane.getByText("Notice 19 of the harbour").waitFor();
    await pane.getByRole("button", { name: "Larger" }).click();
    await expect
      .poll(() => pane.locator("canvas").evaluate((canvas) => canvas.getBoundingClientRect().width))
      .toBeGreaterThan(width * 1.2);
    await pane.getByRole("button", { name: "Fit to width" }).click();
    await expect
      .poll(() => pane.locator("canvas").evaluate((canvas) => canvas.getBoundingClientRect().width))
      .toBeCloseTo(width, 0);
  });

  test("of a scanned PDF is drawn too, by scripts alone", async () => {
    const { page, happened } = await openWith(open, [
      { ...STORY, original: scannedPdf(), mediaType: "application/pdf", text: "Ferry" },
    ]);
    await page.keyboard.press("o");
    await expect.poll(() => inkOn(page)).toBeGreaterThan(10_000);
    expect(await happened()).toEqual([]);
  });

  test("of other kinds is shown as text, or said to be something else, and is saved as it came", async () => {
    const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const more = (words: string) => ({ ...STORY, text: `${STORY.text}\n${words}` });
    const { page, ids } = await openWith(open, [
      { ...STORY, original: STORY.text.replaceAll("\n", "\r\n"), mediaType: "text/plain", originalName: "ferry.txt" },
      { ...more("b"), original: "PK", mediaType: word, originalName: "ferry.docx" },
      { ...more("c"), original: `<p>${"x".repeat(8_000_001)}`, mediaType: "text/html" },
      { ...more("d"), original: "%PDF-1.7\nnothing", mediaType: "application/pdf" },
    ]);
    await find(page, PASSAGE);
    await page.keyboard.press("o");
    const pane = page.getByRole("region", { name: "Original" });
    await pane.getByText("The passage is highlighted.").waitFor();
    expect(await page.evaluate(highlighted as unknown as () => string)).toBe(PASSAGE);

    await read(page, ids[1]);
    await pane.getByText("Originals of this kind are not drawn here.").waitFor();
    for (const fact of ["ferry.docx", word, "2 bytes", "Ada", "a test 1.0", /[0-9a-f]{64}/]) {
      expect(await pane.getByText(fact).count(), String(fact)).toBeGreaterThan(0);
    }
    const link = pane.getByRole("link", { name: "Save the original" }).last();
    expect(await link.getAttribute("download")).toBe("ferry.docx");
    const address = (await link.getAttribute("href")) ?? "";
    expect(await page.evaluate((from) => fetch(from).then((response) => response.text()), address)).toBe("PK");

    await read(page, ids[2]);
    await pane.getByText("Too large to draw").waitFor();
    await read(page, ids[3]);
    await pane.getByText("This PDF is damaged and cannot be drawn.").waitFor();
  });

  test("runs from the side and is in the language that the page says, or else that of its letters", async () => {
    const arabic = "<p>علمت المحافظة (Préfecture) بالتشقق.</p>";
    const latin = "<p>(Oure) « Le lac est calme. »</p>";
    // Where letters tell, it runs from the side of the first of them, and else its first sign stands where the others begin.
    const mixed = "<p>(Oure) علمت المحافظة</p>";
    const quoted = "<p>«طوله 19 مترا».</p>";
    const pages = [
      `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"></head><body>${arabic}${quoted}${mixed}<p dir="ltr" lang="fr">Le lac</p></body></html>`,
      `<!doctype html><html><body lang="fa" dir="RTL">${mixed}<table><tr><td colspan="2">${mixed}</td></tr></table></body></html>`,
      `<article dir="rtl" lang="ar">${mixed}</article>${latin}`,
      `<!doctype html><html lang="ar"><body>${arabic}${latin}${quoted}<ul><li>${arabic}</li></ul><blockquote dir="ltr">${quoted}</blockquote></body></html>`,
      `<!doctype html><html dir="auto"><body>${latin}${arabic}</body></html>`,
      `<!doctype html><html dir="rtl"><body>${mixed}${latin.replace("<p", '<p dir="auto"')}<table><tr><td colspan="1000" rowspan="65534">${mixed}</td></tr></table></body></html>`,
    ];
    const { page, ids } = await openWith(
      open,
      pages.map((original, index) => ({ text: `Page ${index}`, original, mediaType: "text/html" })),
    );
    await page.keyboard.press("o");
    const shown = async (index: number) => {
      await read(page, ids[index]);
      await frameOf(page).locator("p").first().waitFor();
      return inFrame(page, whereWordsBegin);
    };
    expect(await shown(0)).toEqual(["right ar", "right ar", "right ar", "left fr"]);
    expect(await shown(1)).toEqual(["right fa", "right fa"]);
    expect(await frameOf(page).locator("td").getAttribute("colspan")).toBe("2");
    expect(await shown(2)).toEqual(["right ar", "left "]);
    expect(await shown(3)).toEqual(["right ar", "left ar", "right ar", "right ar", "left ar"]);
    expect(await shown(4)).toEqual(["left ", "right "]);
    expect(await shown(5)).toEqual(["right ", "left ", "right "]);
    // What would take the browser minutes to set is not kept.
    expect(await frameOf(page).locator("[dir=auto], [colspan], [rowspan]").count()).toBe(0);
  });

  test("of a text runs, line by line, from the side of its letters", async () => {
    const original = "Oure, 4 May\nعلمت المحافظة (Préfecture) بالتشقق.\n(Oure) Le lac est calme.\n";
    const { page } = await openWith(open, [{ text: "Page", original, mediaType: "text/plain" }]);
    await page.keyboard.press("o");
    const words = page.getByRole("region", { name: "Original" }).getByRole("document");
    await words.getByText("Oure, 4 May").waitFor();
    const sides = await words.locator("div").evaluate((piece) => {
      const { left, right } = piece.getBoundingClientRect();
      const node = piece.firstChild;
      if (!node) return [];
      return ["Oure", "علمت", "(Oure)"].map((start) => {
        const range = document.createRange();
        range.setStart(node, node.textContent?.indexOf(start) ?? 0);
        range.setEnd(node, range.startOffset + 1);
        const box = range.getBoundingClientRect();
        return box.left - left < right - box.right ? "left" : "right";
      });
    });
    expect(sides).toEqual(["left", "right", "left"]);
  });

  test("has no violation, light or dark, whatever is in it", async () => {
    const { page, ids } = await openWith(open, [
      { ...STORY, original: WEB_PAGE, mediaType: "text/html" },
      { ...STORY, text: `${STORY.text}\nb`, original: pdfOf([["Ferry stopped"]]), mediaType: "application/pdf" },
      { ...STORY, text: `${STORY.text}\nc`, original: "PK", mediaType: "application/zip" },
    ]);
    await page.keyboard.press("o");
    const pane = page.getByRole("region", { name: "Original" });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [index, ready] of ["iframe", "canvas", "a:text('Save the original')"].entries()) {
        await read(page, ids[index]);
        await pane.locator(ready).first().waitFor();
        expect(await violations(page), `${colorScheme} ${ready}`).toEqual([]);
      }
    }
  });
});

describeOnEveryHost("the lines of a text", (open) => {
  test("are what they are to the eye and to the ear, over offsets that stay exact", async () => {
    const { page } = await openWith(open, [{ ...STORY, original: "x", mediaType: "text/plain" }], {
      title: "Ferry stopped at the north landing",
    });
    const text = page.locator("[data-reader-text]");
    const shape = await text.evaluate((host) =>
      [...host.querySelectorAll(":is(h1, h2, h3, h4, h5, h6, p, li)")].map((element) => [
        element.closest("ul, blockquote")?.localName ?? "",
        element.localName,
        element.textContent,
      ]),
    );
    const lines = STORY.text.split("\n\n");
    expect(shape).toEqual([
      ["", "h1", lines[0]],
      ["", "p", lines[1]],
      ["", "h2", lines[2]],
      ["ul", "li", lines[3]],
      ["ul", "li", lines[4]],
      ["blockquote", "p", lines[5]],
      ["", "p", lines[6]],
      ["", "p", lines[7]],
      ["", "p", lines[8]],
      ["", "p", lines[9]],
    ]);
    expect(await text.getByRole("listitem").last().getAttribute("aria-level")).toBe("2");
    for (const words of ["crossing left", "no danger", "14\t212", "Additional reporting", "known"]) {
      await find(page, words);
      expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(words);
    }
    // A selection by keys runs over lists and quotations, and every line of them is in it.
    await find(page, "What is known");
    await page.keyboard.press("ArrowLeft");
    for (let line = 0; line < 5; line++) await page.keyboard.press("Shift+ArrowDown");
    const selected = await page.evaluate(() => document.getSelection()?.toString());
    expect(selected).toContain("Eleven passengers were on board.");
    expect(selected).toContain("There is no danger");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("c");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect.poll(() => page.getByRole("contentinfo").textContent()).toContain("1 claim tagged");
  });
});

/** The words that are painted as the passage. */
function highlighted(view: View = window): string {
  const [range] = view.CSS.highlights.get("original-passage") ?? [];
  return range instanceof view.Range ? range.toString() : "";
}

/** Of each paragraph the side at which its first letter stands, and its language. */
function whereWordsBegin(view: View): string[] {
  return [...view.document.querySelectorAll("p")].map((paragraph) => {
    const range = view.document.createRange();
    const words = paragraph.firstChild;
    if (words) range.setStart(words, 0);
    if (words) range.setEnd(words, 1);
    const first = range.getBoundingClientRect();
    const { left, right } = paragraph.getBoundingClientRect();
    const side = first.left - left < 2 ? "left" : right - first.right < 2 ? "right" : "between";
    return `${side} ${paragraph.closest<HTMLElement>("[lang]:not(html)")?.lang ?? ""}`;
  });
}

/** How many pixels of the page of a PDF are dark. */
async function inkOn(page: Page): Promise<number> {
  const canvas = page.getByRole("region", { name: "Original" }).locator("canvas");
  await canvas.waitFor();
  return canvas.evaluate((drawn: HTMLCanvasElement) => {
    const data = drawn.getContext("2d")?.getImageData(0, 0, drawn.width, drawn.height).data ?? [];
    return data.filter((value, index) => index % 4 === 0 && value < 128).length;
  });
}
