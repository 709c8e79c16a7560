// What decides whether to run the sources or what was built of them is not itself in need of being stripped of types: to
// load what strips them takes longer than all that is decided here.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The bundles that run on Node: what `npm start` and the command line do, in few files and without types. */
const BUNDLES = path.join(ROOT, "dist", "desktop");

/** What Node made of the bundles when it last ran them. It lies with them: who can write there can write programs anyway. */
const COMPILED = path.join(ROOT, "dist", "compiled");

/** What the bundles are built from, and what the page is built from beside that. */
const SOURCES_OF_BUNDLES = ["domain", "electron", "seeds", "package.json", "build/bundle.ts"];
const SOURCES_OF_PAGE = ["renderer", "vite.config.ts"];

/** What the build leaves; the last things that it writes. */
const PAGE = path.join(ROOT, "dist", "page", "index.html");
const PROGRAM = path.join(BUNDLES, "main.mjs");

/**
 * Builds the page and the bundles where they are missing or older than what they are built from.
 * @returns {boolean} whether they are there now
 */
export function buildIfStale() {
  if (isNewer(PROGRAM, SOURCES_OF_BUNDLES) && isNewer(PAGE, [...SOURCES_OF_BUNDLES, ...SOURCES_OF_PAGE])) return true;
  console.log("Building Sourceline…");
  const build = spawnSync(process.execPath, [path.join(ROOT, "build", "bundle.ts")], { cwd: ROOT, stdio: "inherit" });
  return build.status === 0;
}

/**
 * Whether the bundles are there and not older than what they are built from.
 * @returns {boolean}
 */
export function hasBundles() {
  return isNewer(PROGRAM, SOURCES_OF_BUNDLES);
}

/**
 * Runs a program out of the bundles, and keeps what Node compiles of them for the next time, where it can be kept.
 * @param {"start" | "command"} name
 * @returns {Promise<unknown>}
 */
export function runBundle(name) {
  enableCompileCache(COMPILED);
  // So that the threads do the same.
  process.env.NODE_COMPILE_CACHE ??= COMPILED;
  return import(new URL(`../../dist/desktop/${name}.mjs`, import.meta.url).href);
}

/**
 * When the newest of the files below a path was changed, in milliseconds; 0 where there is none.
 * @param {string} place
 * @returns {number}
 */
export function newestWithin(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // The folder's own time counts too: it tells of files that were taken away.
  return Math.max(found.mtimeMs, ...readdirSync(place).map((name) => newestWithin(path.join(place, name))));
}

/**
 * @param {string} result
 * @param {readonly string[]} sources
 * @returns {boolean}
 */
function isNewer(result, sources) {
  const built = newestWithin(result);
  return sources.every((name) => newestWithin(path.join(ROOT, name)) < built);
}
