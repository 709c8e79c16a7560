import { copyFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "#domain/contract/base.ts";
import { hardText } from "../../domain/text/words.ts";
import { rangeOf, temporaryFolder, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT = "The front said forty soldiers were killed. The ministry denied it.";

/** A closed case with an article, a claim, a source, and an undoing in its journal. */
async function wholeCase(): Promise<string> {
  const { client } = temporaryWorkbench();
  const { path: file } = await client.cases.create({ name: "Whole" });
  const { articleId } = await client.articles.importText({
    text: TEXT,
    fields: { title: "An attack", outlet: "Northwire" },
  });
  const content = [rangeOf(TEXT, "forty soldiers were killed")];
  await client.claims.create({
    fields: { statement: "Forty were killed" },
    attribution: { articleId: articleId ?? "", content, chain: [{ source: { name: "The front" } }] },
  });
  await client.notes.create({ about: { articleId: articleId ?? "" }, body: "Undone" });
  await client.history.undo();
  await client.cases.close();
  return file;
}

/** What the check says of the case after something wrote to its file around the program. */
async function findingsAfter(tamper: string): Promise<string[]> {
  const file = await wholeCase();
  const copy = path.join(temporaryFolder(), "tampered.sourceline");
  copyFileSync(file, copy);
  const database = new Database(copy);
  database.pragma("foreign_keys = OFF");
  database.exec(tamper);
  database.close();
  const { client } = temporaryWorkbench();
  await client.cases.open({ path: copy });
  const { clean, findings } = await finish(await client.cases.check());
  expect(clean).toBe(findings.length === 0);
  return findings;
}

const UNLOCK = "DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed;";

test("a case that nobody touched is clean, and the check says how much it looked at", async () => {
  const file = await wholeCase();
  const { client } = temporaryWorkbench();
  await client.cases.open({ path: file });
  expect(await finish(await client.cases.check())).toEqual({
    clean: true,
    findings: [],
    checked: { texts: 1, originals: 1, entries: 5, spans: 1 },
  });
});

test("a case with words of every script, in any length and spelling, is clean", async () => {
  const { client } = temporaryWorkbench();
  await client.cases.create({ name: "Scripts" });
  const { articleId } = await client.articles.importText({ text: TEXT });
  const decomposed = "각".normalize("NFD");
  const bodies = fc.sample(fc.array(hardText(), { minLength: 1, maxLength: 20 }), 60).map((texts) => texts.join(" "));
  for (let length = 50; length < 62; length++)
    bodies.push("a".repeat(length % 7).padStart(length, "가") + decomposed.repeat(9));
  for (const body of bodies) await client.notes.create({ about: { articleId: articleId ?? "" }, body: `Note ${body}` });
  expect((await finish(await client.cases.check())).findings).toEqual([]);
});

test.for([
  [
    "an article that search does not know",
    "DELETE FROM article_search",
    [/^The search of every article does not name all/],
  ],
  [
    "a claim that search alone knows",
    "INSERT INTO claim_search (rowid, statement) VALUES (99, 'x')",
    [/^The search of every claim/],
  ],
  [
    "a claim that search knows by other words",
    "DELETE FROM claim_search; INSERT INTO claim_search (rowid, statement) SELECT rowid, 'Ninety were killed' FROM claim",
    [/^The search of every claim does not find some of them by their own words\.$/],
  ],
  [
    "an article of which search does not know the text",
    "DELETE FROM article_search; INSERT INTO article_search (rowid, title) SELECT rowid, title FROM article",
    [/^The search of every article does not find some of them by their own words\.$/],
  ],
  [
    "a changed text",
    "UPDATE text SET content = replace(content, 'forty', 'ninety')",
    [/^The text [0-9a-f]{64} is not what/],
  ],
  [
    "a changed original",
    "UPDATE original SET bytes = CAST('other' AS BLOB)",
    [/^The original [0-9a-f]{64} is not what/],
  ],
  [
    "an entry that says something else",
    `${UNLOCK} UPDATE entry SET author = 'Eve' WHERE sequence = 3`,
    [/^Entry 3 of the journal .*is not what its hash says: it was changed\./],
  ],
  [
    "an entry whose rows say something else",
    `${UNLOCK} UPDATE entry SET changes = replace(changes, 'Forty', 'Ninety') WHERE sequence = 3`,
    [/^Entry 3 of the journal/, /^The claim .* changed around the journal/],
  ],
  ["an entry that is missing", `${UNLOCK} DELETE FROM entry WHERE sequence = 3`, [/^Entry 4 .*entries are missing/]],
  [
    "a row that was changed",
    "UPDATE claim SET statement = 'Ninety were killed'",
    [/^The claim [0-9a-f-]{36} is not as the journal left it/],
  ],
  [
    "a row that was removed",
    "DELETE FROM hop",
    [
      /^The hop [0-9a-f-]{36} is not as the journal left it/,
      /^The case holds 0 rows of hop, and the journal speaks of 1\.$/,
    ],
  ],
  [
    "a row that was added",
    "INSERT INTO alias SELECT '01890000-0000-7000-8000-000000000000', id, 'Added' FROM source LIMIT 1",
    [/^The case holds 1 rows of alias, and the journal speaks of 0\.$/],
  ],
  [
    "a passage that was moved",
    'UPDATE span SET start = start + 1, "end" = "end" + 1',
    [/^In “An attack”, the passage “forty soldiers were killed” does not stand at 16–42\.$/, /^The span /],
  ],
  [
    "a row that refers to nothing",
    "DELETE FROM source WHERE name = 'The front'",
    [/^A row of hop refers to a row of source/],
  ],
] as const)("names %s", async ([, tamper, expected]) => {
  const findings = await findingsAfter(tamper);
  for (const pattern of expected) expect(findings).toContainEqual(expect.stringMatching(pattern));
});

test.for([
  ["that the last entry was cut off", `${UNLOCK} DELETE FROM entry WHERE sequence = 5`],
  [
    "that a changed row was made to look as if a later entry had touched it",
    "UPDATE claim SET statement = 'Ninety were killed'; INSERT INTO entry_row SELECT id, 5 FROM claim",
  ],
] as const)("sees by the index of the journal %s", async ([, tamper]) => {
  expect(await findingsAfter(tamper)).toContainEqual(expect.stringMatching(/^The index of the journal names/));
});
