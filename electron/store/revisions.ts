import type { RevisionRow } from "#domain/contract/library.ts";
import type { Article } from "#domain/nouns/article.ts";
import type { Revision } from "#domain/nouns/library.ts";
import { normalAddress } from "#domain/text/address.ts";
import type { Readable } from "./readable.ts";
import { rowOf } from "./tables.ts";

/**
 * The article at this address, the one that came first where there are several, or null. Addresses are kept in their
 * normal form (domain/text/address.ts); one that was kept before that was so, or with a slash at its end, is found too.
 */
export function articleAtUrl(readable: Readable, url: string): Article | null {
  const normal = normalAddress(url);
  if (normal === "") return null;
  const row = readable.get<{ id: string }>(
    "SELECT id FROM article WHERE url IN (?, ?, ?) AND url <> '' ORDER BY id LIMIT 1",
    normal,
    `${normal}/`,
    url,
  );
  return row ? rowOf(readable, "article", row.id) : null;
}

/** Other texts of an article, those that were collected last first. */
export function revisionRows(readable: Readable, articleId: string): RevisionRow[] {
  return readable.all<RevisionRow>(
    `SELECT revision.*, length(text.content) AS characters, length(original.bytes) AS originalSize FROM revision
     JOIN text ON text.sha256 = revision.textSha256 JOIN original ON original.sha256 = revision.originalSha256
     WHERE articleId = ? ORDER BY collectedAt DESC, id DESC`,
    articleId,
  );
}

/** The revision of an article that holds this text, or null. */
export function revisionWithText(readable: Readable, articleId: string, textSha256: string): Revision | null {
  const row = readable.get<{ id: string }>(
    "SELECT id FROM revision WHERE articleId = ? AND textSha256 = ? LIMIT 1",
    articleId,
    textSha256,
  );
  return row ? rowOf(readable, "revision", row.id) : null;
}
