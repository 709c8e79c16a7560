import { parentPort, workerData } from "node:worker_threads";
import { shownOriginal } from "../importing/showing.ts";

/** Finds out what can be shown of one original, says it and ends. */
if (parentPort === null) throw new Error("The showing thread is started by the workbench, not by itself.");
parentPort.postMessage(shownOriginal(workerData));
