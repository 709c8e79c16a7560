import "./without-canvas.ts";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { DraftBlock } from "./document.ts";
import { blocksOfNode } from "./html-blocks.ts";
import { keepPartsOfText } from "./html-keeping.ts";
import { DEEPEST_ELEMENT, type MeasuredMarkup } from "./html-nesting.ts";

/** The article of a page as blocks, with how it was told from the rest of the page. */
export interface PageArticle {
  blocks: DraftBlock[];
  tool: string;
  doubt: string | null;
}

const READABILITY = "@mozilla/readability 0.6.0";
const LINKEDOM = "linkedom 0.18.12";
const JSDOM = "jsdom 31.0.1";

const WHOLE_PAGE =
  "Its article could not be told from the rest of the page, so all its text was taken. Look for menus and notices in it.";
const TOO_MUCH =
  "The page has so many elements that its article was not looked for; all its text was taken. Look for menus and notices in it.";
const FLATTENED = "Its elements lie so deep in one another that the deepest were taken as plain text.";

/** What Readability gets to read, at most. Each bound was measured to keep a page within a few seconds. */
const MOST_ELEMENTS = 40_000;
const MOST_DEPTHS = 1_200_000;
const MOST_WEIGHT = 200_000_000;

/** So few elements cannot lie so deep that it matters. */
const FEW_ELEMENTS = 2_000;

/** What jsdom gets to read, at most: it is ten times slower, and opens formatting that was left open anew in each block. */
const MOST_FOR_JSDOM = 1_000_000;
const MOST_ELEMENTS_FOR_JSDOM = 15_000;
const MOST_LEFT_OPEN = 20;

/** The document of a page. Nothing in it is run or fetched. */
export function parsePage(markup: string): Document {
  return parseHTML(asDocument(markup)).document;
}

/**
 * Finds the article in a page: by Readability on the tree of linkedom; where that fails or finds none, on that of jsdom,
 * which mends markup as browsers do; and where that finds none either, the text of the whole page.
 *
 * `document` is used up by it.
 */
export async function articleOf(document: Document, measured: MeasuredMarkup): Promise<PageArticle> {
  const { markup, elements, depths, weight, leftOpen } = measured;
  const flattened = measured.isFlattened ? FLATTENED : null;
  const isTooMuch = elements > MOST_ELEMENTS || depths > MOST_DEPTHS || weight > MOST_WEIGHT;
  if (isTooMuch || (elements > FEW_ELEMENTS && isDeeperThanMeasured(document.documentElement))) {
    return { blocks: blocksOfNode(document.documentElement), tool: LINKEDOM, doubt: joined(flattened, TOO_MUCH) };
  }
  const article = readable(document);
  if (article.length > 0) return { blocks: article, tool: `${READABILITY}, ${LINKEDOM}`, doubt: flattened };

  const isForJsdom =
    markup.length <= MOST_FOR_JSDOM && elements <= MOST_ELEMENTS_FOR_JSDOM && leftOpen <= MOST_LEFT_OPEN;
  const whole = blocksOfNode(parsePage(markup).documentElement);
  if (isForJsdom && /\S/.test(markup)) {
    // It takes half a second to load, and few pages need it. In a bundle, CommonJS has a default export alone.
    const { JSDOM: Dom } = (await import("jsdom")).default;
    const { window } = new Dom(markup);
    try {
      const mended = readable(window.document);
      if (mended.length > 0) return { blocks: mended, tool: `${READABILITY}, ${JSDOM}`, doubt: flattened };
      if (whole.length === 0 && window.document.body) {
        const blocks = blocksOfNode(new Dom(markup).window.document.body);
        return { blocks, tool: JSDOM, doubt: joined(flattened, WHOLE_PAGE) };
      }
    } finally {
      window.close();
    }
  }
  return { blocks: whole, tool: LINKEDOM, doubt: joined(flattened, WHOLE_PAGE) };
}

/** Whether the tree is deeper than its markup was found to be, as where a page is made to be measured wrongly. */
function isDeeperThanMeasured(root: Node): boolean {
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (depth > 2 * DEEPEST_ELEMENT) return true;
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    if (!node || node === root) return false;
    node = node.nextSibling;
  }
  return false;
}

/** The blocks of what Readability takes for the article; none where it finds no article or fails on the page. */
function readable(document: Document): DraftBlock[] {
  try {
    keepPartsOfText(document);
    const article = new Readability<Node>(document, { disableJSONLD: true, serializer: (node) => node }).parse();
    return article?.content ? blocksOfNode(article.content) : [];
  } catch {
    // Readability was made for the trees of browsers and fails on some that others make.
    return [];
  }
}

function joined(...sentences: (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

/** Markup with the elements that a page must have and its author may leave out; linkedom does not add them. */
function asDocument(markup: string): string {
  if (!/<html[\s>]/i.test(markup)) return `<!doctype html><html><head></head><body>${markup}</body></html>`;
  if (/<(?:body|frameset)[\s>]/i.test(markup)) return markup;
  // Where the head ends, or else behind the tag that begins the page.
  const head = markup.search(/<\/head[\s>]/i);
  const end = markup.indexOf(">", head === -1 ? markup.search(/<html[\s>]/i) : head);
  return end === -1 ? markup : `${markup.slice(0, end + 1)}<body>${markup.slice(end + 1)}`;
}
