import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, findChromium } from "../../tests/browser/find-chromium.ts";

const NO_SCROLL_BARS = "--hide-scrollbars";

/** Starts a Chromium without a window. */
export async function openChromium(): Promise<Browser> {
  const { executable, environment } = await findChromium();
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: CHROMIUM_ARGUMENTS,
  });
}

/** Starts a Chromium without a window that draws scroll bars, which a pointer can take hold of. */
export async function openChromiumWithScrollBars(): Promise<Browser> {
  const { executable, environment } = await findChromium();
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: CHROMIUM_ARGUMENTS.filter((argument) => argument !== NO_SCROLL_BARS),
    ignoreDefaultArgs: [NO_SCROLL_BARS],
  });
}
