import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { PAGE_FOLDER } from "#electron/hosts/places.ts";
import { openChromium } from "./support/browser.ts";
import { inFolder, makeDemonstration, workbenchIn } from "./support/folder.ts";
import { makeLargeCase } from "./support/large-case.ts";
import { type Figure, IS_SMALL, introduce, printFigures } from "./support/measuring.ts";
import { onLocalHost } from "./support/on-local-host.ts";

const WARM_UP = 5;
const COUNT = IS_SMALL ? 10 : 40;

/** What one keypress led to, in milliseconds after it. */
interface Marked {
  /** The claim is saved and its words are registered as a highlight. */
  registered: number;
  /** The frame that shows it has been painted. */
  painted: number;
  /** How long two frames take when nothing is to be done, measured right before. */
  floor: number;
}

/** Opens an article in the reader on the local host, marks claims in it by keys, and gives what each took. */
async function marksIn(what: string, casePath: string, articleId: string, folder: string): Promise<Figure[]> {
  const marked: Marked[] = [];
  await onLocalHost({ folder, casePath }, async (address) => {
    const browser = await openChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(watchPaint);
      await page.goto(`${address}#/read/${articleId}`);
      await page.locator("[data-reader-text] p").first().waitFor();
      await page.waitForFunction(() => CSS.highlights.size > 0);
      for (let turn = 0; turn < WARM_UP + COUNT; turn++) {
        const one = await markOne(page, turn);
        if (turn >= WARM_UP) marked.push(one);
      }
    } finally {
      await browser.close();
    }
  });
  const floor = marked.map((one) => one.floor);
  return [
    { what: `${what}, painted`, times: marked.map(({ painted }) => painted), floor },
    { what: "  saved and registered", times: marked.map(({ registered }) => registered) },
  ];
}

/** What the page is told to keep while it is measured. */
interface Watch {
  /** Gives the times of the next save, which begins with the next Enter. */
  next: ((node: Node, offset: number) => Promise<Omit<Marked, "floor">>) | undefined;
  /** How long two frames take. */
  frames: () => Promise<number>;
}

/** Runs in the page before anything else: notes when Enter is pressed and when a range is registered as a claim’s. */
function watchPaint(): void {
  const frames = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
    );
  const set = HighlightRegistry.prototype.set;
  let onRegistered: ((layer: string, highlight: Highlight) => void) | null = null;
  HighlightRegistry.prototype.set = function (layer, highlight) {
    const done = set.call(this, layer, highlight);
    onRegistered?.(layer, highlight);
    return done;
  };
  const watch: Watch = {
    next: (node, offset) =>
      new Promise((resolve, reject) => {
        let pressed = 0;
        setTimeout(() => reject(new Error("The mark was not painted within 20 seconds.")), 20_000);
        const onKey = (event: KeyboardEvent) => {
          if (event.key !== "Enter") return;
          pressed = performance.now();
          window.removeEventListener("keydown", onKey, true);
        };
        window.addEventListener("keydown", onKey, true);
        onRegistered = (layer, highlight) => {
          if (pressed === 0 || layer !== "claim-untriaged") return;
          const isThere = [...highlight].some((range) => range.startContainer === node && range.startOffset === offset);
          if (!isThere) return;
          onRegistered = null;
          const registered = performance.now() - pressed;
          void frames().then((now) => resolve({ registered, painted: now - pressed }));
        };
      }),
    frames: async () => {
      const begun = performance.now();
      return (await frames()) - begun;
    },
  };
  Object.assign(window, { watch });
}

/** Selects words by the program, as quick as can be, then C, and Enter once the editor stands there. */
async function markOne(page: Page, turn: number): Promise<Marked> {
  const floor = await page.evaluate((number) => {
    const text = document.querySelector<HTMLElement>("[data-reader-text]");
    const paragraphs = [...(text?.querySelectorAll("p") ?? [])].slice(0, 6);
    const nodes = paragraphs.flatMap(({ firstChild }) =>
      firstChild instanceof Text && firstChild.length > 80 ? [firstChild] : [],
    );
    const node = nodes[number % nodes.length];
    if (!text || !node) throw new Error("There are no words to mark.");
    // Never the same word twice; a passage that began with white space would be saved without it.
    const beginnings = [...node.data.slice(0, -30).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
    const offset = beginnings[Math.floor(number / nodes.length)];
    if (offset === undefined) throw new Error("All words have been marked.");
    text.focus({ preventScroll: true });
    document.getSelection()?.setBaseAndExtent(node, offset, node, offset + 20);
    const { watch } = window as unknown as { watch: Watch };
    Object.assign(window, { begin: () => Object.assign(window, { measured: watch.next?.(node, offset) }) });
    return watch.frames();
  }, turn);
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  // What the editor asked for has come.
  await page.waitForTimeout(150);
  await page.evaluate(() => (window as unknown as { begin: () => void }).begin());
  await page.keyboard.press("Enter");
  const measured = await page.evaluate(
    () => (window as unknown as { measured: Promise<Omit<Marked, "floor">> }).measured,
  );
  // The lists that show the claim are fetched anew.
  await page.waitForTimeout(150);
  return { ...measured, floor };
}

async function longestArticle(folder: string, casePath: string): Promise<string> {
  const workbench = workbenchIn(folder);
  try {
    await workbench.client.cases.open({ path: casePath });
    const { rows } = await workbench.client.articles.list({ order: "title" });
    const articles = await Promise.all(rows.map(({ id }) => workbench.client.articles.get({ id })));
    return articles.toSorted((one, other) => other.text.length - one.text.length)[0]?.id ?? "";
  } finally {
    await workbench.close();
  }
}

introduce("Key to painted mark in the reader; the floor is two frames with nothing to do");
if (!existsSync(path.join(PAGE_FOLDER, "index.html"))) {
  console.error("The page has not been built. Run “npm run build” first.");
  process.exit(1);
}
const figures = await inFolder(async (folder) => {
  const demonstration = await makeDemonstration(folder);
  return marksIn("in the demonstration", demonstration, await longestArticle(folder, demonstration), folder);
});
figures.push(
  ...(await inFolder(async (folder) => {
    const size = { articles: 200, claims: 1_000, marks: 10_000 };
    const { path: made, markedArticle } = makeLargeCase(path.join(folder, "large.sourceline"), size);
    return marksIn("in 1 MB with 10,000 marks", made, markedArticle ?? "", folder);
  })),
);
printFigures(figures);
