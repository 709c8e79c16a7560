import type { TableName } from "#domain/journal/change.ts";
import { openCaseFile } from "#electron/store/case-file.ts";
import { allRows, TABLE_NAMES } from "#electron/store/tables.ts";

/** Every row of every table of a case file that nobody has open, as one value to compare. */
export function rowsOfCase(file: string): Record<TableName, unknown[]> {
  const opened = openCaseFile(file, "a test");
  try {
    return Object.fromEntries(TABLE_NAMES.map((table) => [table, [...allRows(opened.readable, table)]])) as Record<
      TableName,
      unknown[]
    >;
  } finally {
    opened.close();
  }
}
