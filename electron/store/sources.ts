import type { Direction, Page } from "#domain/contract/base.ts";
import type { SourceMatch, SourceRow, SourceView } from "#domain/contract/sources.ts";
import type { Alias, Grade } from "#domain/nouns/source.ts";
import type { Reliability } from "#domain/vocabulary/admiralty.ts";
import { matchAllWords, pageOf } from "./page.ts";
import type { Readable } from "./readable.ts";
import { rowOf, rowsWhere } from "./tables.ts";

/** The grade in force for everything: the latest whose scope is empty. For use where `source` is one of the tables. */
export const SOURCE_GRADE = `(SELECT letter FROM grade WHERE grade.sourceId = source.id AND grade.scope = ''
  ORDER BY gradedAt DESC, id DESC LIMIT 1)`;

const CLAIM_COUNT = `(SELECT count(DISTINCT attribution.claimId) FROM hop
  JOIN attribution ON attribution.id = hop.attributionId WHERE hop.sourceId = source.id)`;

const ARTICLE_COUNT = `(SELECT count(*) FROM (
  SELECT attribution.articleId FROM hop JOIN attribution ON attribution.id = hop.attributionId WHERE hop.sourceId = source.id
  UNION SELECT article.id FROM article WHERE article.outletId = source.id))`;

const ORDERS = {
  name: "source.name COLLATE NOCASE",
  kind: "source.kind",
  grade: `coalesce(${SOURCE_GRADE}, 'Z')`,
  claims: CLAIM_COUNT,
  articles: ARTICLE_COUNT,
} as const;

export interface SourceQuery {
  words: string;
  kinds: readonly string[];
  order: keyof typeof ORDERS;
  direction: Direction;
  after: string | null;
  at: number | null;
  limit: number;
}

/** Sources whose name or alias holds all the words. Takes the FTS query twice. */
const NAMED_LIKE = `source.rowid IN (SELECT rowid FROM source_search WHERE source_search MATCH ?
  UNION SELECT source.rowid FROM alias_search JOIN alias ON alias.rowid = alias_search.rowid
  JOIN source ON source.id = alias.sourceId WHERE alias_search MATCH ?)`;

/** A page of the registry. */
export function sourcesPage(readable: Readable, query: SourceQuery): Page<SourceRow> {
  const match = matchAllWords(query.words);
  const page = pageOf<
    Omit<SourceRow, "aliases" | "named" | "party"> & { named: number; party: number; aliasNames: string }
  >(readable, {
    from: "source",
    columns: `source.id, source.name, source.kind, source.named, source.party, ${SOURCE_GRADE} AS grade,
        (SELECT json_group_array(alias.name) FROM alias WHERE alias.sourceId = source.id) AS aliasNames,
        ${CLAIM_COUNT} AS claims, ${ARTICLE_COUNT} AS articles`,
    where: [
      ...(match ? [{ sql: NAMED_LIKE, parameters: [match, match] }] : []),
      ...(query.kinds.length > 0
        ? [{ sql: "source.kind IN (SELECT value FROM json_each(?))", parameters: [JSON.stringify(query.kinds)] }]
        : []),
    ],
    order: ORDERS[query.order],
    id: "source.id",
    direction: query.direction,
    after: query.after,
    at: query.at,
    limit: query.limit,
  });
  return {
    ...page,
    rows: page.rows.map(({ aliasNames, named, party, ...row }) => ({
      ...row,
      named: named === 1,
      party: party === 1,
      aliases: JSON.parse(aliasNames),
    })),
  };
}

