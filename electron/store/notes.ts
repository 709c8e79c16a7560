import type { NoteView } from "#domain/contract/notes.ts";
import type { Note } from "#domain/nouns/note.ts";
import type { Span } from "#domain/nouns/span.ts";
import type { Readable } from "./readable.ts";
import { rowsWhere } from "./tables.ts";

/** The notes beside one article, claim or source, oldest first, with the words they stand on. */
export function notesBeside(readable: Readable, column: "articleId" | "claimId" | "sourceId", id: string): NoteView[] {
  return (rowsWhere(readable, "note", column, id, "createdAt") as Note[]).map((note) => ({
    ...note,
    spans: rowsWhere(readable, "span", "ownerId", note.id, "position") as Span[],
  }));
}
