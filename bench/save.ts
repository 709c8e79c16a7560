import { closeSync, copyFileSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import type { Workbench } from "#domain/contract/contract.ts";
import { bareDatabase, writeRows } from "./support/bare.ts";
import { inFolder, workbenchIn } from "./support/folder.ts";
import { type LargeCase, makeLargeCase } from "./support/large-case.ts";
import { type Figure, IS_SMALL, introduce, printFigures, timed } from "./support/measuring.ts";

const WARM_UP = 20;
const COUNT = IS_SMALL ? 100 : 400;

/** A page of SQLite’s. */
const PAGE = Buffer.alloc(4_096, 1);

/**
 * Saves claims in a case, through the contract; the floor is the very rows that each save left, journal and all, put into
 * a copy of the same case by bare better-sqlite3 in one transaction. Last comes what the disk alone takes to keep a page.
 */
async function savesIn(what: string, made: LargeCase, articleId: string, folder: string): Promise<Figure[]> {
  const copy = path.join(folder, "copy.sourceline");
  const scratch = path.join(folder, "scratch");
  copyFileSync(made.path, copy);
  const workbench = workbenchIn(folder);
  const bare = bareDatabase(copy);
  const descriptor = openSync(scratch, "w");
  const times: number[] = [];
  const floor: number[] = [];
  const synced: number[] = [];
  try {
    const { client } = workbench;
    await client.cases.open({ path: made.path });
    const { text } = await client.articles.get({ id: articleId });
    for (let turn = 0; turn < WARM_UP + COUNT; turn++) {
      const start = Math.floor((turn * 7_919) % (text.length - 60));
      let sequence: number | null = null;
      const saved = await timed(async () => {
        sequence = await saveClaim(client, articleId, `The ferry stopped, said witness ${turn}`, start);
      });
      const entry = await client.history.get({ sequence: sequence ?? 0 });
      const written = await timed(() => writeRows(bare, entry));
      const page = await timed(() => {
        writeSync(descriptor, PAGE);
        fdatasyncSync(descriptor);
      });
      if (turn < WARM_UP) continue;
      times.push(saved);
      floor.push(written);
      synced.push(page);
    }
  } finally {
    closeSync(descriptor);
    bare.close();
    await workbench.close();
  }
  return [
    { what, times, floor },
    { what: "  of which the disk: one page kept", times: synced },
  ];
}

async function saveClaim(
  client: Workbench,
  articleId: string,
  statement: string,
  start: number,
): Promise<number | null> {
  const { sequence } = await client.claims.create({
    fields: { statement },
    attribution: { articleId, content: [{ start, end: start + 40 }] },
  });
  return sequence;
}

introduce("Save of one claim with its attribution");
const figures = await inFolder(async (folder) => {
  const small = makeLargeCase(path.join(folder, "small.sourceline"), { articles: 10, claims: 20, marks: 0 });
  return savesIn("in a case of 10 articles", small, small.plainArticle, folder);
});
const articles = IS_SMALL ? 2_000 : 100_000;
figures.push(
  ...(await inFolder(async (folder) => {
    const size = { articles, claims: articles / 10, marks: 10_000 };
    const large = makeLargeCase(path.join(folder, "large.sourceline"), size);
    const where = `of ${articles.toLocaleString("en")} articles`;
    return [
      ...(await savesIn(`in a case ${where}`, large, large.plainArticle, folder)),
      ...(await savesIn(`  in 1 MB with 10,000 marks there`, large, large.markedArticle ?? "", folder)),
    ];
  })),
);
printFigures(figures);
