import { historyState } from "./histories.ts";
import type { Readable } from "./readable.ts";
import { countRows } from "./tables.ts";

/**
 * Pairs of articles that wait for a decision on whether one is a copy of the other. Of several articles with the very same
 * text the one with the least id, which came first, stands for all of them: the others are proposed as copies of it, and it
 * alone as like other texts. So a story that was printed a hundred times is a hundred questions, and not five thousand. The
 * pairs are written down as the case changes (migrations/0003-proposals.ts); here they are read, and held against the rule.
 */
const PAIR = "one, other, jaccard, oneInOther, otherInOne, alike";

/** All of them, as rows `one, other, jaccard, oneInOther, otherInOne, alike` with ids of articles. */
export const PROPOSED_PAIRS = `SELECT ${PAIR} FROM proposal`;

/** Those that hold an article, whose id is given as SQL. */
export const proposedPairsOf = (id: string) =>
  `SELECT ${PAIR} FROM proposal WHERE one = ${id} UNION ALL SELECT ${PAIR} FROM proposal WHERE other = ${id}`;

/** The articles that stand in a pair that waits for a decision. */
export const PROPOSED_ARTICLES = "SELECT one AS id FROM proposal UNION SELECT other FROM proposal";

/** How many pairs of the row of `article` wait for a decision. */
export const PROPOSALS_OF_ARTICLE = `((SELECT count(*) FROM proposal WHERE one = article.id)
  + (SELECT count(*) FROM proposal WHERE other = article.id))`;

/** How many pairs wait for a decision. */
export function countProposals(readable: Readable): number {
  return readable.get<{ count: number }>("SELECT count(*) AS count FROM proposal")?.count ?? 0;
}

const standingFor = (text: string) =>
  `(SELECT min(fellow.id) FROM article AS fellow WHERE fellow.textSha256 = ${text})`;

/** That nobody has decided anything of the articles `one` and `other`, nor that both were made from the same third one. */
const UNDECIDED = `
  NOT EXISTS (SELECT 1 FROM article_link WHERE articleId = one AND fromId = other)
  AND NOT EXISTS (SELECT 1 FROM article_link WHERE articleId = other AND fromId = one)
  AND NOT EXISTS (SELECT 1 FROM article_link AS ofOne JOIN article_link AS ofOther USING (fromId)
    WHERE ofOne.articleId = one AND ofOther.articleId = other
      AND ofOne.relation <> 'unrelated' AND ofOther.relation <> 'unrelated')`;

/** How many pairs the rule gives for some rows, and how many of those are written down as it gives them. */
const held = (pairs: string) => `SELECT count(*) AS expected, count(proposal.one) AS present
  FROM (SELECT * FROM (${pairs}) WHERE one IS NOT NULL AND other IS NOT NULL AND one <> other AND ${UNDECIDED}) AS pair
  LEFT JOIN proposal USING (one, other, jaccard, oneInOther, otherInOne)`;

/** Texts whose hash begins with the same two digits, of which there are some hundreds in a large case. */
const IN_PORTION = "BETWEEN ? AND ? || 'g'";
const PORTIONS = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));

const RULES = [
  held(`SELECT ${standingFor("text_likeness.one")} AS one, ${standingFor("text_likeness.other")} AS other,
    jaccard, oneInOther, otherInOne FROM text_likeness WHERE text_likeness.one ${IN_PORTION}`),
  held(`SELECT ${standingFor("article.textSha256")} AS one, article.id AS other,
    1.0 AS jaccard, 1.0 AS oneInOther, 1.0 AS otherInOne FROM article WHERE textSha256 ${IN_PORTION}`),
];

/**
 * Whether the pairs that are written down are those that follow from texts, likenesses and decisions; gives way after each
 * step. Begins anew where somebody wrote meanwhile, since the counts would not agree then.
 */
export function* proposalsAreRight(readable: Readable): Generator<null, boolean> {
  const before = stateOf(readable);
  let expected = 0;
  let present = 0;
  for (const portion of PORTIONS) {
    for (const rule of RULES) {
      const held = readable.get<{ expected: number; present: number }>(rule, portion, portion);
      expected += held?.expected ?? 0;
      present += held?.present ?? 0;
    }
    yield null;
  }
  if (stateOf(readable) !== before) return yield* proposalsAreRight(readable);
  const isSettled = readable.get("SELECT 1 FROM stale_text LIMIT 1") === undefined;
  return isSettled && expected === present && expected === countProposals(readable);
}

/** What changes whenever articles, decisions or likenesses do. */
function stateOf(readable: Readable): string {
  return `${historyState(readable).sequence} ${countRows(readable, "text_likeness")}`;
}
