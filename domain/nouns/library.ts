import * as z from "zod";
import { LINK_RELATION_CODES } from "../vocabulary/articles.ts";
import { Id, Instant, Line, Name, Prose, Sha256 } from "./common.ts";

/**
 * Another text of the same article: what stood at its address at another time. The article itself holds the text that is
 * studied; a revision holds one that is not, or not any more.
 */
export const Revision = z.object({
  id: Id,
  articleId: Id,
  textSha256: Sha256,
  originalSha256: Sha256,
  originalName: Line,
  mediaType: Line,
  tool: Line,
  collectedAt: Instant,
  collectedBy: Line,
});
export type Revision = z.infer<typeof Revision>;

/**
 * What a person decided of two articles that are alike: `articleId` was made from `fromId`. Where the relation is
 * “unrelated” the two stand in no order, and they are not proposed again.
 */
export const ArticleLink = z.object({
  id: Id,
  articleId: Id,
  fromId: Id,
  relation: z.enum(LINK_RELATION_CODES),
  comment: Prose,
  author: Line,
  decidedAt: Instant,
});
export type ArticleLink = z.infer<typeof ArticleLink>;

/** A word that a person put on an article. */
export const ArticleTag = z.object({ id: Id, articleId: Id, tag: Name.max(100, "A tag has at most 100 characters.") });
export type ArticleTag = z.infer<typeof ArticleTag>;

/** Articles that a person put together under a name. */
export const Collection = z.object({ id: Id, name: Name, createdAt: Instant });
export type Collection = z.infer<typeof Collection>;

export const CollectionMember = z.object({ id: Id, collectionId: Id, articleId: Id });
export type CollectionMember = z.infer<typeof CollectionMember>;

/** A question to the library that a person keeps under a name. */
export const SavedSearch = z.object({ id: Id, name: Name, query: Line, createdAt: Instant });
export type SavedSearch = z.infer<typeof SavedSearch>;

/**
 * An article that was thrown away, with all rows that went with it, so that it can be brought back whole; its text and
 * original stay in the case. The id is that of the article.
 */
export const Trashed = z.object({
  id: Id,
  title: Line,
  outlet: Line,
  rows: z.array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })),
  trashedAt: Instant,
  trashedBy: Line,
});
export type Trashed = z.infer<typeof Trashed>;
