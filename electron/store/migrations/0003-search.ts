/**
 * The third form’s search of articles: beginnings of four letters have an index of their own too (decision 0009), and the
 * languages of articles are counted together with their provenance. The search table is filled by the program.
 */
export const search = `
DROP TABLE article_search;
CREATE VIRTUAL TABLE article_search USING fts5(title, byline, body, content='', contentless_delete=1, tokenize='ascii', prefix='2 3 4');
INSERT INTO article_search (article_search, rank) VALUES ('rank', 'bm25(8.0, 3.0, 1.0)');

DROP INDEX article_by_language;
CREATE INDEX article_by_language ON article (coalesce(language, ''), provenance, id);
`;
