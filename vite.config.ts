import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Builds the page that both hosts serve. Every asset is a hashed file of our own: the policy allows nothing else. */
export default defineConfig({
  root: "renderer",
  base: "/",
  plugins: [react(), filesOfPdf()],
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2024",
    modulePreload: { polyfill: false },
  },
});

/** What pdf.js fetches by name when a PDF asks for it: character maps, standard fonts, and decoders that are plain scripts. */
function filesOfPdf(): Plugin {
  const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const wanted: Record<string, RegExp> = {
    cmaps: /\.bcmap$/,
    standard_fonts: /\.(pfb|ttf)$/,
    wasm: /_nowasm_fallback\.js$/,
  };
  return {
    name: "files-of-pdf",
    generateBundle() {
      for (const [folder, pattern] of Object.entries(wanted)) {
        for (const name of readdirSync(join(library, folder)).filter((each) => pattern.test(each))) {
          const source = readFileSync(join(library, folder, name));
          this.emitFile({ type: "asset", fileName: `pdf/${folder}/${name}`, source });
        }
      }
    },
  };
}
