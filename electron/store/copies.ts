import * as z from "zod";
import type { Page } from "#domain/contract/base.ts";
import type { CopyArticle, CopyPair } from "#domain/contract/library.ts";
import { likelyOriginal, type Provenanced } from "#domain/likeness/derivation.ts";
import type { Likeness } from "#domain/likeness/likeness.ts";
import { SIGNATURE_BYTES } from "#domain/likeness/signature.ts";
import type { ArticleLink } from "#domain/nouns/library.ts";
import { Problem } from "#domain/problems.ts";
import { countProposals, PROPOSED_PAIRS, proposedPairsOf } from "./proposed.ts";
import type { Readable } from "./readable.ts";
import { decodeRow } from "./tables.ts";

/** A pair of articles with how alike their texts are. */
interface FoundPair extends Likeness {
  one: string;
  other: string;
}

/** Pairs of an article that were decided; those that nobody found alike, a translation say, are alike in nothing. */
const DECIDED_PAIRS_OF = `SELECT article_link.fromId AS one, article_link.articleId AS other,
    coalesce(there.jaccard, back.jaccard, came.textSha256 = made.textSha256) AS jaccard,
    coalesce(there.oneInOther, back.otherInOne, came.textSha256 = made.textSha256) AS oneInOther,
    coalesce(there.otherInOne, back.oneInOther, came.textSha256 = made.textSha256) AS otherInOne
  FROM (SELECT * FROM article_link WHERE articleId = (SELECT id FROM asked)
    UNION SELECT * FROM article_link WHERE fromId = (SELECT id FROM asked)) AS article_link
  JOIN article AS came ON came.id = article_link.fromId JOIN article AS made ON made.id = article_link.articleId
  LEFT JOIN text_likeness AS there ON there.one = came.textSha256 AND there.other = made.textSha256
  LEFT JOIN text_likeness AS back ON back.one = made.textSha256 AND back.other = came.textSha256`;

/** All pairs of an article, which is given once. They are few, and sorted when they are asked for. */
const PAIRS_OF = `WITH asked (id) AS (SELECT ?), pair AS MATERIALIZED (
  ${proposedPairsOf("(SELECT id FROM asked)")}
  UNION ALL SELECT *, max(jaccard, oneInOther, otherInOne) AS alike FROM (${DECIDED_PAIRS_OF}))`;

/** Pairs that wait for a decision stand in an index in the order in which they are shown. */
const WAITING = `WITH pair AS NOT MATERIALIZED (${PROPOSED_PAIRS})`;

export interface PairsQuery {
  articleId: string | undefined;
  after: string | null;
  at: number | null;
  limit: number;
}

/**
 * A page of pairs, the most alike first: those that wait for a decision, or all of one article. In each, `one` is the
 * article that the other was made from, as it was decided or as it is likely.
 */
export function pairsPage(readable: Readable, { articleId, after, at, limit }: PairsQuery): Page<CopyPair> {
  const [pairs, about] = articleId === undefined ? [WAITING, []] : [PAIRS_OF, [articleId]];
  const cursor = after === null || at !== null ? null : readCursor(after);
  const rows = readable.all<FoundPair & { alike: number }>(
    `${pairs} SELECT * FROM pair ${cursor ? "WHERE (alike, one, other) < (?, ?, ?)" : ""}
     ORDER BY alike DESC, one DESC, other DESC LIMIT ? OFFSET ?`,
    ...about,
    ...(cursor ?? []),
    limit + 1,
    at ?? 0,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map((pair) => pairView(readable, pair)),
    next: last ? JSON.stringify([last.alike, last.one, last.other]) : null,
    total: articleId === undefined ? countProposals(readable) : countPairsOf(readable, articleId),
  };
}

function countPairsOf(readable: Readable, articleId: string): number {
  return readable.get<{ count: number }>(`${PAIRS_OF} SELECT count(*) AS count FROM pair`, articleId)?.count ?? 0;
}

/** What was decided of two articles, in whichever order; null where nothing was. */
export function linkBetween(readable: Readable, one: string, other: string): ArticleLink | null {
  const stored = readable.get<Record<string, unknown>>(
    `SELECT * FROM article_link WHERE articleId = ? AND fromId = ?
     UNION ALL SELECT * FROM article_link WHERE articleId = ? AND fromId = ? LIMIT 1`,
    one,
    other,
    other,
    one,
  );
  return stored ? decodeRow("article_link", stored) : null;
}

/** Whether an article was made, directly or over others, from another, as far as it was decided. */
export function derivesFrom(readable: Readable, articleId: string, fromId: string): boolean {
  const found = readable.get(
    `WITH RECURSIVE ancestor (id) AS (
       SELECT fromId FROM article_link WHERE articleId = ? AND relation <> 'unrelated'
       UNION SELECT article_link.fromId FROM article_link JOIN ancestor ON article_link.articleId = ancestor.id
       WHERE relation <> 'unrelated')
     SELECT 1 FROM ancestor WHERE id = ?`,
    articleId,
    fromId,
  );
  return found !== undefined;
}

