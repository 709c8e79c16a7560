/**
 * The first form of a case file. Columns carry the names of the fields of domain/nouns; booleans are 0 and 1, lists and
 * objects are JSON. `text` and `original` are content-addressed and never change. What is derived (claim_standing and
 * the search tables) is kept by triggers, so that undo and redo keep it too.
 */
export const first = `
CREATE TABLE case_information (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE text (sha256 TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, named INTEGER NOT NULL, party INTEGER NOT NULL,
  parentId TEXT REFERENCES source, descriptor TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX source_by_name ON source (name COLLATE NOCASE, id);
CREATE INDEX source_by_parent ON source (parentId) WHERE parentId IS NOT NULL;

CREATE TABLE alias (id TEXT PRIMARY KEY, sourceId TEXT NOT NULL REFERENCES source, name TEXT NOT NULL) STRICT;
CREATE INDEX alias_by_source ON alias (sourceId);
CREATE INDEX alias_by_name ON alias (name COLLATE NOCASE);

CREATE TABLE grade (
  id TEXT PRIMARY KEY, sourceId TEXT NOT NULL REFERENCES source, letter TEXT NOT NULL, scope TEXT NOT NULL,
  rationale TEXT NOT NULL, author TEXT NOT NULL, gradedAt TEXT NOT NULL
) STRICT;
CREATE INDEX grade_by_source ON grade (sourceId, scope, gradedAt, id);

CREATE TABLE article (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, outletId TEXT REFERENCES source, byline TEXT NOT NULL,
  dateline TEXT NOT NULL, url TEXT NOT NULL, published TEXT, publishedPrecision TEXT, collectedAt TEXT NOT NULL,
  collectedBy TEXT NOT NULL, language TEXT, textSha256 TEXT NOT NULL REFERENCES text,
  originalSha256 TEXT NOT NULL REFERENCES original, originalName TEXT NOT NULL, mediaType TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_published ON article (coalesce(published, ''), id);
CREATE INDEX article_by_title ON article (title COLLATE NOCASE, id);
CREATE INDEX article_by_collected ON article (collectedAt, id);
CREATE INDEX article_by_outlet ON article (outletId, id);
CREATE INDEX article_by_text ON article (textSha256);
CREATE INDEX article_by_original ON article (originalSha256);

CREATE TABLE claim (
  id TEXT PRIMARY KEY, statement TEXT NOT NULL, predicate TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
  low REAL, best REAL, high REAL, unit TEXT NOT NULL, date TEXT, datePrecision TEXT, place TEXT NOT NULL,
  placePrecision TEXT, polarity TEXT NOT NULL, workState TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX claim_by_statement ON claim (statement COLLATE NOCASE, id);

CREATE TABLE attribution (
  id TEXT PRIMARY KEY, claimId TEXT NOT NULL REFERENCES claim, articleId TEXT NOT NULL REFERENCES article,
  stance TEXT NOT NULL, factuality TEXT NOT NULL, quoteMode TEXT NOT NULL, comment TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX attribution_by_claim ON attribution (claimId, articleId);
CREATE INDEX attribution_by_article ON attribution (articleId, claimId);

CREATE TABLE hop (
  id TEXT PRIMARY KEY, attributionId TEXT NOT NULL REFERENCES attribution, position INTEGER NOT NULL,
  sourceId TEXT NOT NULL REFERENCES source, access TEXT NOT NULL, groupSize INTEGER
) STRICT;
CREATE INDEX hop_by_attribution ON hop (attributionId, position);
CREATE INDEX hop_by_source ON hop (sourceId, attributionId);

CREATE TABLE assessment (
  id TEXT PRIMARY KEY, claimId TEXT NOT NULL REFERENCES claim, verdict TEXT NOT NULL, credibility TEXT,
  confidence TEXT, likelihood TEXT, rationale TEXT NOT NULL, methods TEXT NOT NULL, overridden TEXT NOT NULL,
  basis TEXT NOT NULL, author TEXT NOT NULL, assessedAt TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_by_claim ON assessment (claimId, assessedAt, id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY, assessmentId TEXT NOT NULL REFERENCES assessment, position INTEGER NOT NULL,
  relation TEXT NOT NULL, "primary" INTEGER NOT NULL, target TEXT NOT NULL, targetId TEXT, location TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_assessment ON evidence (assessmentId, position);

CREATE TABLE note (
  id TEXT PRIMARY KEY, articleId TEXT REFERENCES article, claimId TEXT REFERENCES claim, sourceId TEXT REFERENCES source,
  body TEXT NOT NULL, author TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_article ON note (articleId) WHERE articleId IS NOT NULL;
CREATE INDEX note_by_claim ON note (claimId) WHERE claimId IS NOT NULL;
CREATE INDEX note_by_source ON note (sourceId) WHERE sourceId IS NOT NULL;

CREATE TABLE span (
  id TEXT PRIMARY KEY, articleId TEXT NOT NULL REFERENCES article, role TEXT NOT NULL, ownerId TEXT NOT NULL,
  position INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL CHECK ("end" > start),
  exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL
) STRICT;
CREATE INDEX span_by_article ON span (articleId, start);
CREATE INDEX span_by_owner ON span (ownerId, role, position);

CREATE TABLE report (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, judgements TEXT NOT NULL, sourcingSummary TEXT NOT NULL,
  methodAndLimits TEXT NOT NULL, claimIds TEXT, sections TEXT NOT NULL, createdAt TEXT NOT NULL
) STRICT;

-- The journal. It is only ever added to; below, topUndo and topRedo are the two linked stacks of undo and redo.
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, answers INTEGER REFERENCES entry, author TEXT NOT NULL,
  label TEXT NOT NULL, at TEXT NOT NULL, changes TEXT NOT NULL, previousHash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
  below INTEGER, topUndo INTEGER, topRedo INTEGER
) STRICT;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
  BEGIN SELECT raise(ABORT, 'An entry of the journal is never changed.'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
  BEGIN SELECT raise(ABORT, 'An entry of the journal is never removed.'); END;
-- Which entries are about which article, claim or source, and which touched which row.
CREATE TABLE entry_subject (subjectId TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (subjectId, sequence)) STRICT, WITHOUT ROWID;
CREATE TABLE entry_row (rowId TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (rowId, sequence)) STRICT, WITHOUT ROWID;

-- Where each claim stands: derived, so that a table of a hundred thousand claims can be sorted by it.
CREATE TABLE claim_standing (
  claimId TEXT PRIMARY KEY, createdAt TEXT NOT NULL, verdict TEXT NOT NULL, credibility TEXT,
  attributions INTEGER NOT NULL, articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_by_created ON claim_standing (createdAt, claimId);
CREATE INDEX standing_by_verdict ON claim_standing (verdict, claimId);
CREATE INDEX standing_by_credibility ON claim_standing (coalesce(credibility, ''), claimId);
CREATE INDEX standing_by_attributions ON claim_standing (attributions, claimId);
CREATE INDEX standing_by_articles ON claim_standing (articles, claimId);

CREATE TRIGGER standing_begins AFTER INSERT ON claim BEGIN
  INSERT INTO claim_standing VALUES (new.id, new.createdAt, 'untriaged', NULL, 0, 0);
END;
CREATE TRIGGER standing_ends AFTER DELETE ON claim BEGIN
  DELETE FROM claim_standing WHERE claimId = old.id;
END;
${assessed("insert", "new")}
${assessed("delete", "old")}
${attributed("insert", "new")}
${attributed("delete", "old")}
${attributed("update OF claimId, articleId", "old", "moved_from")}
${attributed("update OF claimId, articleId", "new", "moved_to")}

CREATE VIRTUAL TABLE claim_search USING fts5(
  statement, subject, object, place, content='claim', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE source_search USING fts5(
  name, content='source', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE alias_search USING fts5(
  name, content='alias', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE article_search USING fts5(
  title, byline, content='article', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
${searched("claim", ["statement", "subject", "object", "place"])}
${searched("source", ["name"])}
${searched("alias", ["name"])}
${searched("article", ["title", "byline"])}
`;

