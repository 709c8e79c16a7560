import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project, or of the package that holds these sources. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the page is built to. */
export const PAGE_FOLDER = path.join(ROOT, "dist", "page");