/** An article as a pair shows it, with what tells which of two came first; null where there is none. */
export function copyArticle(readable: Readable, id: string): { shown: CopyArticle; provenance: Provenanced } | null {
  const article = readable.get<CopyArticle & Provenanced & Record<"byline" | "dateline" | "credits", string>>(
    `SELECT article.id, article.title, outlet.name AS outlet, outlet.kind AS outletKind, article.published,
       article.byline, article.dateline, article.credits, length(text.content) AS characters
     FROM article JOIN text ON text.sha256 = article.textSha256
     LEFT JOIN source AS outlet ON outlet.id = article.outletId WHERE article.id = ?`,
    id,
  );
  if (!article) return null;
  const { outletKind, byline, dateline, credits, ...shown } = article;
  const { outlet, published } = shown;
  return { shown, provenance: { outlet, outletKind, published, credits: [byline, dateline, credits] } };
}

/** A pair in the order in which one was likely made from the other. */
function pairView(readable: Readable, { one, other, jaccard, oneInOther, otherInOne }: FoundPair): CopyPair {
  const [first, second] = [copyArticle(readable, one), copyArticle(readable, other)];
  if (!first || !second) throw new Error(`The pair ${one} and ${other} is not in the case.`);
  const link = linkBetween(readable, one, other);
  const likely = likelyOriginal(first.provenance, second.provenance);
  const isTurned = link ? link.fromId === other : likely?.original === "other";
  if (isTurned) {
    return { one: second.shown, other: first.shown, jaccard, oneInOther: otherInOne, otherInOne: oneInOther, link };
  }
  return { one: first.shown, other: second.shown, jaccard, oneInOther, otherInOne, link };
}

const Cursor = z.tuple([z.number(), z.string(), z.string()]);

function readCursor(cursor: string): [number, string, string] {
  try {
    return Cursor.parse(JSON.parse(cursor));
  } catch {
    throw new Problem("NOT_ALLOWED", "This place in the list is not known. Begin the list anew.", { field: "after" });
  }
}

/** Signatures one behind the other, 512 bytes each, and the numbers of their texts, which hold for as long as the case is open. */
export interface NumberedSignatures {
  numbers: number[];
  values: Uint8Array;
}

/**
 * Many signatures as one value: a row for each would take three times as long. SQLite concatenates blobs byte by byte. A
 * text of fewer than five words has an empty signature and is left out.
 */
const packed = (
  which: string,
) => `SELECT json_group_array(number) AS numbers, CAST(group_concat(signature, '') AS BLOB) AS "values"
  FROM (SELECT rowid AS number, signature FROM text_signature WHERE ${which} AND length(signature) = ${SIGNATURE_BYTES} ORDER BY rowid`;

/** The next signatures behind a number, in ascending order. */
export function signaturesAfter(readable: Readable, number: number, limit: number): NumberedSignatures {
  return unpacked(readable.get(`${packed("rowid > ?")} LIMIT ?)`, number, limit));
}

/** The signatures of these numbers. */
export function signaturesOf(readable: Readable, numbers: readonly number[]): NumberedSignatures {
  const which = "rowid IN (SELECT value FROM json_each(?))";
  return unpacked(readable.get(`${packed(which)})`, JSON.stringify(numbers)));
}

function unpacked(row: { numbers: string; values: Uint8Array | null } | undefined): NumberedSignatures {
  return { numbers: JSON.parse(row?.numbers ?? "[]"), values: row?.values ?? new Uint8Array(0) };
}

/** The numbers of texts that have a signature. */
export function signatureNumbers(readable: Readable, hashes: readonly string[]): number[] {
  return readable
    .all<{ number: number }>(
      "SELECT rowid AS number FROM text_signature WHERE sha256 IN (SELECT value FROM json_each(?))",
      JSON.stringify(hashes),
    )
    .map((row) => row.number);
}

/** A text by the number of its signature. Throws where there is none. */
export function numberedText(readable: Readable, number: number): string {
  const row = readable.get<{ content: string }>(
    "SELECT content FROM text_signature JOIN text USING (sha256) WHERE text_signature.rowid = ?",
    number,
  );
  if (!row) throw new Error(`No text has the number ${number}.`);
  return row.content;
}

/** The hash of a text by the number of its signature; the text itself is not read. Throws where there is none. */
export function numberedHash(readable: Readable, number: number): string {
  const row = readable.get<{ sha256: string }>("SELECT sha256 FROM text_signature WHERE rowid = ?", number);
  if (!row) throw new Error(`No text has the number ${number}.`);
  return row.sha256;
}
