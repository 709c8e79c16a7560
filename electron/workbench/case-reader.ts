import type { CaseReader } from "../exporting/case-data.ts";
import { originalBytes, structureOf, textOf } from "../store/articles.ts";
import { allEntries, historyState } from "../store/histories.ts";
import { keysOf, type Readable } from "../store/readable.ts";
import { allRows, countRows, rowOf, rowsWhere } from "../store/tables.ts";

/** An open case as exports read it: one thing at a time, with nothing left open in between. */
export function caseReader(readable: Readable): CaseReader {
  return {
    rows: (table) => allRows(readable, table),
    row: (table, id) => rowOf(readable, table, id),
    where: (table, column, id) => rowsWhere(readable, table, column, id),
    count: (table) => countRows(readable, table),
    texts: () => keysOf(readable, "text", "sha256"),
    originals: () => keysOf(readable, "original", "sha256"),
    text: (sha256) => textOf(readable, sha256),
    structure: (sha256) => structureOf(readable, sha256),
    original: (sha256) => originalBytes(readable, sha256),
    entries: () => allEntries(readable),
    head: () => historyState(readable),
  };
}
