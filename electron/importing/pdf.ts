import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { Problem } from "#domain/problems.ts";
import type { Format, IncomingFile, ReadDocument } from "./document.ts";
import { bytesOf } from "./incoming.ts";
import { PdfAssets } from "./pdf-assets.ts";
import { refusePdfBomb } from "./pdf-bombs.ts";
import { piecesOf } from "./pdf-items.ts";
import { type Line, linesOf } from "./pdf-lines.ts";
import { blocksOfPages } from "./pdf-paragraphs.ts";
import { statedByPdf } from "./pdf-properties.ts";
import { statedOfProperties } from "./properties.ts";

/** How many pages one article can have, and how long the reading of one may take, in milliseconds. */
const MOST_PAGES = 10_000;
const DEADLINE = 25_000;

/** After so many pages, what pdfjs keeps of fonts and objects is let go, so that memory does not grow with the pages. */
const PAGES_KEPT = 250;

/** On how many pages the weight of new fonts is asked for, which costs as much as reading the page again. */
const PAGES_WITH_FONTS = 24;

/** From which share of characters on that are no letters the analyst is told, and from which on nothing can be read. */
const DOUBTFUL = 0.03;
const ILLEGIBLE = 0.6;

/** PDF files: their text by pdfjs, put in order as paragraphs, with the pages on which they stand. */
export const pdfFormat: Format = {
  name: "PDF",
  // Readers look for the header in the first kilobyte, and so do those who send mail through odd machines.
  recognises: (head) => Buffer.from(head.subarray(0, 1024)).includes("%PDF-"),
  read: async (file) => {
    const original = await bytesOf(file);
    return [{ kind: "document", name: file.name, original, document: await readPdf(file.name, original) }];
  },
};

async function readPdf(name: string, original: Uint8Array): Promise<ReadDocument> {
  refusePdfBomb(name, original);
  // It is large, and is loaded when the first PDF comes.
  const { getDocument, VerbosityLevel, version } = await import("./pdfjs.ts");
  const loading = getDocument({
    // pdfjs makes the bytes it is given its own.
    data: Uint8Array.from(original),
    BinaryDataFactory: PdfAssets,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    disableAutoFetch: true,
    enableXfa: false,
    fontExtraProperties: true,
    // Pictures are passed over undecoded.
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  const deadline = new Deadline(DEADLINE);
  try {
    const opened = await deadline.await(opening(name, loading));
    const read = await readPages(name, opened, deadline);
    return {
      blocks: read.blocks,
      ...statedOfProperties(statedByPdf(await deadline.await(opened.getMetadata()).catch(() => null))),
      mediaType: "application/pdf",
      tool: `pdfjs-dist ${version}`,
      doubt: read.doubt,
      isPlain: false,
    };
  } catch (error) {
    if (error !== deadline.passed) throw error;
    throw unreadable(name, "takes longer to read than a file is given. Cut it into parts and import those.");
  } finally {
    deadline.end();
    await loading.destroy();
  }
}

async function opening(name: string, loading: PDFDocumentLoadingTask): Promise<PDFDocumentProxy> {
  try {
    return await loading.promise;
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw unreadable(
        name,
        "is locked with a password. Open it with the password, save it without one, and import that.",
      );
    }
    throw unreadable(name, "is a damaged PDF, and nothing of it can be read. Get it again.");
  }
}

async function readPages(
  name: string,
  opened: PDFDocumentProxy,
  deadline: Deadline,
): Promise<Pick<ReadDocument, "blocks" | "doubt">> {
  const { numPages } = opened;
  if (numPages > MOST_PAGES) {
    const most = MOST_PAGES.toLocaleString("en");
    throw unreadable(
      name,
      `has ${numPages.toLocaleString("en")} pages, and ${most} are the most for one article. Cut it into parts and import those.`,
    );
  }
  const pages: Line[][] = [];
  const fonts = new FontWeights();
  let failed = 0;
  for (let number = 1; number <= numPages; number++) {
    const page = await deadline.await(opened.getPage(number)).catch(deadline.unlessPassed);
    const lines = page && (await deadline.await(linesOnPage(page, number, fonts)).catch(deadline.unlessPassed));
    if (!lines) failed++;
    pages.push(lines ?? []);
    page?.cleanup();
    if (number % PAGES_KEPT === 0) await deadline.await(opened.cleanup());
  }
  if (failed === numPages) throw unreadable(name, "is a damaged PDF, and none of its pages can be read. Get it again.");
  const blocks = blocksOfPages(pages);
  const empty = pages.filter((lines) => lines.length === 0).length - failed;
  const illegible = illegibleShare(pages);
  if (blocks.length === 0) {
    throw unreadable(
      name,
      "holds no text: its pages are pictures of text, as from a scanner. Recognise the text with an OCR program (OCRmyPDF is one), and import what it makes.",
    );
  }
  if (illegible > ILLEGIBLE) {
    throw unreadable(
      name,
      "holds text in fonts that do not say which letters they draw, and cannot be read. Recognise the text with an OCR program (OCRmyPDF with “--force-ocr” is one), and import what it makes.",
    );
  }
  return { blocks, doubt: doubtOf({ numPages, failed, empty, illegible }) };
}

async function linesOnPage(page: PDFPageProxy, number: number, fonts: FontWeights): Promise<Line[]> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  await fonts.learn(page, Object.keys(content.styles));
  return linesOf(piecesOf(content, page.getViewport({ scale: 1 }).transform, fonts.bold), number);
}

