import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { PAGE_FOLDER } from "#electron/hosts/places.ts";
import { openChromiumWithScrollBars } from "./support/browser.ts";
import { inFolder } from "./support/folder.ts";
import { makeLargeCase } from "./support/large-case.ts";
import { IS_SMALL, introduce } from "./support/measuring.ts";
import { onLocalHost } from "./support/on-local-host.ts";
import { printScrolling, type Scrolled, scroll } from "./support/scrolling.ts";

const ARTICLES = IS_SMALL ? 1_000 : 100_000;
const CLAIMS = IS_SMALL ? 1_000 : 10_000;
const MARKS = 10_000;

const VIEWPORT = { width: 1440, height: 900 };

interface Place {
  folder: string;
  casePath: string;
  /** Where in the page it is. */
  hash: string;
}

/** Opens a place of a case on the local host, in a browser of its own, and does something there. */
async function inPlace(
  { folder, casePath, hash }: Place,
  act: (page: Page, browser: Browser) => Promise<void>,
): Promise<void> {
  await onLocalHost({ folder, casePath }, async (address) => {
    const browser = await openChromiumWithScrollBars();
    try {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(`${address}${hash}`);
      await act(page, browser);
    } finally {
      await browser.close();
    }
  });
}

/** A page with a scroller in the place of another; `fill` runs in the page and puts into it what scrolls. */
async function floorPage<Given>(
  browser: Browser,
  { page, selector }: Scrolled,
  fill: (given: Given) => void,
  given: Given,
): Promise<Scrolled> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`There is no ${selector} to scroll.`);
  const floor = await browser.newPage({ viewport: VIEWPORT });
  await floor.setContent(
    `<!doctype html><html lang=en><title>The floor</title><style>
      body { margin: 0; font: 13px / 1.45 sans-serif }
      main { position: absolute; left: ${box.x}px; top: ${box.y}px; width: ${box.width}px; height: ${box.height}px; overflow: auto }
      main > div { position: relative }
      main > div > p { position: absolute; left: 16px; right: 16px; height: 40px; margin: 0; contain: strict }
    </style><main tabindex=0></main>`,
  );
  await floor.evaluate(fill as (given: unknown) => void, given);
  return { page: floor, selector: "main", keys: "main" };
}

/** The least that shows so many rows: one line of words each, and only those in sight. */
function fillWithRows({ rows, height }: { rows: number; height: number }): void {
  const scroller = document.querySelector("main");
  if (!scroller) return;
  const body = document.createElement("div");
  body.style.height = `${rows * height}px`;
  const lines = Array.from({ length: Math.ceil(scroller.clientHeight / height) + 1 }, () =>
    document.createElement("p"),
  );
  body.append(...lines);
  scroller.append(body);
  const place = () => {
    const first = Math.floor(scroller.scrollTop / height);
    for (const [index, line] of lines.entries()) {
      line.style.top = `${(first + index) * height}px`;
      line.textContent = `The row with the number ${first + index}`;
    }
  };
  scroller.addEventListener("scroll", place);
  place();
}

/** The very words as bare paragraphs. */
function fillWithParagraphs(paragraphs: string[]): void {
  const made = paragraphs.map((words) => {
    const paragraph = document.createElement("section");
    paragraph.textContent = words;
    paragraph.style.cssText = "max-width: 640px; margin: 0 auto 16px; font: 17px / 1.6 serif";
    return paragraph;
  });
  document.querySelector("main")?.append(...made);
}

async function scrollLibrary(folder: string): Promise<void> {
  const size = { articles: ARTICLES, claims: CLAIMS, marks: 0 };
  const { path: casePath } = makeLargeCase(path.join(folder, "large.sourceline"), size);
  await inPlace({ folder, casePath, hash: "#/library" }, async (page, browser) => {
    const scrolled = { page, selector: "[role=grid]", keys: "[role=grid]" };
    await page.locator("tr[data-index]").first().waitFor();
    // The pane of the chosen article is there, so that the table is as wide as it stays.
    await page.locator("tr[data-index]").first().click();
    await page.locator("[data-part=fields]").waitFor();
    const floor = await floorPage(browser, scrolled, fillWithRows, { rows: ARTICLES, height: 40 });
    console.log(`\nThe library of ${ARTICLES.toLocaleString("en")} articles; the floor is as many rows of one line`);
    printScrolling(await scroll(scrolled, floor));
  });
}

async function scrollReader(folder: string): Promise<void> {
  const size = { articles: 200, claims: 1_000, marks: MARKS };
  const { path: casePath, markedArticle } = makeLargeCase(path.join(folder, "marked.sourceline"), size);
  await inPlace({ folder, casePath, hash: `#/read/${markedArticle}` }, async (page, browser) => {
    await page.locator("[data-reader-text] p").first().waitFor();
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const paragraphs = await page.locator("[data-reader-text]").evaluate((text) => {
      let around = text.parentElement;
      while (around && getComputedStyle(around).overflowY !== "auto") around = around.parentElement;
      around?.setAttribute("data-bench-scroller", "");
      return [...text.querySelectorAll("p")].map(({ textContent }) => textContent);
    });
    const scrolled = { page, selector: "[data-bench-scroller]", keys: "[data-reader-text]" };
    const floor = await floorPage(browser, scrolled, fillWithParagraphs, paragraphs);
    console.log(`\n1 MB with ${MARKS.toLocaleString("en")} marks in the reader; the floor is the words alone`);
    printScrolling(await scroll(scrolled, floor));
  });
}

introduce("Frames while scrolling, in a real Chromium over the local host");
if (!existsSync(path.join(PAGE_FOLDER, "index.html"))) {
  console.error("The page has not been built. Run “npm run build” first.");
  process.exit(1);
}
await inFolder(scrollLibrary);
await inFolder(scrollReader);
