import { pdfFormat } from "#electron/importing/pdf.ts";
import { documentOf } from "../../support/formats.ts";
import { type PdfSpecimen, type PdfText, pdfOf } from "../../support/pdf.ts";

/** The document that is read from a PDF made of these parts. */
export const read = (specimen: PdfSpecimen) => documentOf(pdfFormat, "report.pdf", pdfOf(specimen));

/** Blocks with the page on which each stands. */
export async function blocks(...pages: PdfText[][]): Promise<string[]> {
  const document = await read({ pages });
  return document.blocks.map(({ kind, level, text, page }) => `${page} ${kind} ${level}: ${text}`);
}

interface Setting {
  x: number;
  y: number;
  size?: number;
  font?: PdfText["font"];
}

/** Lines of text set one under the other. */
export function set({ x, y, size = 10, font = "plain" }: Setting, ...lines: string[]): PdfText[] {
  return lines.map((text, index) => ({ x, y: y - index * size * 1.2, text, size, font }));
}

/** Lines of two columns. */
export const LEFT = [
  "Forty soldiers were killed in an attack",
  "on a military post near the river that",
  "divides the town, three officers said,",
  "while the ministry spoke of four dead.",
];
export const RIGHT = [
  "Witnesses counted more than thirty of",
  "the bodies on the road to the market,",
  "where the men had come down from hills",
  "before dawn in several pick-up trucks.",
];
