import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder } from "./support/folder.ts";
import { makeLargeCase } from "./support/large-case.ts";
import { IS_SMALL, introduce } from "./support/measuring.ts";

const SIZES = IS_SMALL ? [1_000] : [1_000, 10_000, 100_000];
const CLAIMS = IS_SMALL ? 1_000 : 10_000;

/** Each is measured in a process of its own, so that its memory is its own. */
const QUESTIONS = fileURLToPath(new URL("./support/search-of-case.ts", import.meta.url));
const CHOICES = fileURLToPath(new URL("./support/index-choices.ts", import.meta.url));

introduce("Search of articles, claims, sources and notes, and the library; the floor is the bare statement of FTS5");
for (const articles of SIZES) {
  await inFolder(async (folder) => {
    const { path: made } = makeLargeCase(path.join(folder, "large.sourceline"), { articles, claims: CLAIMS, marks: 0 });
    console.log(`\n${articles.toLocaleString("en")} articles, ${CLAIMS.toLocaleString("en")} claims`);
    execFileSync(process.execPath, [QUESTIONS, made, ...process.argv.slice(2)], { stdio: "inherit" });
  });
}
execFileSync(process.execPath, [CHOICES, ...process.argv.slice(2)], { stdio: "inherit" });
