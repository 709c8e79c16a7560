import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Builds the page that both hosts serve. Every asset is a hashed file of our own: the policy allows nothing else. */
export default defineConfig({
  root: "renderer",
  base: "/",
  plugins: [react(), filesOfPdf(), preloadedPage()],
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2024",
    modulePreload: { polyfill: false },
    // One sheet, so that no view waits for its own; all of it is 60 KB.
    cssCodeSplit: false,
    // The libraries in one script are large, and wanted all the same.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        // Few scripts: each one is a request, and a page on this machine waits for requests more than for bytes. What only
        // a PDF or a page kept as evidence needs is of use to few, and stays by itself.
        codeSplitting: {
          groups: [
            { name: "libraries", test: /node_modules[\\/](?!pdfjs-dist|dompurify)/ },
            { name: "first", test: /[\\/]renderer[\\/](main|frame[\\/]views)\.ts|preload-helper/, priority: 1 },
            { name: "page", test: /[\\/](domain|renderer)[\\/](?!views[\\/]|index\.html)/ },
          ],
        },
      },
    },
  },
});

/** Names the scripts of the page in its markup, so that they are fetched together with the first, which asks for them. */
function preloadedPage(): Plugin {
  return {
    name: "preloaded-page",
    transformIndexHtml: {
      order: "post",
      handler(_markup, { bundle = {} }) {
        const chunks = Object.values(bundle).flatMap((output) => (output.type === "chunk" ? [output] : []));
        const page = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith("/renderer/page.tsx")));
        const isFirst = (name: string) => chunks.some(({ fileName, isEntry }) => isEntry && fileName === name);
        const names = page ? [page.fileName, ...page.imports].filter((name) => !isFirst(name)) : [];
        return names.map((name) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${name}` },
          injectTo: "head",
        }));
      },
    },
  };
}

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
