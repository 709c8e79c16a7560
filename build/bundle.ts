import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node as Electron 45 has it, and the Chromium of the same. */
const NODE = "node24";
const CHROMIUM = "chrome150";

/** Where the bundles go, from the root. */
export const DESKTOP_FOLDER = join("dist", "desktop");
export const PAGE_FOLDER = join("dist", "page");

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  sourcemap: false,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
};

/** Modules that are there when the bundle runs, and stay outside it; the canvas is an extra of some that we do not use. */
const OUTSIDE = ["electron", "better-sqlite3", "@napi-rs/canvas", "canvas"];

/** Some of the libraries that read formats are CommonJS and ask for parts of Node by `require`. */
const REQUIRE =
  'import { createRequire as requireOfBundle } from "node:module"; globalThis.require ??= requireOfBundle(import.meta.url);';

/** jsdom looks up a program of its own for requests that block, which pages here never make. */
const WITHOUT_BLOCKING_REQUESTS: Plugin = {
  name: "jsdom-without-blocking-requests",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]jsdom[\\/].*XMLHttpRequest-impl\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: source.replace(/require\.resolve\([^)]*\)/g, '"there is none"'), loader: "js" };
    });
  },
};

/**
 * Bundles the main process, the preload and the threads. What several share, and each library that is loaded on need, is
 * a file of its own beside them, so that a thread starts with what it needs.
 */
export async function bundleDesktop(outputFolder = join(ROOT, DESKTOP_FOLDER)): Promise<void> {
  await rm(outputFolder, { recursive: true, force: true });
  await Promise.all([
    build({
      ...COMMON,
      entryPoints: {
        main: "electron/hosts/desktop/main.ts",
        "service-thread": "electron/hosts/service/service-thread.ts",
        "likeness-thread": "electron/jobs/likeness-thread.ts",
        "reading-thread": "electron/jobs/reading-thread.ts",
        "showing-thread": "electron/jobs/showing-thread.ts",
      },
      outdir: outputFolder,
      outExtension: { ".js": ".mjs" },
      splitting: true,
      chunkNames: "[name]-[hash]",
      banner: { js: REQUIRE },
      plugins: [WITHOUT_BLOCKING_REQUESTS],
      platform: "node",
      format: "esm",
      target: NODE,
      external: OUTSIDE,
    }),
    // A sandboxed preload is CommonJS and can load nothing but Electron.
    build({
      ...COMMON,
      entryPoints: ["electron/hosts/desktop/preload.ts"],
      outfile: join(outputFolder, "preload.cjs"),
      platform: "browser",
      format: "cjs",
      target: CHROMIUM,
      external: ["electron"],
    }),
  ]);
}

/** Builds the page. */
export async function buildPage(): Promise<void> {
  const vite = await import("vite");
  await vite.build({ root: join(ROOT, "renderer"), configFile: join(ROOT, "vite.config.ts"), logLevel: "warn" });
}

/** Builds everything that a package holds. */
export async function buildAll(): Promise<void> {
  await Promise.all([bundleDesktop(), buildPage()]);
}

if (import.meta.main) await buildAll();
