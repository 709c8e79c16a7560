import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The id by which a rendered file is asked for to make the thread below fall over. */
export const FALL_OVER = "fall-over";

/**
 * The module of a service thread like the real one, whose code it runs, but for one thing: asked for the rendered file
 * `FALL_OVER` it ends by an error that nothing catches. `real` is the address of the real one.
 */
export function crashingThread(folder: string, real: string): URL {
  const entry = path.join(folder, "crashing-thread.mjs");
  const source = `import { parentPort } from "node:worker_threads";
    await import(${JSON.stringify(real)});
    parentPort.on("message", ({ question }) => {
      if (question?.id === "${FALL_OVER}") throw new Error("It fell over.");
    });`;
  writeFileSync(entry, source);
  return pathToFileURL(entry);
}
