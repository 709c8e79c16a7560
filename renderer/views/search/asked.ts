import { parseQuery } from "#domain/search/parse-query.ts";
import { phrasesWanted } from "#domain/search/query.ts";

/** What a question asks for: nothing yet, such as `NOT` or `has:`; fields alone, such as `has:claim`; or words too. */
export type Asked = "nothing" | "fields" | "words";

/** What was asked for, so that an answer of nothing is told in words that fit the question. */
export function askedBy(question: string): Asked {
  const { query } = parseQuery(question);
  if (query === null) return "nothing";
  return phrasesWanted(query).length > 0 ? "words" : "fields";
}