/** Learns which fonts are bold. Their names are known only once a page was prepared for drawing. */
class FontWeights {
  readonly bold = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #known = new Set<string>();
  #pages = 0;

  async learn(page: PDFPageProxy, names: readonly string[]): Promise<void> {
    for (const name of names) this.#seen.add(name);
    const fresh = names.filter((name) => !this.#known.has(name));
    // A document in one font sets nothing off by its weight.
    if (fresh.length === 0 || this.#seen.size < 2 || this.#pages >= PAGES_WITH_FONTS) return;
    this.#pages++;
    for (const name of fresh) this.#known.add(name);
    // A page that cannot be drawn can still be read.
    await page.getOperatorList().catch(() => null);
    for (const name of fresh) {
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
      if (typeof font !== "object" || font === null || !("name" in font)) continue;
      if (/bold|black|heavy|demi/i.test(String(font.name))) this.bold.add(name);
    }
  }
}

/** The share of characters that a font gave no letter for: without meaning in Unicode, or control characters. */
function illegibleShare(pages: readonly (readonly Line[])[]): number {
  let [all, illegible] = [0, 0];
  for (const { text } of pages.flat()) {
    all += text.length;
    illegible += text.match(NO_LETTERS)?.length ?? 0;
  }
  return all === 0 ? 0 : illegible / all;
}

/** Fonts without a Unicode map give control characters for letters, or such as mean nothing. */
const NO_LETTERS = /(?![\t\n])[\p{Cc}\uFFFD\p{Co}\p{Cn}]/gu;

function doubtOf(found: { numPages: number; failed: number; empty: number; illegible: number }): string | null {
  const { numPages, failed, empty, illegible } = found;
  const of = (count: number) => `${count} of its ${numPages} pages`;
  const doubts: string[] = [];
  if (failed > 0) doubts.push(`${of(failed)} could not be read.`);
  if (empty > 0)
    doubts.push(`${of(empty)} hold no text; where these are pictures of text, recognise it with an OCR program.`);
  if (illegible > DOUBTFUL) {
    doubts.push("Parts of its text cannot be read as letters: their fonts do not say which letters they draw.");
  }
  return doubts.length === 0 ? null : doubts.join(" ");
}

function unreadable(name: IncomingFile["name"], what: string): Problem {
  return new Problem("UNREADABLE_FILE", `“${name}” ${what}`, { name });
}

/** A time that must not pass. What is awaited with it fails with `passed` once it has. */
class Deadline {
  readonly passed = new Error("The deadline has passed.");
  readonly #over: Promise<never>;
  readonly #timer: NodeJS.Timeout;
  readonly #end: number;

  constructor(milliseconds: number) {
    const { promise, reject } = Promise.withResolvers<never>();
    this.#over = promise;
    // Nobody may be waiting when it passes.
    promise.catch(() => undefined);
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => reject(this.passed), milliseconds);
  }

  async await<Result>(work: Promise<Result>): Promise<Result> {
    // What is left behind when the deadline has passed fails later, and nobody waits for that.
    work.catch(() => undefined);
    // Work that leaves no time to timers is met here.
    if (performance.now() > this.#end) throw this.passed;
    return Promise.race([work, this.#over]);
  }

  /** For what may fail without harm: null, but for the passing of the deadline itself. */
  readonly unlessPassed = (error: unknown): null => {
    if (error === this.passed) throw error;
    return null;
  };

  end(): void {
    clearTimeout(this.#timer);
  }
}
