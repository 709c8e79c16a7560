import { pipeline } from "node:stream/promises";
import { CsvError, type Info, parse as parseStream } from "csv-parse";
import { parse } from "csv-parse/sync";
import { Problem } from "#domain/problems.ts";
import { suggestedMapping } from "./columns.ts";
import type { Format, IncomingFile } from "./document.ts";
import { headOf } from "./incoming.ts";
import { articlesOfTable, type Table, type TableRow } from "./table.ts";
import { openTable, type TableBytes, textOfHead } from "./table-bytes.ts";

/** A table in text: comma-separated values, and those separated otherwise. */
export const csvFormat: Format = {
  name: "CSV",
  recognises: (head, name) => isTable(head, name),
  read: async function* (file, { mapping }) {
    yield* articlesOfTable(file, await csvTable(file), mapping);
  },
};

const SEPARATORS = [",", ";", "\t", "|"] as const;
type Separator = (typeof SEPARATORS)[number];

/** A record longer than this is no article: a quotation mark was opened in it and never closed. */
const LONGEST_RECORD = 16 * 1024 * 1024;

const RECORD_ENDS = ["\r\n", "\n", "\r"];

/** The line with which spreadsheets tell one another what separates the cells. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/i;

/** How a table is written. */
interface Dialect {
  separator: Separator;
  /** How many lines stand before the table. */
  preamble: number;
  /** Whether the first record holds the names of the columns. */
  hasHeader: boolean;
}

/** Opens a table of separated values, row by row. */
export async function csvTable(file: IncomingFile): Promise<Table> {
  const bytes = await openTable(file);
  const dialect = dialectOf(textOfHead(await headOf(file)) ?? "");
  return { mediaType: "text/csv", tool: "csv-parse 7.0.3", rows: rowsOf(file, bytes, dialect) };
}

/**
 * The rows of a table. It is parsed byte by byte, each byte as a character of its own, so that the bytes of each record are
 * had as they stood and its encoding is a matter of its own.
 */
async function* rowsOf(file: IncomingFile, bytes: TableBytes, dialect: Dialect): AsyncGenerator<TableRow | Problem> {
  let isUnfinished = false;
  const parser = parseStream({
    ...parsing(dialect.separator),
    encoding: "latin1",
    from_line: dialect.preamble + 1,
    info: true,
    // An error would take the records with it that wait to be read.
    skip_records_with_error: true,
    on_skip: () => {
      isUnfinished = true;
      return undefined;
    },
  });
  const recent = new RecentBytes();
  const fed = async function* () {
    for await (const piece of bytes.pieces()) {
      recent.add(piece);
      yield piece;
      if (recent.end - parser.info.bytes > LONGEST_RECORD) return;
    }
  };
  // A failure destroys the parser with it, and is met where the parser is read.
  pipeline(fed(), parser).catch(() => undefined);

  let columns: string[] | null = null;
  let header: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    const original = withoutEmptyLines(recent.takeUntil(info.bytes));
    const { decode, doubt } = bytes.decoderFor(original);
    const values = record.map((cell) => decode(Buffer.from(cell, "latin1")));
    if (columns === null) {
      columns = namesOfColumns(dialect.hasHeader ? values : values.map(() => ""));
      if (dialect.hasHeader) {
        header = withoutPreamble(original, dialect);
        continue;
      }
    }
    number++;
    const names = columns;
    const cells = new Map(values.map((value, index) => [names[index] ?? nameOfColumn(index), value]));
    yield { number, cells, original: Buffer.concat([header, original]), doubt };
  }
  if (!isUnfinished) return;
  const name = `${file.name} › record ${number + 1}`;
  const why = "begins a quotation that does not end, so that what follows cannot be told apart";
  yield new Problem("UNREADABLE_FILE", `“${name}” ${why}. Close the quotation and import the file again.`, { name });
}

/** The bytes of a stream that are not taken yet, by where they stand in it. */
class RecentBytes {
  #held: Buffer[] = [];
  #start = 0;
  /** How many bytes have come. */
  end = 0;

  add(piece: Uint8Array): void {
    this.#held.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    this.end += piece.byteLength;
  }

  /** The bytes up to a place, from where the last were taken. */
  takeUntil(place: number): Buffer {
    const wanted = place - this.#start;
    const parts: Buffer[] = [];
    for (let length = 0; length < wanted; ) {
      const first = this.#held.shift();
      if (!first) break;
      const part = first.subarray(0, wanted - length);
      if (part.length < first.length) this.#held.unshift(first.subarray(part.length));
      parts.push(part);
      length += part.length;
    }
    this.#start = place;
    const [only] = parts;
    return parts.length === 1 && only ? only : Buffer.concat(parts);
  }
}

