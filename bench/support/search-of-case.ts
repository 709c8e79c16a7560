import { copyFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bareDatabase } from "./bare.ts";
import { workbenchIn } from "./folder.ts";
import { type Figure, IS_SMALL, inFigures, inTurns, printFigures, quantile, timed } from "./measuring.ts";
import { LISTS, QUESTIONS, type Question } from "./search-questions.ts";

/**
 * Opens the case that is named and asks it, beside bare statements on a copy of the file. Prints what each takes, and
 * leaves what is held against other cases in the file that is named second.
 */

/** What the same questions took in a case; milliseconds and megabytes. */
export interface SearchFigures {
  file: number;
  /** All twenty questions, and the floor of each in its turn. */
  times: number[];
  floor: number[];
  slowestFirst: number;
  lists: { what: string; p50: number; p95: number }[];
}

const COUNT = IS_SMALL ? 5 : 15;
const OPENINGS = 5;

const [, , made = "", answer = ""] = process.argv;
const copy = `${made}.copy`;
copyFileSync(made, copy);

const workbench = workbenchIn(path.dirname(made));
const { client } = workbench;
const openings: number[] = [];
for (let turn = 0; turn < OPENINGS; turn++) {
  openings.push(await timed(() => client.cases.open({ path: made })));
  await client.cases.close();
}
await client.cases.open({ path: made });

const first: number[] = [];
for (const { query } of QUESTIONS) first.push(await timed(() => client.search.everywhere({ query })));

const bare = bareDatabase(copy);
const figures: Figure[] = [];
for (const question of QUESTIONS) {
  const floor = bareStatements(question);
  floor();
  const taken = await inTurns(COUNT, () => client.search.everywhere({ query: question.query }), floor);
  figures.push({ what: question.query.trim(), ...taken });
}
bare.close();
const times = figures.flatMap((figure) => figure.times);
const floor = figures.flatMap((figure) => figure.floor ?? []);
printFigures([...figures, { what: "all twenty", times, floor }]);
const slowestFirst = Math.max(...first);
console.log(
  `\nOf all twenty, the p95 is ${inFigures(quantile(times, 0.95) / quantile(floor, 0.95))} times the p95 of the floor.`,
);
console.log(`The slowest at its very first asking: ${inFigures(slowestFirst)} ms.`);

const lists: Figure[] = [{ what: "cases.open", times: openings }];
for (const { what, ask } of LISTS) {
  const taken: number[] = [];
  for (let turn = 0; turn < COUNT; turn++) taken.push(await timed(() => ask(client)));
  lists.push({ what, times: taken });
}
printFigures(lists);
await workbench.close();
writeFileSync(
  answer,
  JSON.stringify({
    file: statSync(made).size / 1e6,
    times,
    floor,
    slowestFirst,
    lists: lists.map(({ what, times: taken }) => ({ what, p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) })),
  } satisfies SearchFigures),
);

/** The first twenty hits of a match by their rank, and how many there are, as one would ask for them by hand. */
function bareStatements({ match, where }: Question): () => void {
  if (match === null) {
    const page = bare.prepare(`SELECT id FROM article WHERE ${where} ORDER BY published DESC, id DESC LIMIT 20`);
    const total = bare.prepare(`SELECT count(*) FROM article WHERE ${where}`);
    return () => void [page.all(), total.get()];
  }
  // With the plus, FTS5 is asked once, and not for each row that meets the rest.
  const filter = where ? `AND +rowid IN (SELECT rowid FROM article WHERE ${where})` : "";
  const matching = `FROM article_search WHERE article_search MATCH ? ${filter}`;
  const page = bare.prepare(`SELECT rowid, rank ${matching} ORDER BY rank LIMIT 20`);
  const total = bare.prepare(`SELECT count(*) ${matching}`);
  return () => void [page.all(match), total.get(match)];
}
