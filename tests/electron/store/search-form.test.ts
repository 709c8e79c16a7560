import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Workbench } from "#domain/contract/contract.ts";
import { SEARCH_FORM } from "#domain/search/form.ts";
import { INDEXED_TABLES } from "#electron/store/search-index.ts";
import { rangeOf, temporaryWorkbench } from "../../support/workbench.ts";

const TEXT = "Nobody at the pier laughed ㅋㅋㅋ.";

/** A closed case with an article, a claim, a source with an alias, and a note, each of which holds “ㅋㅋㅋ”. */
async function closedCase(): Promise<{ client: Workbench; place: string }> {
  const { client } = temporaryWorkbench();
  const { path: place } = await client.cases.create({ name: "Pier" });
  const { articleId } = await client.articles.importText({
    text: TEXT,
    fields: {
      title: "Pier",
      byline: "Minho Byline",
      dateline: "Dateport",
      credits: "Credited",
      url: "https://a.example",
    },
  });
  const { claimId } = await client.claims.create({
    fields: { statement: "They wrote ㅋㅋㅋ", subject: "whoever", object: "whatever", place: "wherever" },
    attribution: {
      articleId: articleId ?? "",
      content: [rangeOf(TEXT, "Nobody at the pier laughed")],
      chain: [{ source: { name: "Office ㅋㅋㅋ" } }],
    },
  });
  const [office] = await client.sources.search({ words: "office" });
  await client.sources.addAlias({ id: office?.id ?? "", name: "Bureau ㅋㅋㅋ" });
  await client.notes.create({ about: { claimId }, body: "Why ㅋㅋㅋ?" });
  await client.cases.close();
  return { client, place };
}

/** Does something to a closed case around the program. */
function around<Result>(place: string, act: (database: Database.Database) => Result): Result {
  const database = new Database(place);
  try {
    return act(database);
  } finally {
    database.close();
  }
}

/** The words that are indexed of each column. */
function indexedWords(place: string): Record<string, Record<string, string[]>> {
  return around(place, (database) => {
    const words: Record<string, Record<string, string[]>> = {};
    for (const table of INDEXED_TABLES) {
      database.exec(`CREATE VIRTUAL TABLE temp.${table}_words USING fts5vocab('main', '${table}_search', 'instance')`);
      const found = database
        .prepare<[], { term: string; col: string }>(`SELECT term, col FROM ${table}_words ORDER BY doc, col, offset`)
        .all();
      words[table] = {};
      for (const { term, col } of found) {
        words[table][col] = [...(words[table][col] ?? []), term];
      }
    }
    return words;
  });
}

/** Makes of a closed case what a program with an earlier search form left: “ㅋㅋㅋ” was one word. */
const AS_BEFORE = `
  INSERT INTO article_search (article_search) VALUES ('delete-all');
  INSERT INTO claim_search (claim_search) VALUES ('delete-all');
  INSERT INTO source_search (source_search) VALUES ('delete-all');
  INSERT INTO alias_search (alias_search) VALUES ('delete-all');
  INSERT INTO note_search (note_search) VALUES ('delete-all');
  INSERT INTO article_search (rowid, title, body) SELECT article.rowid, title, content FROM article JOIN text ON sha256 = textSha256;
  INSERT INTO claim_search (rowid, statement) SELECT rowid, statement FROM claim;
  INSERT INTO source_search (rowid, name) SELECT rowid, name FROM source;
  INSERT INTO alias_search (rowid, name) SELECT rowid, name FROM alias;
  INSERT INTO note_search (rowid, body) SELECT rowid, body FROM note;`;

async function found(client: Workbench): Promise<number[]> {
  const { groups } = await client.search.everywhere({ query: "ㅋㅋㅋ " });
  return groups.map(({ total }) => total);
}

test("what is indexed of a row belongs to the version of the search form", async () => {
  const { place } = await closedCase();
  const laughing = ["ᄏ", "ᄏ", "ᄏ"];
  expect(
    { version: SEARCH_FORM, words: indexedWords(place) },
    "What of a row is searched was changed. Raise SEARCH_FORM in domain/search/form.ts by one, so that the search of every case is made anew when it is opened, and correct this test.",
  ).toEqual({
    version: 2,
    words: {
      article: {
        title: ["pier"],
        byline: ["minho", "byline", "dateport", "credited"],
        body: ["nobody", "at", "the", "pier", "laughed", ...laughing],
      },
      claim: { statement: ["they", "wrote", ...laughing], parts: ["whoever", "whatever", "wherever"] },
      source: { name: ["office", ...laughing] },
      alias: { name: ["bureau", ...laughing] },
      note: { body: ["why", ...laughing] },
    },
  });
});

test.each([
  ["the version before", "UPDATE search_form SET version = version - 1"],
  ["a later version", "UPDATE search_form SET version = version + 1"],
  ["no version", "DELETE FROM search_form"],
  ["the third form of cases", "DROP TABLE search_form; PRAGMA user_version = 3"],
])("the search of a case that was indexed in %s is made anew when it is opened, and then no more", async (_, sql) => {
  const { client, place } = await closedCase();
  const words = indexedWords(place);
  around(place, (database) => database.exec(AS_BEFORE));
  await client.cases.open({ path: place });
  expect(await found(client)).toEqual([0, 0, 0, 0]);
  await client.cases.close();

  around(place, (database) => database.exec(sql));
  await client.cases.open({ path: place });
  expect(await found(client)).toEqual([1, 1, 1, 1]);
  await client.cases.close();
  expect(indexedWords(place)).toEqual(words);

  // What was put there around the program stays now: nothing is filled a second time.
  around(place, (database) => database.exec("DELETE FROM note_search"));
  await client.cases.open({ path: place });
  expect(await found(client)).toEqual([1, 1, 1, 0]);
});
