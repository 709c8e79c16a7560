import type { Database } from "better-sqlite3";
import type { RowOf } from "#domain/journal/change.ts";
import { signatureOf } from "#domain/likeness/signature.ts";
import { readableOf, walk } from "../readable.ts";
import { INDEXED_TABLES, type IndexedTable, SearchIndex } from "../search-index.ts";

/** Makes signatures and search tables for what a case of the first form holds. */
export function fillLibrary(database: Database): void {
  const readable = readableOf(database);
  const keep = database.prepare("INSERT INTO text_signature (sha256, signature) VALUES (?, ?)");
  for (const { sha256, content } of walk<{ sha256: string; content: string }>(readable, "text", "sha256", 20)) {
    keep.run(sha256, signatureOf(content));
  }
  const index = new SearchIndex(database, readable);
  for (const table of INDEXED_TABLES) index.rebuild(table, walk<RowOf<IndexedTable>>(readable, table, "id"));
}
