import { registerHooks } from "node:module";
import { isMainThread } from "node:worker_threads";

/** Gives the application the stand-in wherever it asks for Electron. Only its main thread may ask. */
if (isMainThread) {
  const standIn = new URL("./electron.ts", import.meta.url).href;
  registerHooks({
    resolve(specifier, context, next) {
      return specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context);
    },
  });
}
