import type { Database, Statement } from "better-sqlite3";
import type { RowOf, TableName } from "#domain/journal/change.ts";
import { SEARCH_FORM, searchForm, searchWords } from "#domain/search/form.ts";
import { type Parameter, type Readable, readableOf, walk } from "./readable.ts";

/**
 * What of a row is searched: the columns of its search table, in their search form. Where this changes, `SEARCH_FORM` is
 * raised.
 */
type Indexed = { [Table in TableName]?: { columns: readonly string[]; words: (row: RowOf<Table>) => string[] } };

const INDEXED = {
  article: {
    columns: ["title", "byline", "body"],
    words: ({ title, byline, dateline, credits, textSha256 }) => [
      title,
      [byline, dateline, credits].filter(Boolean).join(" · "),
      textSha256,
    ],
  },
  claim: {
    columns: ["statement", "parts"],
    words: ({ statement, subject, object, place }) => [statement, [subject, object, place].filter(Boolean).join(" · ")],
  },
  source: { columns: ["name"], words: ({ name }) => [name] },
  alias: { columns: ["name"], words: ({ name }) => [name] },
  note: { columns: ["body"], words: ({ body }) => [body] },
} as const satisfies Indexed;

export type IndexedTable = keyof typeof INDEXED;
export const INDEXED_TABLES = Object.keys(INDEXED) as IndexedTable[];

type Statements = Record<IndexedTable, Record<"add" | "take" | "empty", Statement<Parameter[]>>>;

/** Whether what is asked for is found: the search tables are filled in the present version of the search form. */
export function isSearchFilled(readable: Readable): boolean {
  return readable.get<{ version: number }>("SELECT version FROM search_form")?.version === SEARCH_FORM;
}

/** How many rows there are to search, in a case of any form. */
export function countSearched(readable: Readable): number {
  const count = (table: IndexedTable) => readable.get<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)?.rows;
  return INDEXED_TABLES.reduce((sum, table) => sum + (count(table) ?? 0), 0);
}

/**
 * Fills the search tables anew where they were filled in another version of the search form, or not yet: what is asked for in
 * one form would not be found in the other. All of it is one transaction, so that a case is never in two forms. It takes as
 * long as it took to index the case, and gives way after each row; nothing is lost that could not be made again, so that no
 * copy of the case is kept. For a file that nobody else writes to meanwhile.
 */
export function* fillSearch(database: Database): Generator<null> {
  const readable = readableOf(database);
  if (isSearchFilled(readable)) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    const index = new SearchIndex(database, readable);
    for (const table of INDEXED_TABLES) yield* index.rebuild(table);
    database.prepare("INSERT OR REPLACE INTO search_form (only, version) VALUES (1, ?)").run(SEARCH_FORM);
    database.exec("COMMIT");
  } finally {
    if (database.inTransaction) database.exec("ROLLBACK");
  }
}

/**
 * Keeps the search tables in step with what is searched. They hold only which words occur where (FTS5 without content), by
 * the number that SQLite gives a row, and are brought up to date in the transaction that changes the row.
 */
export class SearchIndex {
  readonly #readable: Readable;
  readonly #statements: Statements;

  constructor(database: Database, readable: Readable) {
    this.#readable = readable;
    this.#statements = Object.fromEntries(
      INDEXED_TABLES.map((table) => {
        const { columns } = INDEXED[table];
        const names = ["rowid", ...columns].join(", ");
        const add = `INSERT INTO ${table}_search (${names}) VALUES (?${", ?".repeat(columns.length)})`;
        return [
          table,
          {
            add: database.prepare(add),
            take: database.prepare(`DELETE FROM ${table}_search WHERE rowid = ?`),
            empty: database.prepare(`INSERT INTO ${table}_search (${table}_search) VALUES ('delete-all')`),
          },
        ];
      }),
    ) as Statements;
  }

  /** The number of a row that is about to be removed, for `removed`; null where its table is not searched. */
  numberOf(table: TableName, id: string): number | null {
    if (!isIndexed(table)) return null;
    const row = this.#readable.get<{ number: number }>(`SELECT rowid AS number FROM ${table} WHERE id = ?`, id);
    return row?.number ?? null;
  }

  /** Takes a row out that was removed. */
  removed(table: TableName, number: number | null): void {
    if (number !== null && isIndexed(table)) this.#statements[table].take.run(number);
  }

  /** Takes in a row that was written; `before` is what it was until then, or null. */
  written<Table extends TableName>(table: Table, before: RowOf<Table> | null, after: RowOf<Table>): void {
    if (!isIndexed(table)) return;
    const words = wordsOf(table, after);
    if (before !== null) {
      const wordsBefore = wordsOf(table, before);
      if (words.every((word, index) => word === wordsBefore[index])) return;
    }
    const number = this.numberOf(table, after.id);
    if (number === null) return;
    if (before !== null) this.removed(table, number);
    this.#statements[table].add.run(number, ...this.#forms(table, words));
  }

  /** Makes the index of a table anew, from all its rows; gives way after each. */
  *rebuild(table: IndexedTable): Generator<null> {
    // To empty what is empty would write to the disk all the same, of which a new case takes as little as can be.
    const isEmpty = this.#readable.get(`SELECT 1 FROM ${table}_search LIMIT 1`) === undefined;
    if (!isEmpty) this.#statements[table].empty.run();
    for (const row of walk<RowOf<IndexedTable>>(this.#readable, table, "id")) {
      const number = this.numberOf(table, row.id);
      if (number !== null) this.#statements[table].add.run(number, ...this.#forms(table, wordsOf(table, row)));
      yield null;
    }
  }

  #forms(table: IndexedTable, words: readonly string[]): string[] {
    return textsOf(this.#readable, table, words).map(searchForm);
  }
}

/** So much of a text is asked for; its last word may be cut there. */
const ASKED_LENGTH = 60;

/**
 * A question of FTS5 that a row must meet whose search table is in step with it: the first words of each of its columns, in
 * a row. Null where there are no words.
 */
export function firstWordsOf(readable: Readable, table: IndexedTable, row: RowOf<IndexedTable>): string | null {
  const { columns } = INDEXED[table];
  const asked = textsOf(readable, table, wordsOf(table, row)).flatMap((text, index) => {
    const words = searchWords(text.slice(0, ASKED_LENGTH));
    if (text.length > ASKED_LENGTH) words.pop();
    return words.length > 0 ? [`${columns[index]} : "${words.join(" ")}"`] : [];
  });
  return asked.length > 0 ? asked.join(" AND ") : null;
}

/** Words of a row with the text in place of its hash. */
function textsOf(readable: Readable, table: IndexedTable, words: readonly string[]): readonly string[] {
  if (table !== "article") return words;
  const [title = "", byline = "", textSha256 = ""] = words;
  const text = readable.get<{ content: string }>("SELECT content FROM text WHERE sha256 = ?", textSha256);
  return [title, byline, text?.content ?? ""];
}

function isIndexed(table: TableName): table is IndexedTable {
  return Object.hasOwn(INDEXED, table);
}

function wordsOf<Table extends TableName>(table: IndexedTable, row: RowOf<Table>): string[] {
  // The table names the row it belongs to; the compiler cannot follow the pair through the union.
  return (INDEXED[table].words as (row: unknown) => string[])(row);
}
