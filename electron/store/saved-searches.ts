import type { SavedSearch } from "#domain/nouns/library.ts";
import type { Readable } from "./readable.ts";

/** All searches that were kept, by name. */
export function savedSearches(readable: Readable): SavedSearch[] {
  return readable.all<SavedSearch>("SELECT * FROM saved_search ORDER BY name COLLATE NOCASE, id");
}

/** The search of this name, upper and lower case alike, or null. */
export function savedSearchNamed(readable: Readable, name: string): SavedSearch | null {
  return readable.get<SavedSearch>("SELECT * FROM saved_search WHERE name = ? COLLATE NOCASE", name) ?? null;
}
