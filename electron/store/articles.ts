import type { ArticleMarks, ArticleView, MarginCard } from "#domain/contract/articles.ts";
import type { Mark, MarkKind } from "#domain/marks/mark.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { Span } from "#domain/nouns/span.ts";
import type { TextStructure } from "#domain/text/structure.ts";
import type { Verdict } from "#domain/vocabulary/verdicts.ts";
import { LINKS_OF_ARTICLE } from "./library.ts";
import { PROPOSALS_OF_ARTICLE } from "./proposed.ts";
import type { Readable } from "./readable.ts";
import { rowOf } from "./tables.ts";

/** What an article view holds beside the row of the article, lists and structure as JSON. */
type StoredBeside = Omit<ArticleView, keyof Article | "structure" | "tags" | "collections"> &
  Record<"structure" | "tags" | "collections", string>;

/** An article with its text, or null. */
export function articleView(readable: Readable, id: string): ArticleView | null {
  const article = rowOf(readable, "article", id);
  if (!article) return null;
  const stored = readable.get<StoredBeside>(
    `SELECT outlet.name AS outlet, text.content AS text, text.structure, length(original.bytes) AS originalSize, article.provenance,
       (SELECT json_group_array(tag ORDER BY tag) FROM article_tag WHERE articleId = article.id) AS tags,
       (SELECT json_group_array(json_object('id', collection.id, 'name', collection.name) ORDER BY collection.name)
        FROM collection_member JOIN collection ON collection.id = collectionId WHERE articleId = article.id) AS collections,
       (SELECT count(*) FROM revision WHERE articleId = article.id) AS revisions,
       ${LINKS_OF_ARTICLE} AS links, ${PROPOSALS_OF_ARTICLE} AS proposals
     FROM article JOIN text ON text.sha256 = article.textSha256
     JOIN original ON original.sha256 = article.originalSha256
     LEFT JOIN source AS outlet ON outlet.id = article.outletId WHERE article.id = ?`,
    id,
  );
  if (!stored) return null;
  const { structure, tags, collections, ...beside } = stored;
  return {
    ...article,
    ...beside,
    structure: JSON.parse(structure),
    tags: JSON.parse(tags),
    collections: JSON.parse(collections),
  };
}

/** An article with the name of its outlet. */
export interface ArticleWithOutlet {
  article: Article;
  outlet: string | null;
}

/**
 * The articles that have this very text, and those that were made of these very bytes under this very name by another
 * program or version of it, which made another text of them; at most 100.
 */
export function articlesLike(
  readable: Readable,
  {
    textSha256,
    originalSha256,
    originalName,
    tool,
  }: Pick<Article, "textSha256" | "originalSha256" | "originalName" | "tool">,
): ArticleWithOutlet[] {
  // Asked for every article that is brought in, and nearly always answered with none: nothing is joined or sorted for that.
  const ids = readable.all<{ id: string }>(
    `SELECT id FROM article WHERE textSha256 = ?
     UNION ALL SELECT id FROM article WHERE originalSha256 = ? AND originalName = ? AND tool <> ? LIMIT 100`,
    textSha256,
    originalSha256,
    originalName,
    tool,
  );
  return [...new Set(ids.map(({ id }) => id))].flatMap((id) => {
    const article = rowOf(readable, "article", id);
    if (!article) return [];
    return [{ article, outlet: article.outletId && (rowOf(readable, "source", article.outletId)?.name ?? null) }];
  });
}

/** The canonical text with this hash. Throws where the case holds none, since texts are never taken out. */
export function textOf(readable: Readable, sha256: string): string {
  const row = readable.get<{ content: string }>("SELECT content FROM text WHERE sha256 = ?", sha256);
  if (!row) throw new Error(`The case holds no text ${sha256}.`);
  return row.content;
}

