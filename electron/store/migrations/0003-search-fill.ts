import type { Database } from "better-sqlite3";
import type { Article } from "#domain/nouns/article.ts";
import { readableOf, walk } from "../readable.ts";
import { SearchIndex } from "../search-index.ts";

/** Fills the search table of articles, which has a new form. */
export function fillSearch(database: Database): void {
  const readable = readableOf(database);
  new SearchIndex(database, readable).rebuild("article", walk<Article>(readable, "article", "id"));
}
