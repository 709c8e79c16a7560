import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The page needs the same files, and beside the bundle it has them. */
const BESIDE_BUNDLE = fileURLToPath(new URL("../page/pdf", import.meta.url));

/**
 * Where the files lie that pdfjs reads beside its code: the character maps for fonts that are named and not embedded, which
 * many PDFs in Chinese, Japanese and Korean need. In the built program they are those of the page, in the sources those of
 * the package.
 */
function pdfAssets(): string {
  const folder = existsSync(BESIDE_BUNDLE)
    ? BESIDE_BUNDLE
    : path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return path.join(folder, "cmaps");
}

/** Gives pdfjs its character maps from the disk and nothing else: the shapes of standard fonts tell nothing of the text. */
export class PdfAssets {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    // The names of character maps come from the document.
    if (kind !== "cMapUrl" || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`There is no ${kind} ${filename}.`);
    return new Uint8Array(await readFile(path.join(pdfAssets(), filename)));
  }
}
