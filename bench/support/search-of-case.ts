import { copyFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Workbench } from "#domain/contract/contract.ts";
import { bareDatabase } from "./bare.ts";
import { workbenchIn } from "./folder.ts";
import { type Figure, IS_SMALL, inFigures, inTurns, printFigures, printTable, quantile, timed } from "./measuring.ts";
import { VOCABULARY } from "./prose.ts";

/** Opens the case that is named and asks it, beside bare statements on a copy of the file. */

const COUNT = IS_SMALL ? 5 : 15;
const OPENINGS = 5;

/** A word of the vocabulary by how frequent it is; 0 is the most frequent. */
const word = (rank: number) => VOCABULARY[rank] ?? "";

/** How a word begins that is neither frequent nor rare. */
const beginning = (letters: number) => word(150).slice(0, letters);

interface Question {
  query: string;
  /** What FTS5 is asked for, or null where the question holds no words. */
  match: string | null;
  /** What else an article must meet, in the plainest SQL. */
  where?: string;
}

const HARBOUR_OUTLETS = "SELECT id FROM source WHERE name LIKE '%harbour%'";

/** Questions of all kinds: of the most frequent words and of rare ones, with and without fields. */
const QUESTIONS: Question[] = [
  { query: `${word(0)} `, match: word(0) },
  { query: `${word(30)} `, match: word(30) },
  { query: `${word(60)} `, match: word(60) },
  { query: `${word(300)} `, match: word(300) },
  { query: `${word(3_000)} `, match: word(3_000) },
  { query: `${word(20_000)} `, match: word(20_000) },
  { query: `${word(60)} ${word(70)} `, match: `${word(60)} AND ${word(70)}` },
  { query: `${word(60)} ${word(400)} ${word(2_000)} `, match: `${word(60)} AND ${word(400)} AND ${word(2_000)}` },
  { query: `${word(80)} OR ${word(500)} `, match: `${word(80)} OR ${word(500)}` },
  { query: `${word(60)} -${word(61)} `, match: `${word(60)} NOT ${word(61)}` },
  { query: `"${word(60)} ${word(2)}" `, match: `"${word(60)} ${word(2)}"` },
  { query: `"${word(0)} ${word(1)} ${word(2)}" `, match: `"${word(0)} ${word(1)} ${word(2)}"` },
  { query: beginning(2), match: `${beginning(2)}*` },
  { query: beginning(3), match: `${beginning(3)}*` },
  { query: `${word(60)} ${beginning(4)}`, match: `${word(60)} AND ${beginning(4)}*` },
  { query: `title:${word(65)} `, match: `{title} : ${word(65)}` },
  {
    query: `${word(60)} outlet:harbour `,
    match: word(60),
    where: `outletId IN (${HARBOUR_OUTLETS})`,
  },
  {
    query: `${word(40)} date:2025-01..2026-06 `,
    match: word(40),
    where: "published >= '2025-01' AND published < '2026-07'",
  },
  {
    query: `${word(60)} has:claim `,
    match: word(60),
    where: "id IN (SELECT articleId FROM attribution)",
  },
  {
    query: "verdict:disputed date:2020.. ",
    match: null,
    where: `published >= '2020' AND id IN (SELECT articleId FROM attribution JOIN claim_standing USING (claimId)
      WHERE verdict = 'disputed')`,
  },
];

const LISTS: { what: string; ask: (client: Workbench) => Promise<unknown> }[] = [
  { what: "articles.list", ask: ({ articles }) => articles.list({}) },
  { what: "articles.list of a frequent word", ask: ({ articles }) => articles.list({ query: `${word(60)} ` }) },
  { what: "articles.list of a rare word", ask: ({ articles }) => articles.list({ query: `${word(3_000)} ` }) },
  { what: "articles.facets", ask: ({ articles }) => articles.facets({}) },
  { what: "articles.facets of a frequent word", ask: ({ articles }) => articles.facets({ query: `${word(60)} ` }) },
  { what: "articles.facets of a rare word", ask: ({ articles }) => articles.facets({ query: `${word(3_000)} ` }) },
];

const [, , made = ""] = process.argv;
const copy = `${made}.copy`;
copyFileSync(made, copy);
const megabytes = (bytes: number) => String(Math.round(bytes / 1e6));
const before = process.memoryUsage().rss;

const workbench = workbenchIn(path.dirname(made));
const { client } = workbench;
const openings: number[] = [];
for (let turn = 0; turn < OPENINGS; turn++) {
  openings.push(await timed(() => client.cases.open({ path: made })));
  await client.cases.close();
}
await client.cases.open({ path: made });
const opened = process.memoryUsage().rss;

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
const asked = process.memoryUsage().rss;
const all = { times: figures.flatMap(({ times }) => times), floor: figures.flatMap(({ floor }) => floor ?? []) };
printFigures([...figures, { what: "all twenty", ...all }]);
const ratio = quantile(all.times, 0.95) / quantile(all.floor, 0.95);
console.log(`\nOf all twenty, the p95 is ${inFigures(ratio)} times the p95 of the floor.`);
console.log(`The slowest at its very first asking: ${inFigures(Math.max(...first))} ms.`);

const lists: Figure[] = [{ what: "cases.open", times: openings }];
for (const { what, ask } of LISTS) {
  const times: number[] = [];
  for (let turn = 0; turn < COUNT; turn++) times.push(await timed(() => ask(client)));
  lists.push({ what, times });
}
printFigures(lists);
printTable(
  ["megabytes", ""],
  [
    ["the case file", megabytes(statSync(made).size)],
    ["the process before a case was open", megabytes(before)],
    ["with the case open", megabytes(opened)],
    ["after all questions", megabytes(asked)],
    ["after all lists", megabytes(process.memoryUsage().rss)],
  ],
);
await workbench.close();

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
