import { DevTools } from "./devtools.ts";

/** The variable that tells the application's process where its Chromium is. */
export const ENDPOINT = "SOURCELINE_STAND_IN_CHROMIUM";

/** The Chromium that stands behind the stand-in. */
const endpoint = process.env[ENDPOINT];
if (!endpoint) throw new Error(`The stand-in is started by launch.ts, which sets ${ENDPOINT}.`);

export const browser = await DevTools.connect(endpoint);
