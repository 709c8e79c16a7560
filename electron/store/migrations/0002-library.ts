/**
 * The second form: articles with where their fields were read, texts with their structure and signature, revisions, links
 * between articles, collections, tags, saved searches and the trash; and search over whole texts.
 *
 * The search tables hold the search form of texts (domain/search/form.ts), which only the program can make. The journal
 * therefore keeps them in step (search-index.ts) instead of triggers, and they hold no copy of what they index.
 */
export const library = `
ALTER TABLE article ADD COLUMN credits TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN fieldOrigins TEXT NOT NULL DEFAULT '{}';
ALTER TABLE article ADD COLUMN tool TEXT NOT NULL DEFAULT '';
-- The rule of domain/rules/provenance.ts.
ALTER TABLE article ADD COLUMN provenance TEXT NOT NULL GENERATED ALWAYS AS (
  CASE WHEN outletId IS NOT NULL AND published IS NOT NULL AND publishedPrecision IN ('day', 'time') THEN 'known'
       WHEN outletId IS NULL AND published IS NULL AND url = '' THEN 'unknown' ELSE 'partial' END) VIRTUAL;
ALTER TABLE article ADD COLUMN month TEXT NOT NULL GENERATED ALWAYS AS (coalesce(substr(published, 1, 7), '')) VIRTUAL;
-- With the id, so that facets are counted in them alone.
CREATE INDEX article_by_provenance ON article (provenance, id);
CREATE INDEX article_by_month ON article (month, id);
CREATE INDEX article_by_language ON article (coalesce(language, ''), id);
CREATE INDEX article_by_url ON article (url) WHERE url <> '';
-- With the id, so that the first article of a text is found in the index alone.
DROP INDEX article_by_text;
CREATE INDEX article_by_text ON article (textSha256, id);

ALTER TABLE text ADD COLUMN structure TEXT NOT NULL DEFAULT '{"blocks":[],"pages":[]}';

-- MinHash signatures of texts, and which texts were found alike. Facts about texts that never change; no journal speaks of them.
CREATE TABLE text_signature (sha256 TEXT PRIMARY KEY REFERENCES text, signature BLOB NOT NULL) STRICT;
CREATE TABLE text_likeness (
  one TEXT NOT NULL REFERENCES text, other TEXT NOT NULL REFERENCES text CHECK (one < other),
  jaccard REAL NOT NULL, oneInOther REAL NOT NULL, otherInOne REAL NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_by_other ON text_likeness (other, one);

CREATE TABLE revision (
  id TEXT PRIMARY KEY, articleId TEXT NOT NULL REFERENCES article, textSha256 TEXT NOT NULL REFERENCES text,
  originalSha256 TEXT NOT NULL REFERENCES original, originalName TEXT NOT NULL, mediaType TEXT NOT NULL,
  tool TEXT NOT NULL, collectedAt TEXT NOT NULL, collectedBy TEXT NOT NULL
) STRICT;
CREATE INDEX revision_by_article ON revision (articleId, collectedAt, id);
CREATE INDEX revision_by_original ON revision (originalSha256);

CREATE TABLE article_link (
  id TEXT PRIMARY KEY, articleId TEXT NOT NULL REFERENCES article, fromId TEXT NOT NULL REFERENCES article,
  relation TEXT NOT NULL, comment TEXT NOT NULL, author TEXT NOT NULL, decidedAt TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_article ON article_link (articleId, fromId);
CREATE INDEX link_by_from ON article_link (fromId, articleId);

CREATE TABLE article_tag (id TEXT PRIMARY KEY, articleId TEXT NOT NULL REFERENCES article, tag TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX tag_by_article ON article_tag (articleId, tag);
CREATE INDEX tag_by_word ON article_tag (tag, articleId);

CREATE TABLE collection (id TEXT PRIMARY KEY, name TEXT NOT NULL, createdAt TEXT NOT NULL) STRICT;
CREATE TABLE collection_member (
  id TEXT PRIMARY KEY, collectionId TEXT NOT NULL REFERENCES collection, articleId TEXT NOT NULL REFERENCES article
) STRICT;
CREATE UNIQUE INDEX member_by_collection ON collection_member (collectionId, articleId);
CREATE INDEX member_by_article ON collection_member (articleId, collectionId);

CREATE TABLE saved_search (id TEXT PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, createdAt TEXT NOT NULL) STRICT;

CREATE TABLE trashed (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, outlet TEXT NOT NULL, rows TEXT NOT NULL, trashedAt TEXT NOT NULL,
  trashedBy TEXT NOT NULL
) STRICT;
CREATE INDEX trashed_by_time ON trashed (trashedAt, id);

${["claim", "source", "alias", "article"].map(withoutTriggers).join("\n")}
CREATE VIRTUAL TABLE article_search USING fts5(title, byline, body, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
CREATE VIRTUAL TABLE claim_search USING fts5(statement, parts, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
CREATE VIRTUAL TABLE source_search USING fts5(name, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
CREATE VIRTUAL TABLE alias_search USING fts5(name, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
CREATE VIRTUAL TABLE note_search USING fts5(body, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
INSERT INTO article_search (article_search, rank) VALUES ('rank', 'bm25(8.0, 3.0, 1.0)');
INSERT INTO claim_search (claim_search, rank) VALUES ('rank', 'bm25(3.0, 1.0)');
`;

/** The search tables of the first form and what kept them. */
function withoutTriggers(table: string): string {
  return `${["insert", "delete", "update"].map((happens) => `DROP TRIGGER ${table}_search_${happens};`).join("\n")}
DROP TABLE ${table}_search;`;
}
