import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The page needs the same files, and beside the bundle it has them. */
const BESIDE_BUNDLE = fileURLToPath(new URL("../page/pdf", import.meta.url));

/**
 * Where the files lie that pdfjs reads beside its code: the character maps of fonts that are not embedded, which most PDFs
 * in Chinese, Japanese and Korean need, and the measures of the standard fonts. In the built program they are those of the
 * page, in the sources those of the package; in both the folders are `cmaps` and `standard_fonts`.
 */
function pdfAssets(): string {
  if (existsSync(BESIDE_BUNDLE)) return BESIDE_BUNDLE;
  return path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
}

const FOLDERS: Readonly<Record<string, string>> = { cMapUrl: "cmaps", standardFontDataUrl: "standard_fonts" };

/** Gives pdfjs its files from the disk, by their names in these folders and nothing else. */
export class PdfAssets {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    // The names of character maps come from the document.
    if (!folder || !/^[\w-]+(\.\w+)?$/.test(filename)) throw new Error(`There is no such asset: ${kind} ${filename}.`);
    return new Uint8Array(await readFile(path.join(pdfAssets(), folder, filename)));
  }
}
