import type { Collection } from "#domain/nouns/library.ts";
import type { Readable } from "./readable.ts";

/** All collections by name, with how many articles are in each. */
export function allCollections(readable: Readable): (Collection & { articles: number })[] {
  return readable.all<Collection & { articles: number }>(
    `SELECT collection.*, (SELECT count(*) FROM collection_member WHERE collectionId = collection.id) AS articles
     FROM collection ORDER BY name COLLATE NOCASE, id`,
  );
}

/** The id of the collection of this name, upper and lower case alike, or null. */
export function collectionNamed(readable: Readable, name: string): string | null {
  return readable.get<{ id: string }>("SELECT id FROM collection WHERE name = ? COLLATE NOCASE", name)?.id ?? null;
}

/** The membership of an article in a collection, by its id, or null. */
export function membershipOf(readable: Readable, collectionId: string, articleId: string): string | null {
  const row = readable.get<{ id: string }>(
    "SELECT id FROM collection_member WHERE collectionId = ? AND articleId = ?",
    collectionId,
    articleId,
  );
  return row?.id ?? null;
}

/** The ids of all memberships in a collection. */
export function membersOf(readable: Readable, collectionId: string): string[] {
  return readable
    .all<{ id: string }>("SELECT id FROM collection_member WHERE collectionId = ? ORDER BY articleId", collectionId)
    .map(({ id }) => id);
}

/** Whether no article is in a collection. */
export function isEmptyCollection(readable: Readable, collectionId: string): boolean {
  return readable.get("SELECT 1 FROM collection_member WHERE collectionId = ? LIMIT 1", collectionId) === undefined;
}
