import { Problem } from "#domain/problems.ts";
import { suggestedMapping } from "./columns.ts";
import { decodeText } from "./decoding.ts";
import type { FieldMapping, Format, IncomingFile, Part } from "./document.ts";
import { bytesOf, headOf } from "./incoming.ts";
import { cellsOfJson, isObject } from "./json-cells.ts";
import { linesIn } from "./json-lines.ts";
import { JsonDamage, type JsonPath, JsonRecords } from "./json-records.ts";
import { articlesOfTable, documentOfRow, MappingWanted, type Table, type TableRow } from "./table.ts";
import { openTable, type TableBytes, textOfHead } from "./table-bytes.ts";

/**
 * Articles in JSON: an array of them, an object that holds such an array (or holds one object that does), one article by
 * itself, or one on each line (JSONL).
 */
export const jsonFormat: Format = {
  name: "JSON",
  recognises: (head, name) => isJson(head, name),
  read: async function* (file, { mapping }) {
    const shape = await shapeOf(file, mapping);
    if (shape.kind === "article") yield await articleOf(file, mapping);
    else yield* articlesOfTable(file, await tableOf(file, shape), mapping);
  },
};

/** How articles lie in a JSON file. */
type Shape = { kind: "article" } | { kind: "lines" } | { kind: "records"; path: JsonPath };

const TOOL = "@streamparser/json 0.0.26";
const MEDIA_TYPE = "application/json";

/** Of an object with more keys than this, the first are enough to tell what it is. */
const MOST_COLUMNS = 2_000;

/** A text of so many characters is a text, whatever it is called. */
const TEXT_LENGTH = 200;

/** Opens the records of a JSON file as a table. An article by itself is a table of one row. */
export async function jsonTable(file: IncomingFile): Promise<Table> {
  const shape = await shapeOf(file, null);
  return tableOf(file, shape.kind === "article" ? { kind: "records", path: "$" } : shape);
}

async function tableOf(file: IncomingFile, shape: Exclude<Shape, { kind: "article" }>): Promise<Table> {
  const bytes = await openTable(file);
  const originals = shape.kind === "lines" ? linesIn(bytes.pieces()) : recordsIn(bytes, shape.path);
  return { mediaType: MEDIA_TYPE, tool: shape.kind === "lines" ? "" : TOOL, rows: rowsOf(file, bytes, originals) };
}

/** The rows of a table, from the bytes of each. A row that is no JSON stops nothing where the others are still told apart. */
async function* rowsOf(
  file: IncomingFile,
  bytes: TableBytes,
  originals: AsyncIterable<Buffer>,
): AsyncGenerator<TableRow | Problem> {
  let number = 0;
  try {
    for await (const original of originals) {
      number++;
      const { decode, doubt } = bytes.decoderFor(original);
      const value = parsed(decode(original));
      if (isObject(value)) yield { number, cells: cellsOfJson(value), original, doubt };
      else yield refusal(`${file.name} › record ${number}`, "is no object of JSON, or a damaged one. Mend it.");
    }
  } catch (error) {
    if (!(error instanceof JsonDamage)) throw error;
    const sentence = "is damaged, and nothing behind it can be read. Get the file again.";
    yield refusal(`${file.name} › record ${number + 1}`, sentence);
  }
}

async function* recordsIn(bytes: TableBytes, path: JsonPath): AsyncGenerator<Buffer> {
  const records = new JsonRecords((at) => at === path);
  for await (const piece of bytes.pieces()) {
    for (const record of records.write(piece)) yield record.bytes;
  }
  records.end();
}

/** An article that has a file to itself. */
async function articleOf(file: IncomingFile, given: FieldMapping | null): Promise<Part> {
  const original = await bytesOf(file);
  const { text, doubt } = decodeText(file.name, original);
  const value = parsed(text.replace(/^\uFEFF/, ""));
  if (!isObject(value)) {
    throw refusal(file.name, "is damaged: it begins as JSON, and does not go on or end so. Get it again.");
  }
  const cells = cellsOfJson(value);
  const mapping = given?.text !== undefined && cells.has(given.text) ? given : suggestedMapping([...cells.keys()]);
  const document = documentOfRow({ cells, doubt }, mapping, { mediaType: MEDIA_TYPE, tool: "", order: null });
  if (document) return { kind: "document", name: file.name, original, document };
  if (mapping.text !== undefined) throw refusal(file.name, `has no text: its field “${mapping.text}” is empty.`);
  if ([...cells.values()].some((cell) => cell.length >= TEXT_LENGTH)) {
    throw new MappingWanted(file.name, [...cells.keys()]);
  }
  throw refusal(file.name, "is JSON that holds no article: none of its fields is a text.");
}

