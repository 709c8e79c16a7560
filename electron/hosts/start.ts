import { spawn } from "node:child_process";
import { once } from "node:events";
import { fetchElectronOnce, findElectron } from "./electron-binary.ts";
import { FIRST_CASE_SWITCH, openFirstCase } from "./first-case.ts";
import { interruption } from "./interruption.ts";
import { openBrowser } from "./local/open-browser.ts";
import { runLocalHost } from "./local/run-local-host.ts";
import { ROOT } from "./places.ts";

/**
 * `npm start`: the desktop where it can be had, and the same page in a browser where it cannot. `SOURCELINE_HOST=local`
 * asks for the browser at once.
 */
async function start(): Promise<number> {
  const signal = interruption();
  if (process.env.SOURCELINE_HOST !== "local") {
    const reason = await runDesktop();
    if (reason === null || signal.aborted) return 0;
    console.log(`${reason} Sourceline gives the same page to a browser instead.`);
  }
  const kept = await runLocalHost({
    port: 0,
    open: (workbench) => openFirstCase(workbench, (sentence) => console.error(sentence)),
    show: openBrowser,
    signal,
  });
  return kept ? 0 : 1;
}

/** Runs the desktop until its window is closed; gives null then, or a sentence that says why it could not be run. */
async function runDesktop(): Promise<string | null> {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return "There is no display here for a desktop window.";
  }
  const electron = findElectron() ?? fetchElectronOnce();
  if (electron === null) {
    return "Electron is not here and could not be fetched (“npx install-electron” tries again).";
  }
  // What this Node compiled is of no use to Electron’s own.
  const { NODE_COMPILE_CACHE: _, ...environment } = process.env;
  const child = spawn(electron, [ROOT, FIRST_CASE_SWITCH], { cwd: ROOT, stdio: "inherit", env: environment });
  try {
    const [code] = await once(child, "exit");
    return code === 0 || code === null ? null : `The desktop ended with code ${code}.`;
  } catch (error) {
    return `Electron cannot be run here (${error instanceof Error ? error.message : String(error)}).`;
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(`Sourceline could not be started: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
