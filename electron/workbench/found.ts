import type { RowOf, TableName } from "#domain/journal/change.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import type { Readable } from "../store/readable.ts";
import { rowOf } from "../store/tables.ts";

/** Gives the thing, or says that there is none of that id. */
export function found<Thing>(thing: Thing | null, noun: string, id: string): Thing {
  if (thing === null) {
    throw new Problem("NOT_FOUND", `This ${noun} is not in the case any more. It may have been removed or undone.`, {
      noun,
      id,
    });
  }
  return thing;
}

/** The row with this id, or a sentence that there is none. */
export function foundRow<Table extends TableName>(readable: Readable, table: Table, id: string): RowOf<Table> {
  return found(rowOf(readable, table, id), table.replaceAll("_", " "), id);
}

/** Articles as the label of a command names them: the one by its title, several by their number. */
export function articlesInWords(readable: Readable, ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined || ids.length > 1) return `${ids.length.toLocaleString("en-GB")} articles`;
  return `“${shortened(foundRow(readable, "article", first).title)}”`;
}
