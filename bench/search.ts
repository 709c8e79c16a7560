import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder } from "./support/folder.ts";
import { makeLargeCase } from "./support/large-case.ts";
import { IS_SMALL, inFigures, introduce, printTable, quantile } from "./support/measuring.ts";
import type { MemoryFigures } from "./support/memory-of-service.ts";
import type { SearchFigures } from "./support/search-of-case.ts";

const SIZES = IS_SMALL ? [1_000] : [1_000, 10_000, 100_000];
const CLAIMS = IS_SMALL ? 1_000 : 10_000;

/** Each is measured in a process of its own, so that nothing but what is measured is in its memory. */
const QUESTIONS = fileURLToPath(new URL("./support/search-of-case.ts", import.meta.url));
const MEMORY = fileURLToPath(new URL("./support/memory-of-service.ts", import.meta.url));
const CHOICES = fileURLToPath(new URL("./support/index-choices.ts", import.meta.url));

introduce("Search of articles, claims, sources and notes, and the library; the floor is the bare statement of FTS5");
const grown: { articles: number; search: SearchFigures; memory: MemoryFigures }[] = [];
for (const articles of SIZES) {
  await inFolder(async (folder) => {
    const { path: made } = makeLargeCase(path.join(folder, "large.sourceline"), { articles, claims: CLAIMS, marks: 0 });
    console.log(`\n${articles.toLocaleString("en")} articles, ${CLAIMS.toLocaleString("en")} claims`);
    const answer = path.join(folder, "figures.json");
    run(QUESTIONS, made, answer);
    const search: SearchFigures = JSON.parse(readFileSync(answer, "utf8"));
    run(MEMORY, made, answer);
    grown.push({ articles, search, memory: JSON.parse(readFileSync(answer, "utf8")) });
  });
}
printGrowth();
run(CHOICES);

function run(program: string, ...given: string[]): void {
  execFileSync(process.execPath, [program, ...given, ...process.argv.slice(2)], { stdio: "inherit" });
}

/** How everything grows with the case. */
function printGrowth(): void {
  const sizes = grown.map(({ articles }) => `${articles.toLocaleString("en")} articles`);
  const row = (what: string, cellOf: (search: SearchFigures) => string) => [
    what,
    ...grown.map(({ search }) => cellOf(search)),
  ];
  printTable(
    ["milliseconds", ...sizes],
    [
      ...[0.5, 0.95].map((part) =>
        row(
          `all twenty questions, p${part * 100} (times that of the floor)`,
          ({ times, floor }) =>
            `${inFigures(quantile(times, part))} (${inFigures(quantile(times, part) / quantile(floor, part))})`,
        ),
      ),
      row("the slowest at its very first asking", ({ slowestFirst }) => inFigures(slowestFirst)),
      ...(grown[0]?.search.lists ?? []).map(({ what }, index) =>
        row(`${what}, p50 – p95`, ({ lists }) => {
          const { p50 = Number.NaN, p95 = Number.NaN } = lists[index] ?? {};
          return `${inFigures(p50)} – ${inFigures(p95)}`;
        }),
      ),
    ],
  );
  printTable(
    ["megabytes", ...sizes],
    [
      row("the case file", ({ file }) => String(Math.round(file))),
      ...(grown[0]?.memory ?? []).map(({ when }, index) => [
        `the process of the local host ${when}`,
        ...grown.map(({ memory }) => String(Math.round(memory[index]?.megabytes ?? Number.NaN))),
      ]),
    ],
  );
}