/** A trigger that takes the verdict of the latest assessment over into the standing of its claim. */
function assessed(happens: string, row: "new" | "old"): string {
  return `CREATE TRIGGER standing_assessed_${happens} AFTER ${happens.toUpperCase()} ON assessment BEGIN
  UPDATE claim_standing SET
    verdict = coalesce((SELECT verdict FROM assessment WHERE claimId = ${row}.claimId ORDER BY assessedAt DESC, id DESC LIMIT 1), 'untriaged'),
    credibility = (SELECT credibility FROM assessment WHERE claimId = ${row}.claimId ORDER BY assessedAt DESC, id DESC LIMIT 1)
  WHERE claimId = ${row}.claimId;
END;`;
}

/** A trigger that counts the attributions of a claim and the articles that they stand in. */
function attributed(happens: string, row: "new" | "old", name = happens): string {
  return `CREATE TRIGGER standing_attributed_${name} AFTER ${happens.replace(/^\w+/, (word) => word.toUpperCase())} ON attribution BEGIN
  UPDATE claim_standing SET
    attributions = (SELECT count(*) FROM attribution WHERE claimId = ${row}.claimId),
    articles = (SELECT count(DISTINCT articleId) FROM attribution WHERE claimId = ${row}.claimId)
  WHERE claimId = ${row}.claimId;
END;`;
}

/** Triggers that keep an external-content search table in step with its table. */
function searched(table: string, columns: readonly string[]): string {
  const names = columns.join(", ");
  const values = (row: string) => columns.map((column) => `${row}.${column}`).join(", ");
  const add = `INSERT INTO ${table}_search (rowid, ${names}) VALUES (new.rowid, ${values("new")});`;
  const take = `INSERT INTO ${table}_search (${table}_search, rowid, ${names}) VALUES ('delete', old.rowid, ${values("old")});`;
  return `
CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} BEGIN ${add} END;
CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} BEGIN ${take} END;
CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${names} ON ${table} BEGIN ${take} ${add} END;`;
}
