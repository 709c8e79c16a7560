/** The article that stands for a text: of several with the very same text the one with the least id, which came first. */
const standingFor = (text: string) =>
  `(SELECT min(fellow.id) FROM article AS fellow WHERE fellow.textSha256 = ${text})`;

/** That two articles are there, and nobody has decided anything of them, nor that both were made from the same third one. */
const WAITS = `one IS NOT NULL AND other IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM article_link WHERE articleId = one AND fromId = other)
  AND NOT EXISTS (SELECT 1 FROM article_link WHERE articleId = other AND fromId = one)
  AND NOT EXISTS (SELECT 1 FROM article_link AS ofOne JOIN article_link AS ofOther USING (fromId)
    WHERE ofOne.articleId = one AND ofOther.articleId = other
      AND ofOne.relation <> 'unrelated' AND ofOther.relation <> 'unrelated')`;

// “OR IGNORE” would not do in the triggers: there SQLite follows the statement that set them off.

/** Writes down those of some pairs that wait for a decision. `pairs` is SQL that gives `one, other` and the three shares. */
const propose = (pairs: string) =>
  `INSERT INTO proposal (one, other, jaccard, oneInOther, otherInOne) SELECT * FROM (${pairs}) WHERE ${WAITS} ON CONFLICT DO NOTHING;`;

/** The articles of texts that were found alike, under a condition on `text_likeness`. */
const alike = (
  which: string,
) => `SELECT ${standingFor("text_likeness.one")} AS one, ${standingFor("text_likeness.other")} AS other,
    jaccard, oneInOther, otherInOne FROM text_likeness WHERE ${which}`;

/** The articles that have the text of an earlier one, under a condition on `article`. */
const same = (which: string) => `SELECT ${standingFor("article.textSha256")} AS one, article.id AS other, 1.0, 1.0, 1.0
    FROM article WHERE ${which} AND EXISTS (SELECT 1 FROM article AS first WHERE first.textSha256 = article.textSha256 AND first.id < article.id)`;

const stale = (which: string) => `INSERT INTO stale_text (sha256) ${which} ON CONFLICT DO NOTHING;`;

/**
 * Which pairs of articles wait for a decision on whether one is a copy of the other (docs/copies.md). It follows from the
 * texts of articles, from what was found alike and from what was decided, but to ask for it anew took a tenth of a second
 * in a case of 100,000 articles, each time that anything had changed.
 *
 * An article that comes or goes, and a decision, mark their text as stale. A text that is taken from the stale ones has its
 * pairs made anew; that is done once at the end of every change, with its entry of the journal, so that thousands of articles
 * with the same text cost no more than one. The ordinary case, a text that is like nothing, is left alone.
 */
export const proposals = `
CREATE TABLE proposal (
  one TEXT NOT NULL, other TEXT NOT NULL, jaccard REAL NOT NULL, oneInOther REAL NOT NULL, otherInOne REAL NOT NULL,
  alike REAL NOT NULL GENERATED ALWAYS AS (max(jaccard, oneInOther, otherInOne)) VIRTUAL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_by_alike ON proposal (alike, one, other);
CREATE INDEX proposal_by_other ON proposal (other, one);
CREATE TABLE stale_text (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TRIGGER proposal_of_same_text AFTER INSERT ON article
  WHEN EXISTS (SELECT 1 FROM article WHERE textSha256 = new.textSha256 AND id < new.id)
BEGIN ${propose(same("article.id = new.id"))} END;
CREATE TRIGGER proposal_of_first_article AFTER INSERT ON article
  WHEN NOT EXISTS (SELECT 1 FROM article WHERE textSha256 = new.textSha256 AND id < new.id)
    AND (EXISTS (SELECT 1 FROM article WHERE textSha256 = new.textSha256 AND id > new.id)
      OR EXISTS (SELECT 1 FROM text_likeness WHERE one = new.textSha256)
      OR EXISTS (SELECT 1 FROM text_likeness WHERE other = new.textSha256))
BEGIN ${stale("VALUES (new.textSha256)")} END;
CREATE TRIGGER proposal_without_article AFTER DELETE ON article BEGIN
  DELETE FROM proposal WHERE one = old.id;
  DELETE FROM proposal WHERE other = old.id;
  ${stale("SELECT textSha256 FROM article WHERE textSha256 = old.textSha256 LIMIT 1")}
END;
CREATE TRIGGER proposal_of_other_text AFTER UPDATE OF textSha256 ON article WHEN old.textSha256 <> new.textSha256 BEGIN
  DELETE FROM proposal WHERE one = old.id;
  DELETE FROM proposal WHERE other = old.id;
  ${stale("VALUES (old.textSha256), (new.textSha256)")}
END;
CREATE TRIGGER proposal_of_likeness AFTER INSERT ON text_likeness
BEGIN ${propose(alike("text_likeness.one = new.one AND text_likeness.other = new.other"))} END;
${decided("insert", "new")}
${decided("delete", "old")}
${decided("update", "old", "moved_from")}
${decided("update", "new", "moved_to")}
CREATE TRIGGER proposal_settled BEFORE DELETE ON stale_text BEGIN
  DELETE FROM proposal WHERE one IN (SELECT id FROM article WHERE textSha256 = old.sha256);
  DELETE FROM proposal WHERE other IN (SELECT id FROM article WHERE textSha256 = old.sha256);
  ${propose(alike("text_likeness.one = old.sha256"))}
  ${propose(alike("text_likeness.other = old.sha256"))}
  ${propose(same("article.textSha256 = old.sha256"))}
END;
CREATE TRIGGER proposal_settled_by_entry AFTER INSERT ON entry WHEN EXISTS (SELECT 1 FROM stale_text) BEGIN
  DELETE FROM stale_text;
END;

${propose(alike("true"))}
${propose(same("true"))}
`;

/** A decision concerns pairs of its article only: with the one it was made from, and with what was made from the same. */
function decided(happens: string, row: "new" | "old", name = happens): string {
  return `CREATE TRIGGER proposal_decided_${name} AFTER ${happens.toUpperCase()} ON article_link BEGIN
  ${stale(`SELECT textSha256 FROM article WHERE id = ${row}.articleId`)}
END;`;
}
