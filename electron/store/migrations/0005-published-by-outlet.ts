/** The fifth form: whether an outlet published something in a span of time is read from one place of an index. */
export const publishedByOutlet = `
DROP INDEX article_by_outlet;
CREATE INDEX article_by_outlet ON article (outletId, coalesce(published, ''), id);
`;
