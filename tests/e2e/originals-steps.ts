import type { FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { caseWithOriginals, type MadeArticle, structured } from "../support/originals.ts";
import { makeFolders } from "./folders.ts";
import type { Open } from "./harness.ts";

export const STORY = structured([
  ["heading", 1, "Ferry stopped at the north landing"],
  "NORTH LANDING (Lake Wire) – The harbour office said the ferry had stopped before dawn.",
  ["heading", 4, "What is known"],
  ["list-item", 1, "The last crossing left at 21:40."],
  ["list-item", 2, "Eleven passengers were on board."],
  ["quote", 1, "There is no danger for the town."],
  ["table-row", 1, "Monday\t14\t212"],
  ["caption", 1, "Crossings of the north ferry."],
  "Two fishermen told Lake Wire that they saw smoke over the engine house, a detail that was denied on Friday.",
  ["credit", 1, "Additional reporting by B. Holm"],
]);

const FILLER = "<p>Notices of the harbour, which stand on every page and say nothing of the ferry.</p>".repeat(60);
export const WEB_PAGE = `<!doctype html><h1>Ferry stopped at the north landing</h1>${FILLER}
<p>Two fishermen told Lake Wire that they saw smoke over the en&shy;gine house, a <b>detail</b> that was
<a href="https://outside.example/denied">denied on Friday</a>.</p><img src="https://outside.example/ferry.jpg" alt="The ferry">`;

export const PASSAGE = "smoke over the engine house, a detail that was denied";

/**
 * Chromium tells of handlers and bases in markup that it only parses, in a document that is never shown, that our policy
 * would not let them be. Of handlers in the frame it would say that scripts are blocked there; a base in it is looked for.
 */
const PARSED =
  /^(Executing inline event handler violates the following Content Security Policy directive 'script-src 'self''|Setting the document's base URI to)/;

/** Opens a case with these articles, at the first of them, and watches what happens that should not. */
export async function openWith(
  open: Open,
  made: readonly MadeArticle[],
  { title, outlet }: { title?: string; outlet?: string } = {},
): Promise<{ page: Page; ids: string[]; happened: () => Promise<string[]> }> {
  const folders = await makeFolders();
  const named = title === undefined ? made : made.map((article) => ({ ...article, title }));
  const ids = await caseWithOriginals(folders, named, outlet);
  const { page } = await open({ folders });
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type()) || PARSED.test(message.text())) return;
    seen.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  const origin = await page.evaluate(() => location.origin);
  const isOurs = (address: string) => address.startsWith(`${origin}/`) || /^(data|blob):/.test(address);
  page.on("request", (request) => {
    if (!isOurs(request.url())) seen.push(`request: ${request.url()}`);
  });
  // The browser tells of some requests that it then does not let out; what fails on the network has a name of its own.
  page.on("requestfailed", (request) => {
    const at = seen.indexOf(`request: ${request.url()}`);
    const reason = request.failure()?.errorText ?? "";
    if (at !== -1 && ["csp", "other"].includes(reason))
      seen[at] = `console: ${request.url()} was not let out (${reason})`;
  });
  await page
    .getByRole("button", { name: /The landing/ })
    .first()
    .click();
  await expect.poll(() => page.title()).toContain("The landing");
  await read(page, ids[0]);
  seen.length = 0;
  const happened = async () => {
    if (await page.evaluate(() => "hurt" in window && !((window as { hurt?: unknown }).hurt instanceof Element))) {
      seen.push("something ran");
    }
    return seen;
  };
  return { page, ids, happened };
}

export async function read(page: Page, id = ""): Promise<void> {
  await page.evaluate((article) => {
    location.hash = `#/read/${article}`;
  }, id);
  await page.locator(`[data-article="${id}"] [data-reader-text] :is(p, h1, h2)`).first().waitFor();
}

export function frameOf(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

export type View = Window & typeof globalThis;

/** Asks something of the window of the frame, from our page, which alone can run anything. */
export async function inFrame<Result>(page: Page, ask: (view: View) => Result): Promise<Result> {
  return page.evaluate(`(${ask.toString()})(document.querySelector("iframe").contentWindow)`) as Promise<Result>;
}
