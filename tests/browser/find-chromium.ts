import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

/** A Chromium that tests can start, and what it needs to start. */
export interface FoundChromium {
  executable: string;
  environment: Record<string, string>;
}

/** Names a Chromium to use instead of the ones that are looked for. */
const OVERRIDE = "SOURCELINE_CHROMIUM";

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((program) =>
      join(process.env[variable] ?? "C:\\Program Files", program),
    ),
  ),
};

const SYSTEM_LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib"];

/** What every test tells its Chromium: no window, nothing of its own over the network, the same drawing everywhere. */
export const CHROMIUM_ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--hide-scrollbars",
  "--mute-audio",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/** The Chromium that the tests drive: the one named in SOURCELINE_CHROMIUM, the system's, or the one of an npm package. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env[OVERRIDE];
  if (named) {
    if (!existsSync(named)) throw new Error(`${OVERRIDE} names “${named}”, where there is nothing.`);
    return { executable: named, environment: {} };
  }
  for (const candidate of USUAL_PLACES[process.platform] ?? []) {
    const executable = onPath(candidate);
    if (executable) return { executable, environment: {} };
  }
  if (process.platform === "linux" && process.arch === "x64") return packagedChromium();
  throw new Error(`No Chromium was found. Install Chrome, Chromium or Edge, or name one in ${OVERRIDE}.`);
}

function onPath(program: string): string | null {
  if (dirname(program) !== ".") return existsSync(program) ? program : null;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/**
 * The Chromium of @sparticuz/chromium, with the security libraries it carries where the system has none. The switches
 * that the package recommends are left out: they turn off what the tests are to prove.
 */
async function packagedChromium(): Promise<FoundChromium> {
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  const executable = await chromium.executablePath();
  if (SYSTEM_LIBRARIES.some((folder) => existsSync(join(folder, "libnss3.so")))) return { executable, environment: {} };
  const packageEntry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const folder = await inflate(join(dirname(packageEntry), "..", "bin", "al2023.tar.br"));
  return { executable, environment: { LD_LIBRARY_PATH: join(folder, "lib") } };
}
