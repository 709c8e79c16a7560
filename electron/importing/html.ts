import { Problem } from "#domain/problems.ts";
import { wordsToCompare } from "./comparing-lines.ts";
import { decodeText } from "./decoding.ts";
import type { DraftBlock, Format, IncomingFile, ReadDocument } from "./document.ts";
import { articleOf, parsePage } from "./html-article.ts";
import { blocksOfNode } from "./html-blocks.ts";
import { areAkin } from "./html-headlines.ts";
import { type PageMetadata, readMetadata } from "./html-metadata.ts";
import { measureMarkup } from "./html-nesting.ts";
import { isHtml } from "./html-recognising.ts";
import { bytesOf } from "./incoming.ts";

/** Pages of the web, saved as HTML or XHTML. */
export const htmlFormat: Format = {
  name: "HTML",
  recognises: isHtml,
  async read(file: IncomingFile) {
    const original = await bytesOf(file);
    return [
      {
        kind: "document",
        name: file.name,
        original,
        document: await readHtml(file.name, original, file.declaredEncoding),
      },
    ];
  },
};

/**
 * Reads a page: its article in blocks, and what it states of itself. `declared` is the label of an encoding that a header
 * gave. Bytes that were decoded already are given as text. Throws a problem that names the file where the page holds no
 * text, or only frames for other pages.
 */
export async function readHtml(name: string, page: string | Uint8Array, declared?: string): Promise<ReadDocument> {
  const { text, doubt } = typeof page === "string" ? { text: page, doubt: null } : decodeText(name, page, declared);
  return readMarkup(name, text, doubt, false);
}

async function readMarkup(
  name: string,
  markup: string,
  doubt: string | null,
  isShownSource: boolean,
): Promise<ReadDocument> {
  const isXml = /^\s*<\?xml\b/.test(markup);
  const measured = measureMarkup(markup, isXml);
  refuseTooMany(name, measured.elements);
  const document = parsePage(measured.markup);

  const source = isShownSource ? null : shownSource(document);
  if (source !== null) return readMarkup(name, source, joined(doubt, SOURCE_VIEW), true);

  const { stated, heading, isHeadline } = readMetadata(document, markup.slice(0, PROLOGUE));
  refuseFrames(name, document);
  const article = await articleOf(document, measured);
  if (article.blocks.length === 0) throw noText(name);
  return {
    blocks: withHeadline(article.blocks, { heading, isHeadline }, stated.title?.value ?? ""),
    stated,
    mediaType: isXml ? "application/xhtml+xml" : "text/html",
    tool: article.tool,
    doubt: joined(doubt, article.doubt) || null,
    isPlain: false,
  };
}

/**
 * All text of a piece of HTML in blocks, such as the body of a mail or the content of a feed item. Throws a problem that
 * names it where it has too many elements.
 */
export function readFragment(markup: string, name = "HTML text"): DraftBlock[] {
  const measured = measureMarkup(markup, false);
  refuseTooMany(name, measured.elements);
  return blocksOfNode(parsePage(measured.markup).documentElement);
}

/** Where browsers note from where they saved a page. */
const PROLOGUE = 4096;

const SOURCE_VIEW = "It shows the source of a page; the page of that source was read.";

/**
 * The markup that a page shows as its text, as where the view of a page’s source was saved, else null. Such a view is a
 * table of numbered lines, or one block of preformatted text.
 */
function shownSource(document: Document): string | null {
  const lines = Array.from(document.getElementsByTagName("td")).filter((cell) =>
    /\bline-content\b/.test(cell.getAttribute("class") ?? ""),
  );
  const shown = lines.length > 0 ? lines : Array.from(document.getElementsByTagName("pre")).slice(0, 1);
  if (shown.length === 0) return null;
  const source = shown.map((element) => element.textContent ?? "").join("\n");
  const isWhole = lines.length > 0 || source.length > 0.8 * (document.body?.textContent?.trim().length ?? 0);
  return isWhole && /^\s*(?:<!doctype html\b|<html[\s>]|<\?xml\b[^>]{0,200}>\s*<(?:!doctype html|html)\b)/i.test(source)
    ? source
    : null;
}

/** How many elements are made a tree of, at most; each takes about a kilobyte of memory. */
const MOST_ELEMENTS = 400_000;

function refuseTooMany(name: string, elements: number): void {
  if (elements <= MOST_ELEMENTS) return;
  throw new Problem(
    "UNREADABLE_FILE",
    `“${name}” has ${elements} elements, and 400000 are the most for one page. Save its article alone, or as plain text.`,
    { name },
  );
}

/** Refuses a page that only says which other pages stand in its frames. */
function refuseFrames(name: string, document: Document): void {
  const frames = Array.from(document.getElementsByTagName("frame"));
  if (frames.length === 0 || (document.body?.localName === "body" && blocksOfNode(document.body).length > 0)) return;
  const pages = frames.map((frame) => (frame.getAttribute("src") ?? "").slice(0, 200)).filter((page) => page !== "");
  const named = pages.slice(0, 5).map((page) => `“${page}”`);
  const which = named.length > 0 ? `: ${named.join(", ")}` : "";
  throw new Problem(
    "UNREADABLE_FILE",
    `“${name}” only holds frames for other pages${which}. Import the page that has the article.`,
    { name },
  );
}

function noText(name: string): Problem {
  return new Problem(
    "UNREADABLE_FILE",
    `“${name}” holds no text: its article may be loaded by a script. Save the page from the browser once it is drawn, or print it to PDF.`,
    { name },
  );
}

/** How many characters may stand before the headline: a kicker, a date, a picture’s caption. */
const BEFORE_HEADLINE = 240;

/**
 * Makes the headline the first heading. Readability often takes it out, since its page repeats it. The words are those of
 * the page’s own heading, whatever its title for others says; where its heading is that of a section and has nothing to do
 * with the title, those of the title.
 */
function withHeadline(
  blocks: DraftBlock[],
  { heading, isHeadline }: Pick<PageMetadata, "heading" | "isHeadline">,
  title: string,
): DraftBlock[] {
  const isOne = heading !== "" && title !== "" && areAkin(heading, title);
  const words = heading !== "" && (title === "" || isOne || isHeadline) ? heading : title;
  if (words === "") return blocks;
  const others = isOne || words === title ? [heading, title] : [];
  const at = placeOf(blocks, new Set([words, ...others].map(wordsToCompare).filter((line) => line !== "")));
  const found = blocks[at];
  if (!found) return [{ kind: "heading", level: 1, text: words }, ...blocks];
  return blocks.with(at, { kind: "heading", level: 1, text: found.text });
}

/** Where a headline stands near the beginning; -1 where it does not. */
function placeOf(blocks: readonly DraftBlock[], headlines: ReadonlySet<string>): number {
  let before = 0;
  for (const [index, { text }] of blocks.entries()) {
    if (headlines.has(wordsToCompare(text))) return index;
    before += text.length;
    if (before > BEFORE_HEADLINE) break;
  }
  return -1;
}

function joined(...sentences: (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null && sentence !== "").join(" ");
}
