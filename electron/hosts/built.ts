import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { DESKTOP_FOLDER, PAGE_FOLDER, ROOT } from "./places.ts";

/** What the page and the desktop are built from. */
const SOURCES = ["domain", "electron", "renderer", "seeds", "package.json", "vite.config.ts"];

/** What the build leaves; the last things that it writes. */
const RESULTS = [path.join(PAGE_FOLDER, "index.html"), path.join(DESKTOP_FOLDER, "main.mjs")];

/** Builds the page and the desktop where they are missing or older than what they are built from. */
export function buildIfStale(): boolean {
  const newest = Math.max(...SOURCES.map((name) => newestWithin(path.join(ROOT, name))));
  if (RESULTS.every((file) => changedAt(file) > newest)) return true;
  console.log("Building Sourceline…");
  const build = spawnSync(process.execPath, [path.join(ROOT, "build", "bundle.ts")], { cwd: ROOT, stdio: "inherit" });
  return build.status === 0;
}

/** When the newest of the files below a path was changed; 0 where there is none. */
export function newestWithin(place: string): number {
  const own = changedAt(place);
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return own;
  // The folder's own time counts too: it tells of files that were taken away.
  return Math.max(own, ...readdirSync(place).map((name) => newestWithin(path.join(place, name))));
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
