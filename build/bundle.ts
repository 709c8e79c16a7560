import { readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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
 * The tables by which languages are told are one literal of 1.6 MB. As JSON in a string they are read four times as fast,
 * which the first import after a start is waiting for.
 */
const TABLES_AS_JSON: Plugin = {
  name: "language-tables-as-json",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]small\.js$/ }, async ({ path }) => {
      const { ngramsData } = await import(pathToFileURL(path).href);
      const json = JSON.stringify(JSON.stringify(ngramsData));
      return { contents: `export const ngramsData = JSON.parse(${json});`, loader: "js" };
    });
  },
};

/**
 * Bundles all that runs on Node and in Electron: the programs, the preload and the threads. What several share, and each library that is loaded on need, is
 * a file of its own beside them, so that a thread starts with what it needs.
 */
export async function bundleDesktop(outputFolder = join(ROOT, DESKTOP_FOLDER)): Promise<void> {
  const fresh = `${outputFolder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await Promise.all([
    build({
      ...COMMON,
      entryPoints: {
        main: "electron/hosts/desktop/main.ts",
        "service-thread": "electron/hosts/service/service-thread.ts",
        "likeness-thread": "electron/jobs/likeness-thread.ts",
        "reading-thread": "electron/jobs/reading-thread.ts",
        "showing-thread": "electron/jobs/showing-thread.ts",
        // Not of the desktop: what `npm start` and the command line run. They share the rest, and start the same threads.
        start: "electron/hosts/start.ts",
        command: "electron/hosts/command/main.ts",
      },
      outdir: fresh,
      outExtension: { ".js": ".mjs" },
      splitting: true,
      chunkNames: "[name]-[hash]",
      banner: { js: REQUIRE },
      plugins: [WITHOUT_BLOCKING_REQUESTS, TABLES_AS_JSON],
      platform: "node",
      format: "esm",
      target: NODE,
      external: OUTSIDE,
    }),
    // A sandboxed preload is CommonJS and can load nothing but Electron.
    build({
      ...COMMON,
      entryPoints: ["electron/hosts/desktop/preload.ts"],
      outfile: join(fresh, "preload.cjs"),
      platform: "browser",
      format: "cjs",
      target: CHROMIUM,
      external: ["electron"],
    }),
  ]);
  await takePlace(fresh, outputFolder);
  // What Node compiled of the bundles before is of no use any more.
  await rm(join(outputFolder, "..", "compiled"), { recursive: true, force: true });
}

/** Puts a folder in the place of another at once: whoever runs what is there never finds half of it. */
async function takePlace(fresh: string, place: string): Promise<void> {
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(place, old).catch(() => {});
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
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