/** A source with all that hangs on it, or null. */
export function sourceView(readable: Readable, id: string): SourceView | null {
  const source = rowOf(readable, "source", id);
  if (!source) return null;
  return {
    ...source,
    parentName: source.parentId ? (rowOf(readable, "source", source.parentId)?.name ?? null) : null,
    aliases: rowsWhere(readable, "alias", "sourceId", id, "name") as Alias[],
    grades: (rowsWhere(readable, "grade", "sourceId", id, "gradedAt") as Grade[]).reverse(),
    grade: gradeInForce(readable, id),
    claims: readable.all(
      `SELECT claim.id, claim.statement, count(*) AS attributions FROM hop
       JOIN attribution ON attribution.id = hop.attributionId JOIN claim ON claim.id = attribution.claimId
       WHERE hop.sourceId = ? GROUP BY claim.id ORDER BY claim.id`,
      id,
    ),
    articles: readable.all(
      `SELECT id, title, published FROM article WHERE outletId = ? OR id IN (
         SELECT attribution.articleId FROM hop JOIN attribution ON attribution.id = hop.attributionId WHERE hop.sourceId = ?)
       ORDER BY coalesce(published, ''), id`,
      id,
      id,
    ),
    notes: rowsWhere(readable, "note", "sourceId", id, "createdAt"),
  };
}

/** The letter in force for everything, or null where the source was never graded. */
export function gradeInForce(readable: Readable, sourceId: string): Reliability | null {
  const row = readable.get<{ letter: Reliability | null }>(
    `SELECT ${SOURCE_GRADE} AS letter FROM source WHERE id = ?`,
    sourceId,
  );
  return row?.letter ?? null;
}

/** The source of exactly this name or alias, whatever the case of its letters; null where there is none. */
export function sourceNamed(readable: Readable, name: string): string | null {
  const row = readable.get<{ id: string }>(
    `SELECT id FROM source WHERE name = ? COLLATE NOCASE
     UNION ALL SELECT sourceId FROM alias WHERE name = ? COLLATE NOCASE LIMIT 1`,
    name,
    name,
  );
  return row?.id ?? null;
}

type StoredMatch = Omit<SourceMatch, "named"> & { named: number };

/** Sources whose name or alias holds all the words, each as a beginning; the most used first where there are no words. */
export function searchSources(readable: Readable, words: string, limit: number): SourceMatch[] {
  const match = matchAllWords(words);
  if (!match) return matches(readable, "", "1", [], limit);
  const alias = `(SELECT alias.name FROM alias_search JOIN alias ON alias.rowid = alias_search.rowid
    WHERE alias.sourceId = source.id AND alias_search MATCH ?
    AND source.rowid NOT IN (SELECT rowid FROM source_search WHERE source_search MATCH ?) LIMIT 1)`;
  return readable
    .all<StoredMatch>(
      `SELECT source.id, source.name, source.kind, source.named, ${SOURCE_GRADE} AS grade, ${alias} AS alias
       FROM source WHERE ${NAMED_LIKE}
       ORDER BY (SELECT count(*) FROM hop WHERE hop.sourceId = source.id) DESC, source.name COLLATE NOCASE LIMIT ?`,
      match,
      match,
      match,
      match,
      limit,
    )
    .map(matchOf);
}

/** Sources in the chains of an article, most used first, and its outlet. */
export function sourcesMetIn(readable: Readable, articleId: string): SourceMatch[] {
  return matches(
    readable,
    `LEFT JOIN hop ON hop.sourceId = source.id
       AND hop.attributionId IN (SELECT id FROM attribution WHERE articleId = ?)`,
    "hop.id IS NOT NULL OR source.id = (SELECT outletId FROM article WHERE id = ?)",
    [articleId, articleId],
    50,
  );
}

function matches(readable: Readable, join: string, where: string, parameters: string[], limit: number): SourceMatch[] {
  const used = join === "" ? "(SELECT count(*) FROM hop WHERE hop.sourceId = source.id)" : "count(hop.id)";
  return readable
    .all<StoredMatch>(
      `SELECT source.id, source.name, source.kind, source.named, ${SOURCE_GRADE} AS grade, NULL AS alias
       FROM source ${join} WHERE ${where} GROUP BY source.id
       ORDER BY ${used} DESC, source.name COLLATE NOCASE LIMIT ?`,
      ...parameters,
      limit,
    )
    .map(matchOf);
}

function matchOf({ named, ...match }: StoredMatch): SourceMatch {
  return { ...match, named: named === 1 };
}
