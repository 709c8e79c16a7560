import path from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Workbench } from "#domain/contract/contract.ts";
import { workbenchOver } from "../support/workbench.ts";
import { type Folders, makeFolders } from "./folders.ts";
import type { Open } from "./harness.ts";

/** Opens a workbench on a case of one article, which `prepare` may mark, and shows the article. */
export async function openArticle(
  open: Open,
  text: string,
  prepare: (client: Workbench, article: Subject) => Promise<void> = async () => {},
  language: string | null = "en",
): Promise<{ page: Page; articleId: string }> {
  const folders = await makeFolders();
  const articleId = await makeCase(folders, text, language, prepare);
  const { page } = await open({ folders });
  await openCase(page, articleId);
  return { page, articleId };
}

/** Opens the case “The landing” from the start view at one of its articles. */
export async function openCase(page: Page, articleId: string): Promise<void> {
  await page
    .getByRole("button", { name: /The landing/ })
    .first()
    .click();
  await expect.poll(() => page.title()).toMatch(/^Library · The landing/);
  const paragraphs = page.locator("[data-reader-text] :is(p, h1)");
  // The answer to the opening of a case leads to its library, and may come when the case is known to be open already.
  const draw = async () => {
    await page.evaluate((id) => {
      location.hash = `#/read/${id}`;
    }, articleId);
    return paragraphs.count();
  };
  await expect.poll(draw).toBeGreaterThan(0);
}

interface Subject {
  id: string;
  text: string;
}

async function makeCase(
  folders: Folders,
  text: string,
  language: string | null,
  prepare: (client: Workbench, article: Subject) => Promise<void>,
): Promise<string> {
  const workbench = workbenchOver(folders);
  try {
    await workbench.client.cases.create({ name: "The landing", path: path.join(folders.cases, "landing.sourceline") });
    const { articleId } = await workbench.client.articles.importText({
      text,
      fields: { outlet: "Lake Wire", language },
    });
    if (articleId === null) throw new Error("The article was not brought in.");
    const article = await workbench.client.articles.get({ id: articleId });
    await prepare(workbench.client, article);
    return articleId;
  } finally {
    await workbench.close();
  }
}

export async function tag(client: Workbench, article: Subject, statement: string, passages: string[]): Promise<void> {
  const content = passages.map((words) => {
    const start = article.text.lastIndexOf(words);
    if (start === -1) throw new Error(`The article does not hold “${words}”.`);
    return { start, end: start + words.length };
  });
  await client.claims.create({ fields: { statement }, attribution: { articleId: article.id, content } });
}

export function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString() ?? "");
}

/** The value of the field that has the focus. */
export function focusedField(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement ? focused.value : null;
  });
}

/** Where words of one line stand on the page, or some of their letters. */
export function boxOf(
  page: Page,
  words: string,
  [from, to] = [0, words.length],
): Promise<{ left: number; right: number; top: number; height: number }> {
  return page.evaluate(
    ([wanted, first, beyond]) => {
      const paragraphs = document.querySelectorAll("[data-reader-text] :is(p, h1)");
      const node = [...paragraphs]
        .map(({ firstChild }) => firstChild)
        .find((each) => each?.textContent?.includes(wanted));
      if (!node) throw new Error(`The page does not show “${wanted}”.`);
      const start = node.textContent?.indexOf(wanted) ?? 0;
      const range = document.createRange();
      range.setStart(node, start + first);
      range.setEnd(node, start + beyond);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, top, height };
    },
    [words, from, to] as const,
  );
}

/** Draws over words with the pointer, from before their first letter to behind their last. */
export async function draw(page: Page, words: string): Promise<void> {
  const from = await boxOf(page, words, [0, 1]);
  const to = await boxOf(page, words, [words.length - 1, words.length]);
  await page.mouse.move(from.left + 1, from.top + from.height / 2);
  await page.mouse.down();
  await page.mouse.move((from.left + to.right) / 2, (from.top + to.top + to.height) / 2, { steps: 3 });
  await page.mouse.move(to.right - 1, to.top + to.height / 2, { steps: 3 });
  await page.mouse.up();
}

/** Clicks on the middle of a word, with a key held where one is named. */
export async function press(page: Page, word: string, { times = 1, key = "" } = {}): Promise<void> {
  const { left, right, top, height } = await boxOf(page, word);
  if (key !== "") await page.keyboard.down(key);
  await page.mouse.click((left + right) / 2, top + height / 2, { clickCount: times });
  if (key !== "") await page.keyboard.up(key);
}

export function caretLeft(page: Page): Promise<number> {
  return page.locator("[data-reader-caret]").evaluate((caret) => caret.getBoundingClientRect().left);
}

export async function said(page: Page, sentence: string): Promise<void> {
  await page.getByRole("region", { name: "What happened" }).getByText(sentence).first().waitFor();
}
