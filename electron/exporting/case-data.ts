import type { Entry, RowOf, TableName } from "#domain/journal/change.ts";
import type { TextStructure } from "#domain/text/structure.ts";

/**
 * What an export may ask of a case. A reader shows one state of the case from first to last: what is written to the case
 * while a file is being made does not appear in it, and an iteration may stand still for as long as the writing takes.
 * Everything comes one thing at a time, so that what a data export holds in memory does not grow with the case.
 */
export interface CaseReader {
  /** All rows of a table, in the order of their ids. */
  rows<Table extends TableName>(table: Table): IterableIterator<RowOf<Table>>;
  /** The row with this id, or null. */
  row<Table extends TableName>(table: Table, id: string): RowOf<Table> | null;
  /** The rows that refer to an id by this column (`claimId`, `articleId`, `ownerId`…), in the order of their ids. */
  where<Table extends TableName>(table: Table, column: ReferenceOf<Table>, id: string): RowOf<Table>[];
  /** How many rows a table has. */
  count(table: TableName): number;
  /** The hashes of all canonical texts that are kept, those of articles that were taken out included. */
  texts(): IterableIterator<string>;
  /** The hashes of all originals that are kept, likewise. */
  originals(): IterableIterator<string>;
  /** The canonical text with this hash. Throws where the case does not keep it. */
  text(sha256: string): string;
  /** What the lines of the canonical text with this hash are. Throws where the case does not keep it. */
  structure(sha256: string): TextStructure;
  /** The bytes of the original with this hash. Throws where the case does not keep it. */
  original(sha256: string): Uint8Array;
  /** The journal, oldest entry first. */
  entries(): IterableIterator<Entry>;
  /** The last entry of the journal. */
  head(): { sequence: number; hash: string };
}

/** A column that holds the id of another row. */
type ReferenceOf<Table extends TableName> = keyof RowOf<Table> & `${string}Id`;

/** Who makes a file of the case, and when. */
export interface Occasion {
  author: string;
  /** A moment in UTC, ISO 8601. */
  at: string;
  /** The version of the program that makes it. */
  version: string;
}
