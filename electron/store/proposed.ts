/**
 * Pieces of SQL on articles that are alike. Of several articles with the very same text the one with the least id, which
 * came first, stands for all of them: the others are proposed as copies of it, and it alone as like other texts. So a
 * story that was printed a hundred times is a hundred questions, and not five thousand.
 */

/** The article that stands for a text. */
const standingFor = (text: string) =>
  `(SELECT min(fellow.id) FROM article AS fellow WHERE fellow.textSha256 = ${text})`;

/** That nobody has decided anything of the articles `one` and `other`, nor that both were made from the same third one. */
const UNDECIDED = `
  NOT EXISTS (SELECT 1 FROM article_link WHERE articleId = one AND fromId = other)
  AND NOT EXISTS (SELECT 1 FROM article_link WHERE articleId = other AND fromId = one)
  AND NOT EXISTS (SELECT 1 FROM article_link AS ofOne JOIN article_link AS ofOther USING (fromId)
    WHERE ofOne.articleId = one AND ofOther.articleId = other
      AND ofOne.relation <> 'unrelated' AND ofOther.relation <> 'unrelated')`;

/** All pairs of articles that wait for a decision, as rows `one, other, jaccard, oneInOther, otherInOne` with ids of articles. */
export const PROPOSED_PAIRS = `SELECT * FROM (
  SELECT ${standingFor("text_likeness.one")} AS one, ${standingFor("text_likeness.other")} AS other,
    jaccard, oneInOther, otherInOne FROM text_likeness
  UNION ALL
  SELECT ${standingFor("article.textSha256")}, article.id, 1.0, 1.0, 1.0 FROM article
  WHERE textSha256 IN (SELECT textSha256 FROM article GROUP BY textSha256 HAVING count(*) > 1)
) WHERE one IS NOT NULL AND other IS NOT NULL AND one <> other AND ${UNDECIDED}`;

/** The pairs among them that hold an article, whose id and text are given as SQL. */
export const proposedPairsOf = (id: string, text: string) => `SELECT * FROM (
  SELECT ${id} AS one, ${standingFor("text_likeness.other")} AS other, jaccard, oneInOther, otherInOne
  FROM text_likeness WHERE text_likeness.one = ${text} AND ${id} = ${standingFor(text)}
  UNION ALL
  SELECT ${standingFor("text_likeness.one")}, ${id}, jaccard, oneInOther, otherInOne
  FROM text_likeness WHERE text_likeness.other = ${text} AND ${id} = ${standingFor(text)}
  UNION ALL
  SELECT ${id}, same.id, 1.0, 1.0, 1.0 FROM article AS same
  WHERE same.textSha256 = ${text} AND same.id <> ${id} AND ${standingFor(text)} IN (${id}, same.id)
) WHERE one IS NOT NULL AND other IS NOT NULL AND ${UNDECIDED}`;

/** The articles that stand in a pair that waits for a decision. */
export const PROPOSED_ARTICLES = `SELECT one AS id FROM (${PROPOSED_PAIRS}) UNION SELECT other FROM (${PROPOSED_PAIRS})`;

/** How many pairs of the row of `article` wait for a decision. */
export const PROPOSALS_OF_ARTICLE = `(SELECT count(*) FROM (${proposedPairsOf("article.id", "article.textSha256")}))`;
