import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The id by which a rendered file is asked for to make the thread below fall over. */
export const FALL_OVER = "fall-over";

/** A case with an empty file of its name and this ending beside it ends the thread below when it is opened. */
export const DEADLY = ".deadly";

/**
 * The module of a service thread like the real one, whose code it runs, but for two things: asked for the rendered file
 * `FALL_OVER` it ends by an error that nothing catches, and in the midst of opening a case that is `DEADLY` it ends as where
 * its memory is used up. `real` is the address of the real one.
 */
export function crashingThread(folder: string, real: string): URL {
  const entry = path.join(folder, "crashing-thread.mjs");
  const source = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    import { parentPort } from "node:worker_threads";
    const { openSync } = fs;
    fs.openSync = (file, ...given) => {
      if (fs.existsSync(file + "${DEADLY}")) process.exit(1);
      return openSync(file, ...given);
    };
    syncBuiltinESMExports();
    await import(${JSON.stringify(real)});
    parentPort.on("message", ({ question }) => {
      if (question?.id === "${FALL_OVER}") throw new Error("It fell over.");
    });`;
  writeFileSync(entry, source);
  return pathToFileURL(entry);
}
