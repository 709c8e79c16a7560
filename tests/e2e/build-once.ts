import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../build/bundle.ts";
import { findChromium } from "../browser/find-chromium.ts";

/**
 * Builds the page and the bundles that the specs drive, once for all of them, and as they are built for a person: in a
 * process of its own that does not know of tests. The browser that comes as a package is unpacked here, by nobody else at
 * the same time.
 */
export default async function setup(): Promise<void> {
  await findChromium();
  const { NODE_ENV: _, VITEST: __, ...environment } = process.env;
  await promisify(execFile)(process.execPath, [join(ROOT, "build", "bundle.ts")], { cwd: ROOT, env: environment });
}