/** A record without the empty lines that stood before it. */
function withoutEmptyLines(record: Buffer): Buffer {
  const start = record.findIndex((byte) => byte !== LINE_FEED && byte !== CARRIAGE_RETURN);
  return record.subarray(start === -1 ? 0 : start);
}

/** The first record without the lines that stood before the table. */
function withoutPreamble(record: Buffer, { preamble }: Dialect): Buffer {
  return preamble === 0 ? record : record.subarray(record.indexOf(LINE_FEED) + 1);
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const parsing = (separator: Separator) => ({
  delimiter: separator,
  record_delimiter: RECORD_ENDS,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
});

/** The names of the columns, each once, for what stands in the first record. */
function namesOfColumns(cells: readonly string[]): string[] {
  const names: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim() || nameOfColumn(index);
    let free = name;
    for (let again = 2; names.includes(free); again++) free = `${name} (${again})`;
    names.push(free);
  }
  return names;
}

/** What a column is called that has no name. */
const nameOfColumn = (index: number) => `column ${index + 1}`;

/** How a table is written, told from its beginning. */
function dialectOf(head: string): Dialect {
  const [line = "", stated] = SEPARATOR_LINE.exec(head) ?? [];
  const separator = SEPARATORS.find((one) => one === stated);
  const beginning = head.slice(line.length);
  const preamble = line === "" ? 0 : 1;
  if (separator) return { separator, preamble, hasHeader: isHeader(recordsIn(beginning, separator)[0]) };
  const [best = { separator: SEPARATORS[0], records: [] }] = SEPARATORS.map((candidate) => ({
    separator: candidate,
    records: recordsIn(beginning, candidate),
  })).sort((one, other) => regularity(other.records) - regularity(one.records));
  return { separator: best.separator, preamble, hasHeader: isHeader(best.records[0]) };
}

/** The first records as a separator would part them. The beginning of a file ends somewhere in the last one. */
function recordsIn(head: string, separator: Separator): string[][] {
  const records: string[][] = [];
  try {
    parse(head, {
      ...parsing(separator),
      to: 20,
      on_record: (record: string[]) => {
        records.push(record);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return records;
}

/** How well a separator parts records: into several cells, as many in each as in the first. From 0, the more the better. */
function regularity(records: readonly string[][]): number {
  const [first = []] = records;
  if (first.length < 2) return 0;
  const alike = records.filter(({ length }) => length === first.length).length / records.length;
  const known = suggestedMapping(first.map((cell) => cell.trim()));
  return alike + Math.min(first.length, 50) / 100 + Object.keys(known).length;
}

/** Whether the cells of a first record are names of columns, and no article. */
function isHeader(record: readonly string[] | undefined): boolean {
  if (!record) return false;
  const cells = record.map((cell) => cell.trim());
  if (Object.keys(suggestedMapping(cells)).length > 0) return true;
  const isName = (cell: string) => cell.length <= 80 && !/^[\d.,:/+-]*$|^\w+:\/\/|\n/.test(cell);
  return cells.length > 0 && cells.filter((cell) => cell !== "").every(isName);
}

/** Longer lines are no names of columns, and are not taken apart to see. */
const LONGEST_HEADER = 8_000;

/**
 * Whether a file is a table: where its first line names a column of texts and at least one other, or where it is a text and
 * its name says that it is a table, since prose has commas too. Every plain text comes by here, so little is looked at.
 */
function isTable(head: Uint8Array, name: string): boolean {
  if (/\.(csv|tsv|tab|psv)$/i.test(name)) {
    const text = textOfHead(head);
    return text !== null && !OTHER_MARKUP.test(text);
  }
  const beginning = Buffer.from(head.subarray(0, LONGEST_HEADER))
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const [preamble = ""] = SEPARATOR_LINE.exec(beginning) ?? [];
  const end = beginning.slice(preamble.length).search(/[\r\n]/);
  if (end === -1) return false;
  const line = beginning.slice(preamble.length, preamble.length + end);
  return SEPARATORS.some((separator) => {
    if (!line.includes(separator)) return false;
    const [columns = []] = recordsIn(line, separator);
    const mapping = suggestedMapping(columns.map((column) => column.trim()));
    return mapping.text !== undefined && Object.keys(mapping).length > 1;
  });
}

/** What begins so is no table, whatever it is called. */
const OTHER_MARKUP = /^\s*(<[!?a-z]|[[{]\s*["{[\]}])/i;
