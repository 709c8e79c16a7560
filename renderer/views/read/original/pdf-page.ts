import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from "pdfjs-dist";
import { DrawnWords, hidePassage } from "./drawn-words.ts";
import styles from "./original.module.css";
import { Letters, type Passage, placeIn } from "./passage.ts";

/** The most pixels of a canvas; a page that would need more is drawn coarser. */
const MOST_PIXELS = 24_000_000;

/** A page that is drawn, with its words. */
export interface DrawnPage {
  words: DrawnWords;
  /** Takes the paint away that lies on it. */
  leave(): void;
}

/** Draws a page into an element so many CSS pixels wide. Fails with an AbortError where it was abandoned. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  host: HTMLElement,
  width: number,
  signal: AbortSignal,
): Promise<DrawnPage> {
  const page = await pdf.getPage(number);
  signal.throwIfAborted();
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const wanted = window.devicePixelRatio || 1;
  const density = Math.min(wanted, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  canvas.ariaHidden = "true";
  const drawing = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  signal.addEventListener("abort", () => drawing.cancel());
  await drawing.promise;

  const layer = document.createElement("div");
  layer.className = styles.layer ?? "";
  const lettering = new TextLayer({ textContentSource: await page.getTextContent(), container: layer, viewport });
  await lettering.render();
  signal.throwIfAborted();
  host.style.width = `${Math.floor(viewport.width)}px`;
  host.style.height = `${Math.floor(viewport.height)}px`;
  host.style.setProperty("--total-scale-factor", String(scale));
  host.replaceChildren(canvas, layer);
  return { words: new DrawnWords(layer), leave: () => hidePassage(layer) };
}

/** How many pages are looked through for a passage that is not where it should be. */
const MOST_PAGES = 400;

/** The number of the page that holds a passage, looked for first where it should be and beside it; null where none does. */
export async function pageWith(
  pdf: PDFDocumentProxy,
  passage: Passage,
  expected: number | null,
): Promise<number | null> {
  const near = expected === null ? [] : [expected, expected + 1, expected - 1];
  const all = Array.from({ length: Math.min(pdf.numPages, MOST_PAGES) }, (_, index) => index + 1);
  for (const number of new Set([...near, ...all])) {
    if (number < 1 || number > pdf.numPages) continue;
    const text = await textOf(await pdf.getPage(number));
    if (placeIn(new Letters(text), passage)) return number;
  }
  return null;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("\n");
}
