import { DevTools } from "./devtools.ts";
import { ENDPOINT } from "./endpoint.ts";

/** The Chromium that stands behind the stand-in. */
const endpoint = process.env[ENDPOINT];
if (!endpoint) throw new Error(`The stand-in is started by launch.ts, which sets ${ENDPOINT}.`);

export const browser = await DevTools.connect(endpoint);