/**
 * How articles lie in a file. What begins as an array is one of articles; of what begins as an object all keys are looked at,
 * with one object of each array, since the text of an article may stand behind the list of its authors.
 */
async function shapeOf(file: IncomingFile, given: FieldMapping | null): Promise<Shape> {
  const head = textOfHead(await headOf(file))?.trimStart() ?? "";
  if (head.startsWith("[")) return { kind: "records", path: "$[]" };
  if (areLines(head, file.name)) return { kind: "lines" };

  const columns = new Set<string>();
  const arrays = new Map<JsonPath, { count: number; columns: string[]; hasText: boolean }>();
  let objects = 0;
  const records = new JsonRecords(
    (path) => {
      if (path === "$") objects++;
      if (!ARRAY_NEAR_THE_TOP.test(path)) return false;
      const known = arrays.get(path);
      if (known) known.count++;
      else arrays.set(path, { count: 1, columns: [], hasText: false });
      return known === undefined;
    },
    ({ path, key }) => {
      if (!path.startsWith("$") || path.includes("[")) return;
      if (columns.size < MOST_COLUMNS) columns.add(`${path}${key === null ? "" : `.${key}`}`.slice("$.".length));
    },
  );
  const bytes = await openTable(file);
  try {
    for await (const piece of bytes.pieces()) {
      for (const { path, bytes: found } of records.write(piece)) {
        const array = arrays.get(path);
        const value = parsed(bytes.decoderFor(found).decode(found));
        if (!array || !isObject(value)) continue;
        const cells = cellsOfJson(value);
        array.columns = [...cells.keys()];
        array.hasText = [...cells.values()].some((cell) => cell.length >= TEXT_LENGTH);
      }
    }
  } catch (error) {
    // What came before the damage is read; where it is, is said when it is met again.
    if (!(error instanceof JsonDamage)) throw error;
  }
  if (objects > 1) return { kind: "records", path: "$" };
  const hasTexts = (names: readonly string[]) =>
    (given?.text !== undefined && names.includes(given.text)) || suggestedMapping(names).text !== undefined;
  if (hasTexts([...columns])) return { kind: "article" };
  // The paragraphs of one article may be objects too: {"title": …, "body": [{"text": …}]}.
  const isTitled = suggestedMapping([...columns]).title !== undefined;
  if (isTitled && [...arrays.keys()].some((path) => hasTexts([path.slice("$.".length, -"[]".length)]))) {
    return { kind: "article" };
  }
  const byCount = [...arrays].sort(([, one], [, other]) => other.count - one.count);
  const [path] =
    byCount.find(([, array]) => hasTexts(array.columns)) ?? byCount.find(([, array]) => array.hasText) ?? [];
  return path === undefined ? { kind: "article" } : { kind: "records", path };
}

/** “$.articles[]” and “$.data.articles[]”. */
const ARRAY_NEAR_THE_TOP = /^\$(\.[^[\]]*){1,2}\[\]$/;

/** Whether each line is an object of its own. */
function areLines(head: string, name: string): boolean {
  const lines = head.split("\n");
  if (!isObject(parsed(lines[0] ?? ""))) return /\.(jsonl|ndjson)$/i.test(name);
  return lines.slice(1).some((line) => line.trim().startsWith("{")) || /\.(jsonl|ndjson)$/i.test(name);
}

function isJson(head: Uint8Array, name: string): boolean {
  const beginning = Buffer.from(head.subarray(0, 256)).toString("latin1").replace(BEFORE_JSON, "").replaceAll("\0", "");
  if (!/^(\{\s*["}]|\[\s*[[{"\]])/.test(beginning)) return false;
  if (/\.(json|jsonl|ndjson|geojson)$/i.test(name)) return true;
  const text = textOfHead(head);
  if (text === null) return false;
  try {
    new JsonRecords(() => false).write(new TextEncoder().encode(text));
    return true;
  } catch {
    return false;
  }
}

/** Byte order marks of all encodings, and white space. */
const BEFORE_JSON = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff|[\0\s])+/;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function refusal(name: string, what: string): Problem {
  return new Problem("UNREADABLE_FILE", `“${name}” ${what}`, { name });
}
