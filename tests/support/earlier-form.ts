import { writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { temporaryFolder } from "./workbench.ts";

/** So many articles that their words are not taken in within a turn. */
export const MANY = 300;

/** The last form in which a case did not say by which search form its words were taken in. */
export const FORMER = 3;

/** Makes the case “Harbour”, closed and as a program left it that knew a form before; gives its path. */
export async function makeCaseOfEarlierForm(client: Workbench): Promise<string> {
  const { path: place } = await client.cases.create({ name: "Harbour" });
  const folder = temporaryFolder();
  for (let number = 0; number < MANY; number++) {
    const words = Array.from({ length: 400 }, (_, index) => `word${(number * 7 + index) % 5_000}`).join(" ");
    writeFileSync(path.join(folder, `${number}.txt`), `Ferry number ${number}\n\n${words}`);
  }
  await finish(await client.articles.importPaths({ paths: [folder] }));
  await client.cases.close();
  const database = new Database(place);
  database.exec(`DROP TABLE search_form; PRAGMA user_version = ${FORMER}`);
  database.close();
  return place;
}
