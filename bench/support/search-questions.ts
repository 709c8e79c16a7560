import type { Workbench } from "#domain/contract/contract.ts";
import { VOCABULARY } from "./prose.ts";

/** A word of the vocabulary by how frequent it is; 0 is the most frequent. */
const word = (rank: number) => VOCABULARY[rank] ?? "";

/** How a word begins that is neither frequent nor rare. */
const beginning = (letters: number) => word(150).slice(0, letters);

/** A question, and what the floor is asked for in its place. */
export interface Question {
  query: string;
  /** What FTS5 is asked for, or null where the question holds no words. */
  match: string | null;
  /** What else an article must meet, in the plainest SQL. */
  where?: string;
}

const HARBOUR_OUTLETS = "SELECT id FROM source WHERE name LIKE '%harbour%'";

/** Questions of all kinds: of the most frequent words and of rare ones, with and without fields. */
export const QUESTIONS: readonly Question[] = [
  { query: `${word(0)} `, match: word(0) },
  { query: `${word(30)} `, match: word(30) },
  { query: `${word(60)} `, match: word(60) },
  { query: `${word(300)} `, match: word(300) },
  { query: `${word(3_000)} `, match: word(3_000) },
  { query: `${word(20_000)} `, match: word(20_000) },
  { query: `${word(60)} ${word(70)} `, match: `${word(60)} AND ${word(70)}` },
  { query: `${word(60)} ${word(400)} ${word(2_000)} `, match: `${word(60)} AND ${word(400)} AND ${word(2_000)}` },
  { query: `${word(80)} OR ${word(500)} `, match: `${word(80)} OR ${word(500)}` },
  { query: `${word(60)} -${word(61)} `, match: `${word(60)} NOT ${word(61)}` },
  { query: `"${word(60)} ${word(2)}" `, match: `"${word(60)} ${word(2)}"` },
  { query: `"${word(0)} ${word(1)} ${word(2)}" `, match: `"${word(0)} ${word(1)} ${word(2)}"` },
  { query: beginning(2), match: `${beginning(2)}*` },
  { query: beginning(3), match: `${beginning(3)}*` },
  { query: `${word(60)} ${beginning(4)}`, match: `${word(60)} AND ${beginning(4)}*` },
  { query: `title:${word(65)} `, match: `{title} : ${word(65)}` },
  {
    query: `${word(60)} outlet:harbour `,
    match: word(60),
    where: `outletId IN (${HARBOUR_OUTLETS})`,
  },
  {
    query: `${word(40)} date:2025-01..2026-06 `,
    match: word(40),
    where: "published >= '2025-01' AND published < '2026-07'",
  },
  {
    query: `${word(60)} has:claim `,
    match: word(60),
    where: "id IN (SELECT articleId FROM attribution)",
  },
  {
    query: "verdict:disputed date:2020.. ",
    match: null,
    where: `published >= '2020' AND id IN (SELECT articleId FROM attribution JOIN claim_standing USING (claimId)
      WHERE verdict = 'disputed')`,
  },
];

/** Pages of the library, and what is counted beside them. */
export const LISTS: readonly { what: string; ask: (client: Workbench) => Promise<unknown> }[] = [
  { what: "articles.list", ask: ({ articles }) => articles.list({}) },
  { what: "articles.list of a frequent word", ask: ({ articles }) => articles.list({ query: `${word(60)} ` }) },
  { what: "articles.list of a rare word", ask: ({ articles }) => articles.list({ query: `${word(3_000)} ` }) },
  { what: "articles.facets", ask: ({ articles }) => articles.facets({}) },
  { what: "articles.facets of a frequent word", ask: ({ articles }) => articles.facets({ query: `${word(60)} ` }) },
  { what: "articles.facets of a rare word", ask: ({ articles }) => articles.facets({ query: `${word(3_000)} ` }) },
];