/** What the lines of the canonical text with this hash are. Throws where the case holds none. */
export function structureOf(readable: Readable, sha256: string): TextStructure {
  const row = readable.get<{ structure: string }>("SELECT structure FROM text WHERE sha256 = ?", sha256);
  if (!row) throw new Error(`The case holds no text ${sha256}.`);
  return JSON.parse(row.structure);
}

/** The bytes of the original with this hash. Throws where the case holds none. */
export function originalBytes(readable: Readable, sha256: string): Uint8Array {
  const row = readable.get<{ bytes: Uint8Array }>("SELECT bytes FROM original WHERE sha256 = ?", sha256);
  if (!row) throw new Error(`The case holds no original ${sha256}.`);
  return row.bytes;
}

/** The bytes of an original with the name and type of an article or revision that it is of, or null. */
export function originalOf(
  readable: Readable,
  sha256: string,
): { bytes: Uint8Array; name: string; mediaType: string } | null {
  return (
    readable.get<{ bytes: Uint8Array; name: string; mediaType: string }>(
      `SELECT bytes, of.originalName AS name, of.mediaType FROM original
       JOIN (SELECT originalSha256, originalName, mediaType FROM article
         UNION ALL SELECT originalSha256, originalName, mediaType FROM revision) AS of ON of.originalSha256 = sha256
       WHERE sha256 = ? LIMIT 1`,
      sha256,
    ) ?? null
  );
}

const KINDS: Record<Span["role"], MarkKind> = { content: "claim", cue: "cue", hop: "source", note: "note" };

/** What is drawn on the text of an article; with `attributionId`, only what belongs to that attribution. */
export function articleMarks(readable: Readable, articleId: string, attributionId: string | null = null): ArticleMarks {
  // The words of one attribution are found by who owns them, so that it costs the same however many marks the text has.
  const isWhole = attributionId === null;
  const id = attributionId ?? articleId;
  const ofSpans = isWhole
    ? { sql: "span.articleId = ?", parameters: [id] }
    : {
        sql: "span.ownerId IN (SELECT ? UNION ALL SELECT id FROM hop WHERE attributionId = ?)",
        parameters: [id, id],
      };
  const spans = readable.all<Pick<Span, "id" | "role" | "start" | "end"> & { ref: string; verdict: Verdict | null }>(
    `SELECT span.id, span.role, span.start, span."end", coalesce(hop.attributionId, span.ownerId) AS ref,
       CASE WHEN span.role = 'content' THEN claim_standing.verdict END AS verdict
     FROM span LEFT JOIN hop ON span.role = 'hop' AND hop.id = span.ownerId
     LEFT JOIN attribution ON attribution.id = coalesce(hop.attributionId, span.ownerId)
     LEFT JOIN claim_standing ON claim_standing.claimId = attribution.claimId
     WHERE ${ofSpans.sql} ORDER BY span.start, span."end" DESC`,
    ...ofSpans.parameters,
  );
  const cards = readable.all<Omit<MarginCard, "chain"> & { names: string }>(
    `SELECT attribution.id AS attributionId, claim.id AS claimId, claim.statement, claim_standing.verdict, attribution.stance,
       (SELECT json_group_array(name) FROM (SELECT source.name FROM hop JOIN source ON source.id = hop.sourceId
         WHERE hop.attributionId = attribution.id ORDER BY hop.position)) AS names,
       coalesce((SELECT min(start) FROM span WHERE ownerId = attribution.id AND role = 'content'), 0) AS start
     FROM attribution JOIN claim ON claim.id = attribution.claimId
     JOIN claim_standing ON claim_standing.claimId = claim.id
     WHERE ${isWhole ? "attribution.articleId" : "attribution.id"} = ? ORDER BY start, attribution.id`,
    id,
  );
  return {
    articleId,
    marks: spans.map(({ role, ...span }): Mark => ({ ...span, kind: KINDS[role] })),
    cards: cards.map(({ names, ...card }) => ({ ...card, chain: JSON.parse(names) })),
  };
}
