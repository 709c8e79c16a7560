import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder } from "./support/folder.ts";
import { makeLargeCase } from "./support/large-case.ts";
import { IS_SMALL, introduce } from "./support/measuring.ts";

const SIZES = IS_SMALL ? [1_000] : [1_000, 10_000, 100_000];
const CLAIMS = IS_SMALL ? 1_000 : 10_000;

/** Each size is measured in a process of its own, so that its memory is its own. */
const PROGRAM = fileURLToPath(new URL("./support/lists-of-case.ts", import.meta.url));

introduce("Opening a case, and the first page of each list and search");
for (const articles of SIZES) {
  await inFolder(async (folder) => {
    const { path: made } = makeLargeCase(path.join(folder, "large.sourceline"), { articles, claims: CLAIMS, marks: 0 });
    console.log(`\n${articles.toLocaleString("en")} articles, ${CLAIMS.toLocaleString("en")} claims`);
    execFileSync(process.execPath, [PROGRAM, made, ...process.argv.slice(2)], { stdio: "inherit" });
  });
}
