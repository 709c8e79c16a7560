import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./places.ts";

/** How long the download may take before a person is shown their work in a browser instead. */
const PATIENCE = 60_000;

/**
 * The Electron program of this project, or null where there is none. Looks only at files: asking the package itself would
 * begin a download that may hang.
 */
export function findElectron(root = ROOT, environment: NodeJS.ProcessEnv = process.env): string | null {
  const electronPackage = path.join(root, "node_modules", "electron");
  const program = readIfThere(path.join(electronPackage, "path.txt"));
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH || path.join(electronPackage, "dist");
  const file = path.join(folder, program ?? "electron");
  return existsSync(file) ? file : null;
}

/**
 * Tries to fetch Electron, once for each version: a network that refused it will refuse it again, and nobody should wait
 * for that at every start. `npx install-electron` tries again at any time.
 */
export function fetchElectronOnce(root = ROOT): string | null {
  const electronPackage = path.join(root, "node_modules", "electron");
  const installer = path.join(electronPackage, "install.js");
  const tried = path.join(root, "dist", ".electron-tried");
  const version = readIfThere(path.join(electronPackage, "package.json"));
  if (version === null || readIfThere(tried) === version) return null;
  try {
    mkdirSync(path.dirname(tried), { recursive: true });
    writeFileSync(tried, version);
  } catch {
    // Whoever may write nothing here cannot put Electron here either.
    return null;
  }
  console.log("Fetching the Electron program, which the desktop window needs; once only…");
  spawnSync(process.execPath, [installer], { cwd: root, stdio: "ignore", timeout: PATIENCE, killSignal: "SIGKILL" });
  return findElectron(root);
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}
