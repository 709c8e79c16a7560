import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, findChromium } from "../../tests/browser/find-chromium.ts";

/** Starts a Chromium without a window. */
export async function openChromium(): Promise<Browser> {
  const { executable, environment } = await findChromium();
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: CHROMIUM_ARGUMENTS,
  });
}
