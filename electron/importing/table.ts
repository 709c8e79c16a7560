import { Problem } from "#domain/problems.ts";
import { suggestedMapping } from "./columns.ts";
import { type DayOrder, dayOrderAmong, dayOrderOf, readDate } from "./dates.ts";
import type { FieldMapping, IncomingFile, Part, ReadDocument, StatedFields } from "./document.ts";
import { headlineAbove } from "./headline.ts";
import { languageTag } from "./language-names.ts";
import { readMarkedLine, readMarkedText } from "./marked-text.ts";

/** One row of a table of articles: a record of a CSV file, an object of a JSON file. */
export interface TableRow {
  /** Which it is, from 1; the line with the names of the columns does not count. */
  number: number;
  /** Column → what stands in it. Columns that are empty may be missing. */
  cells: ReadonlyMap<string, string>;
  /** Its own bytes, as they stood in the file. */
  original: Uint8Array;
  /** What the analyst should know of how it was read, or null. */
  doubt: string | null;
}

/** A table as its format reads it, row by row; a row that cannot be read is a problem, and so is an end that came too soon. */
export interface Table {
  mediaType: string;
  tool: string;
  rows: AsyncIterable<TableRow | Problem>;
}

/** A table none of whose columns is known to hold the text of articles. The analyst can say which one does. */
export class MappingWanted extends Problem<"UNREADABLE_FILE"> {
  constructor(name: string, columns: readonly string[]) {
    const named = columns
      .slice(0, 8)
      .map((column) => `“${column.slice(0, 40)}”`)
      .join(", ");
    const has = named === "" ? "It has none." : `It has ${named}${columns.length > 8 ? " and others" : ""}.`;
    super(
      "UNREADABLE_FILE",
      `“${name}” is a table, and no column of it is known to hold the text of its articles. ${has} Say which column holds what.`,
      { name },
    );
    this.name = "MappingWanted";
  }
}

/** The columns of a table, its order of day and month, and its suggested mapping are told from this much of it. */
const SAMPLE_ROWS = 200;
const SAMPLE_CHARACTERS = 4_000_000;

/**
 * The articles of a table, one for each row. Which column holds what is told from their names, save where the mapping
 * names columns that this table has. Throws `MappingWanted` where no column holds the text.
 */
export async function* articlesOfTable(
  file: IncomingFile,
  table: Table,
  given: FieldMapping | null,
): AsyncGenerator<Part> {
  const rows = table.rows[Symbol.asyncIterator]();
  try {
    const sample = await sampleOf(rows);
    const columns = columnsOf(sample);
    const mapping = mappingOf(columns, given);
    if (mapping.text === undefined) throw whyNot(file.name, sample, columns);
    const left = given === mapping ? [] : columnsLeft(sample, columns, mapping);
    if (left.length > 0) yield { kind: "columns-left", name: file.name, columns: left };
    const dates = sample.map((row) => (row instanceof Problem ? "" : cellOf(row.cells, mapping.published)));
    const reading = { mediaType: table.mediaType, tool: table.tool, order: dayOrderAmong(dates) };
    for (const row of sample) yield partOf(file.name, row, mapping, reading);
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      yield partOf(file.name, next.value, mapping, reading);
    }
  } finally {
    await rows.return?.();
  }
}

/** The first rows of a table: as many as asked for, or fewer where they are long. */
export async function sampleOf(
  rows: AsyncIterator<TableRow | Problem>,
  most: number = SAMPLE_ROWS,
): Promise<(TableRow | Problem)[]> {
  const sample: (TableRow | Problem)[] = [];
  let characters = 0;
  while (sample.length < most && characters < SAMPLE_CHARACTERS) {
    const next = await rows.next();
    if (next.done) break;
    sample.push(next.value);
    if (!(next.value instanceof Problem)) characters += next.value.original.byteLength;
  }
  return sample;
}

/** The columns that occur in these rows, in the order in which they first occur. */
export function columnsOf(rows: readonly (TableRow | Problem)[]): string[] {
  return [...new Set(rows.flatMap((row) => (row instanceof Problem ? [] : [...row.cells.keys()])))];
}

/** The columns that hold something and of which the mapping takes nothing. */
function columnsLeft(
  rows: readonly (TableRow | Problem)[],
  columns: readonly string[],
  mapping: FieldMapping,
): string[] {
  const taken = new Set(Object.values(mapping));
  const isFilled = (column: string) =>
    rows.some((row) => !(row instanceof Problem) && cellOf(row.cells, column) !== "");
  return columns.filter((column) => !taken.has(column) && isFilled(column));
}

/** A mapping that was given holds for tables that have its column of texts; for others their own names say. */
function mappingOf(columns: readonly string[], given: FieldMapping | null): FieldMapping {
  return given?.text !== undefined && columns.includes(given.text) ? given : suggestedMapping(columns);
}

/** Why nothing can be read of a table in which no column is known to hold the text. */
function whyNot(name: string, [first]: readonly (TableRow | Problem)[], columns: readonly string[]): Problem {
  if (columns.length > 0) return new MappingWanted(name, columns);
  if (first instanceof Problem) return first;
  return new Problem("UNREADABLE_FILE", `“${name}” holds no article: there is no row in it.`, { name });
}

/** What all rows of a table share. */
interface RowReading {
  mediaType: string;
  tool: string;
  /** What the other dates of the table say of the order of day and month. */
  order: DayOrder | null;
}

function partOf(name: string, row: TableRow | Problem, mapping: FieldMapping, reading: RowReading): Part {
  if (row instanceof Problem) return { kind: "failed", name: "name" in row.data ? row.data.name : name, problem: row };
  const whole = `${name} › record ${row.number}`;
  const document = documentOfRow(row, mapping, reading);
  if (document) return { kind: "document", name: whole, original: row.original, document };
  const sentence = `“${whole}” has no text: its column “${mapping.text}” is empty.`;
  return { kind: "failed", name: whole, problem: new Problem("UNREADABLE_FILE", sentence, { name: whole }) };
}

/** The article that a row holds, by which column holds what; null where there is no text in it. */
export function documentOfRow(
  { cells, doubt }: Pick<TableRow, "cells" | "doubt">,
  mapping: FieldMapping,
  { mediaType, tool, order }: RowReading,
): ReadDocument | null {
  const text = cellOf(cells, mapping.text);
  if (text === "") return null;
  const { blocks, isPlain } = readMarkedText(text);
  const stated: StatedFields = {};
  for (const field of ["title", "outlet", "byline", "dateline", "url", "credits"] as const) {
    const value = cellOf(cells, mapping[field]);
    if (value !== "") stated[field] = { value: field === "url" ? value : readMarkedLine(value), from: "table" };
  }
  const language = languageTag(cellOf(cells, mapping.language));
  if (language) stated.language = { value: language, from: "table" };

  const printed = cellOf(cells, mapping.published);
  const date = readDate(printed, order ?? dayOrderOf(language));
  if (date) stated.published = { value: date.value, from: "table" };
  const unread = printed !== "" && date === null ? `Its date “${printed.slice(0, 80)}” cannot be read.` : null;
  return {
    blocks: headlineAbove(blocks, stated.title?.value ?? ""),
    stated,
    mediaType,
    tool,
    doubt: [doubt, date?.doubt, unread].filter(Boolean).join(" ") || null,
    isPlain,
  };
}

function cellOf(cells: ReadonlyMap<string, string>, column: string | undefined): string {
  return (column === undefined ? undefined : cells.get(column))?.trim() ?? "";
}
