import type { TableOutline } from "#domain/contract/articles.ts";
import { Problem } from "#domain/problems.ts";
import { suggestedMapping } from "./columns.ts";
import { csvFormat, csvTable } from "./csv.ts";
import type { IncomingFile } from "./document.ts";
import { headOf } from "./incoming.ts";
import { jsonFormat, jsonTable } from "./json.ts";
import { columnsOf, sampleOf, type TableRow } from "./table.ts";

/** What is shown of a table before it is brought in. */
const ROWS_SHOWN = 20;
const CELL_SHOWN = 200;

/** The first rows of a table of articles with what the names of its columns suggest. Throws a problem where it is none. */
export async function outlineOf(file: IncomingFile): Promise<TableOutline> {
  const { name } = file;
  const head = await headOf(file);
  const opens = [
    { format: jsonFormat, open: jsonTable },
    { format: csvFormat, open: csvTable },
  ].find(({ format }) => format.recognises(head, name));
  if (!opens) {
    throw new Problem("UNREADABLE_FILE", `“${name}” is no table: only CSV, JSON and JSONL have columns.`, { name });
  }
  const table = await opens.open(file);
  const rows = table.rows[Symbol.asyncIterator]();
  const sample = await sampleOf(rows, ROWS_SHOWN);
  await rows.return?.();
  const read = sample.filter((row): row is TableRow => !(row instanceof Problem));
  const [first] = sample;
  if (read.length === 0 && first instanceof Problem) throw first;
  const columns = columnsOf(sample);
  return {
    name,
    columns,
    rows: read.map(({ cells }) => Object.fromEntries([...cells].map(([column, cell]) => [column, cut(cell)]))),
    suggested: suggestedMapping(columns),
  };
}

/** The beginning of a cell, not in the midst of a character. */
function cut(cell: string): string {
  const shown = cell.slice(0, CELL_SHOWN);
  return shown.isWellFormed() ? shown : shown.slice(0, -1).toWellFormed();
}
