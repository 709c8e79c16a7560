import { copyFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Workbench } from "#domain/contract/contract.ts";
import { bareDatabase } from "./bare.ts";
import { workbenchIn } from "./folder.ts";
import { type Figure, IS_SMALL, inFigures, inTurns, printFigures, printTable, timed } from "./measuring.ts";

/** Opens the case that is named and reads its lists, beside the same rows by bare SQL on a copy of the file. */

const COUNT = IS_SMALL ? 10 : 40;
const OPENINGS = 5;

interface Question {
  what: string;
  ask: (client: Workbench) => Promise<unknown>;
  /** The rows alone, in the same order, with no counting and nothing beside them. */
  bare: string;
}

const LATEST_CLAIMS = "SELECT claim.* FROM claim_standing JOIN claim ON claim.id = claimId";

const QUESTIONS: Question[] = [
  {
    what: "articles.list by date",
    ask: ({ articles }) => articles.list({ order: "published", direction: "descending" }),
    bare: "SELECT * FROM article ORDER BY coalesce(published, '') DESC, id DESC LIMIT 100",
  },
  {
    what: "articles.list by title",
    ask: ({ articles }) => articles.list({ order: "title" }),
    bare: "SELECT * FROM article ORDER BY title COLLATE NOCASE, id LIMIT 100",
  },
  {
    what: "articles.list by outlet",
    ask: ({ articles }) => articles.list({ order: "outlet" }),
    bare: `SELECT article.* FROM source CROSS JOIN article ON article.outletId = source.id
      ORDER BY source.name COLLATE NOCASE, source.id, article.id LIMIT 100`,
  },
  {
    what: "articles.list, two words",
    ask: ({ articles }) => articles.list({ query: "capital securit*" }),
    bare: `SELECT article.* FROM article_search JOIN article ON article.rowid = article_search.rowid
      WHERE article_search MATCH '"capital" "securit"*' LIMIT 100`,
  },
  {
    what: "claims.list, newest first",
    ask: ({ claims }) => claims.list({ order: "created", direction: "descending" }),
    bare: `${LATEST_CLAIMS} ORDER BY claim_standing.createdAt DESC, claimId DESC LIMIT 100`,
  },
  {
    what: "claims.list by statement",
    ask: ({ claims }) => claims.list({ order: "statement" }),
    bare: "SELECT * FROM claim ORDER BY statement COLLATE NOCASE, id LIMIT 100",
  },
  {
    what: "claims.list by attributions",
    ask: ({ claims }) => claims.list({ order: "attributions", direction: "descending" }),
    bare: `${LATEST_CLAIMS} ORDER BY attributions DESC, claimId DESC LIMIT 100`,
  },
  {
    what: "claims.list of two verdicts",
    ask: ({ claims }) => claims.list({ verdicts: ["disputed", "refuted"] }),
    bare: `${LATEST_CLAIMS} WHERE claim_standing.verdict IN ('disputed', 'refuted') ORDER BY claim_standing.createdAt, claimId LIMIT 100`,
  },
  {
    what: "claims.search, two words",
    ask: ({ claims }) => claims.search({ words: "ferry smok" }),
    bare: `SELECT claim.* FROM claim_search JOIN claim ON claim.rowid = claim_search.rowid
      WHERE claim_search MATCH '"ferry"* "smok"*' LIMIT 8`,
  },
  {
    what: "claims.search, two letters",
    ask: ({ claims }) => claims.search({ words: "fe" }),
    bare: `SELECT claim.* FROM claim_search JOIN claim ON claim.rowid = claim_search.rowid
      WHERE claim_search MATCH '"fe"*' LIMIT 8`,
  },
  {
    what: "sources.list by name",
    ask: ({ sources }) => sources.list({ order: "name" }),
    bare: "SELECT * FROM source ORDER BY name COLLATE NOCASE, id LIMIT 100",
  },
  {
    what: "sources.list by grade",
    ask: ({ sources }) => sources.list({ order: "grade" }),
    bare: "SELECT source.*, letter FROM source LEFT JOIN grade ON grade.sourceId = source.id ORDER BY letter, source.id LIMIT 100",
  },
  {
    what: "sources.list by claims",
    ask: ({ sources }) => sources.list({ order: "claims", direction: "descending" }),
    bare: `SELECT source.*, count(DISTINCT claimId) AS claims FROM source LEFT JOIN hop ON hop.sourceId = source.id
      LEFT JOIN attribution ON attribution.id = hop.attributionId GROUP BY source.id ORDER BY claims DESC LIMIT 100`,
  },
  {
    what: "sources.list by articles",
    ask: ({ sources }) => sources.list({ order: "articles", direction: "descending" }),
    bare: `SELECT source.*, count(*) AS articles FROM source JOIN article ON outletId = source.id
      GROUP BY source.id ORDER BY articles DESC LIMIT 100`,
  },
  {
    what: "sources.search, no words",
    ask: ({ sources }) => sources.search({ words: "" }),
    bare: "SELECT sourceId, count(*) AS used FROM hop GROUP BY sourceId ORDER BY used DESC LIMIT 8",
  },
  {
    what: "sources.search, three letters",
    ask: ({ sources }) => sources.search({ words: "har" }),
    bare: `SELECT source.* FROM source_search JOIN source ON source.rowid = source_search.rowid
      WHERE source_search MATCH '"har"*' LIMIT 8`,
  },
];

const [, , made = ""] = process.argv;
const copy = `${made}.copy`;
copyFileSync(made, copy);
const megabytes = (bytes: number) => String(Math.round(bytes / 1e6));
const before = process.memoryUsage().rss;

const workbench = workbenchIn(path.dirname(made));
const { client } = workbench;
const openings: Figure = { what: "cases.open", ...(await openInTurns()) };
await client.cases.open({ path: made });
const opened = process.memoryUsage().rss;
const first = new Map<string, number>();
for (const { what, ask } of QUESTIONS) first.set(what, await timed(() => ask(client)));

const bare = bareDatabase(copy);
const figures: Figure[] = [openings];
for (const { what, ask, bare: sql } of QUESTIONS) {
  const statement = bare.prepare(sql);
  statement.all();
  figures.push({
    what,
    ...(await inTurns(
      COUNT,
      () => ask(client),
      () => statement.all(),
    )),
  });
}
bare.close();
printFigures(figures);
const [slowest, took] = [...first].toSorted(([, one], [, other]) => other - one)[0] ?? ["", 0];
printTable(
  ["megabytes", ""],
  [
    ["the case file", megabytes(statSync(made).size)],
    ["the process before a case was open", megabytes(before)],
    ["with the case open", megabytes(opened)],
    ["after all lists", megabytes(process.memoryUsage().rss)],
  ],
);
console.log(`\nThe slowest at its very first asking: ${slowest}, ${inFigures(took)} ms.`);
await workbench.close();

/** Opens and closes the case; the floor opens the copy and reads one row. */
async function openInTurns(): Promise<{ times: number[]; floor: number[] }> {
  const taken: { times: number[]; floor: number[] } = { times: [], floor: [] };
  for (let turn = 0; turn < OPENINGS; turn++) {
    taken.times.push(await timed(() => client.cases.open({ path: made })));
    await client.cases.close();
    taken.floor.push(
      await timed(() => {
        const database = bareDatabase(copy);
        database.prepare("SELECT * FROM case_information").all();
        database.close();
      }),
    );
  }
  return taken;
}
