import { spawn } from "node:child_process";
import path from "node:path";
import { buildIfStale } from "./built.mjs";
import { openFirstCase } from "./first-case.ts";
import { interruption } from "./interruption.ts";
import { openBrowser } from "./local/open-browser.ts";
import { runLocalHost } from "./local/run-local-host.ts";
import { ROOT } from "./places.ts";

/** `npm run dev`: the local host, with the page built anew whenever its sources change. Reload it to see the change. */
async function develop(): Promise<number> {
  if (!buildIfStale()) return 1;
  const vite = path.join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const builder = spawn(process.execPath, [vite, "build", "--watch", "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  try {
    const kept = await runLocalHost({
      port: 0,
      open: (workbench) => openFirstCase(workbench, (sentence) => console.error(sentence)),
      show: openBrowser,
      signal: interruption(),
    });
    return kept ? 0 : 1;
  } finally {
    builder.kill();
  }
}

process.exitCode = await develop();
