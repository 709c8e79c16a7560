import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, findChromium } from "../tests/browser/find-chromium.ts";
import { macIcon, type SizedPicture, windowsIcon } from "./icon-files.ts";

/**
 * Draws the icons of every system from their SVG sources. What it makes is committed beside them, so that packaging
 * needs no browser; run it again after a change of a source.
 */

const FOLDER = join(import.meta.dirname, "icons");
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const found = await findChromium();
const browser = await chromium.launch({
  executablePath: found.executable,
  env: { ...process.env, ...found.environment },
  args: CHROMIUM_ARGUMENTS,
});
try {
  for (const name of ["application", "case"]) {
    const pictures = await drawn(browser, await readFile(join(FOLDER, `${name}.svg`), "utf8"));
    await writeFile(join(FOLDER, `${name}.icns`), macIcon(pictures));
    await writeFile(join(FOLDER, `${name}.ico`), windowsIcon(pictures));
    if (name === "application") await writeLinuxIcons(pictures);
  }
} finally {
  await browser.close();
}

async function drawn(browser: Browser, svg: string): Promise<SizedPicture[]> {
  const page = await browser.newPage();
  const pictures: SizedPicture[] = [];
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await page.close();
  return pictures;
}

async function writeLinuxIcons(pictures: readonly SizedPicture[]): Promise<void> {
  const folder = join(FOLDER, "linux");
  await mkdir(folder, { recursive: true });
  for (const { size, png } of pictures.filter((picture) => picture.size <= 512)) {
    await writeFile(join(folder, `${size}x${size}.png`), png);
  }
}
