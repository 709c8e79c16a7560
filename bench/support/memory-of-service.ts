import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { finish } from "#domain/contract/base.ts";
import { startLocalHost } from "#electron/hosts/local/local-host.ts";
import { foldersIn } from "./folder.ts";
import { prose } from "./prose.ts";
import { generator } from "./random.ts";
import { LISTS, QUESTIONS } from "./search-questions.ts";

/**
 * Runs the local host as it is run for a browser, server and service thread in this one process, opens the case that is
 * named in it, asks everything and brings some articles in. Leaves its resident memory after each in the file that is
 * named second. Nothing else is in this process; the case is changed.
 */

/** Resident memory in megabytes, in the order in which it was looked at. */
export type MemoryFigures = { when: string; megabytes: number }[];

const ROUNDS = 3;
const IMPORTED = 200;

/** Milliseconds after which the threads that an import needs are gone. */
const REST = 15_000;

const [, , made = "", answer = ""] = process.argv;
const folder = path.dirname(made);
const figures: MemoryFigures = [];
const look = (when: string) => figures.push({ when, megabytes: process.memoryUsage().rss / 1e6 });

const host = await startLocalHost({
  version: "0.0.0",
  ...foldersIn(folder),
  pageFolder: folder,
  port: 0,
  onEnd: ({ error }) => {
    throw error;
  },
});
await host.use(async (client) => {
  await client.application.about();
  look("before a case is open");
  await client.cases.open({ path: made });
  look("with the case open");
  for (let round = 0; round < ROUNDS; round++) {
    for (const { query } of QUESTIONS) await client.search.everywhere({ query });
  }
  look("after all questions");
  for (let round = 0; round < ROUNDS; round++) {
    for (const { ask } of LISTS) await ask(client);
  }
  look("after all lists and facets");
  await finish(await client.articles.importPaths({ paths: [textFiles(path.join(folder, "incoming"))] }), () => {});
  look(`after an import of ${IMPORTED} articles`);
  await pause(REST);
  look("a quarter of a minute later");
});
await host.stop();
writeFileSync(answer, JSON.stringify(figures));

function textFiles(place: string): string {
  const random = generator(200);
  mkdirSync(place);
  for (let number = 0; number < IMPORTED; number++) {
    writeFileSync(path.join(place, `${number}.txt`), `${prose(8, random)}\n\n${prose(300, random)}.\n`);
  }
  return place;
}
