import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { ShownOriginal } from "#domain/contract/originals.ts";
import { Problem } from "#domain/problems.ts";
import type { OriginalFile } from "../importing/showing.ts";

/** The thread's module lies beside this one, in the sources as in a bundle, and has the same kind of name. */
const BESIDE = new URL(`./showing-thread${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** How long the taking apart of an original may take, in milliseconds, and how much memory, in mebibytes. */
const PATIENCE = 20_000;
const MEMORY = 1_024;

/** What can be shown of an original, found out on a thread of its own that ends with it. Refuses what takes too long or too much. */
export function showOnThread(original: OriginalFile & { name: string }, patience = PATIENCE): Promise<ShownOriginal> {
  return new Promise((resolve, reject) => {
    const { bytes, mediaType, name } = original;
    const worker = new Worker(BESIDE, {
      workerData: { bytes, mediaType } satisfies OriginalFile,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    const giveUp = () => {
      const sentence = `“${name}” cannot be taken apart to be shown. Save the original and look at it elsewhere.`;
      reject(new Problem("UNREADABLE_FILE", sentence, { name }));
      void worker.terminate();
    };
    const impatience = setTimeout(giveUp, patience);
    worker.once("message", resolve);
    worker.once("error", giveUp);
    worker.once("exit", () => {
      clearTimeout(impatience);
      giveUp();
    });
  });
}
