import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { JSONParser } from "@streamparser/json";
import type { z } from "zod";
import { completed, type Entry, type RowOf, type TableName } from "#domain/journal/change.ts";
import { Problem } from "#domain/problems.ts";
import { PLAIN_STRUCTURE, type TextStructure } from "#domain/text/structure.ts";
import { CASE_JSON_FORMAT, CASE_JSON_VERSION, KeptEntry, KeptOriginal, KeptText, ROWS } from "./case-json.ts";

/** A row with the name of its table. */
type TableRow = { [Table in TableName]: { kind: "row"; table: Table; row: RowOf<Table> } }[TableName];

/** One thing that a case is made of, as it comes out of a file. */
type CaseContent =
  | TableRow
  | { kind: "text"; sha256: string; content: string; structure: TextStructure }
  | { kind: "original"; sha256: string; bytes: Uint8Array };

/**
 * A case in a JSON file. Each question reads the file anew from the beginning and gives one thing at a time, and null after
 * each piece of the file, so that others have their turn.
 */
export interface CaseJsonFile {
  /** Texts, originals and rows, in whatever order the file has them; hashes agree with what they stand beside. */
  contents(): Generator<CaseContent | null>;
  /** The journal, oldest entry first; every entry names the hash of the one before. */
  entries(): Generator<Entry | null>;
}

/** Opens a JSON export for reading. What is wrong with the file is thrown as a problem while it is read. */
export function readCaseJson(path: string): CaseJsonFile {
  return caseJsonOf(() => chunksOf(path), path);
}

/** The same over chunks of UTF-8, or of text, that can be had again and again. */
export function caseJsonOf(chunks: () => Iterable<Uint8Array | string>, name: string): CaseJsonFile {
  return {
    *contents() {
      const reading = read(chunks(), name, ["$.texts.*", "$.originals.*", "$.tables.*.*"]);
      for (const found of reading) {
        if (found === null) {
          yield null;
          continue;
        }
        const { part, table, value, place } = found;
        if (part === "texts") yield textOf(value, place, name);
        else if (part === "originals") yield originalOf(value, place, name);
        else yield rowOf(table, value, place, name);
      }
    },
    *entries() {
      let before: { sequence: number; hash: string } | null = null;
      for (const found of read(chunks(), name, ["$.entries.*"])) {
        if (found === null) {
          yield null;
          continue;
        }
        const { value, place } = found;
        // The entry goes on as it was read and not as the schema would write it: its hash covers the order of its fields.
        valid(KeptEntry, value, place, name);
        const read = value as Entry;
        // Those of earlier forms know of no works.
        const entry = "work" in read ? read : { ...(read as Entry), work: null };
        if (before && (entry.sequence !== before.sequence + 1 || entry.previousHash !== before.hash)) {
          throw damaged(name, `${place} does not follow the entry before it, so that the journal is broken there.`);
        }
        before = entry;
        yield entry;
      }
      if (before === null) throw damaged(name, "It holds no journal.");
    },
  };
}

interface Found {
  part: string;
  table: string;
  value: unknown;
  /** Where it stands, as a person would say it: “tables.claim, number 12”. */
  place: string;
}

function* read(chunks: Iterable<Uint8Array | string>, name: string, paths: string[]): Generator<Found | null> {
  const parser = keepingMarks(new JSONParser({ paths: ["$.format", "$.version", ...paths], keepStack: false }));
  const found: Found[] = [];
  let format: unknown;
  let version: unknown;
  let last = "its beginning";
  parser.onValue = ({ value, key, stack }) => {
    const keys = [...stack.slice(1).map((level) => level.key), key];
    if (keys.length === 1) {
      if (keys[0] === "format") format = value;
      else version = value;
      mustBeReadable(format, version, name);
      return;
    }
    last = `${keys.slice(0, -1).join(".")}, number ${Number(key) + 1}`;
    found.push({ part: String(keys[0]), table: String(keys[1]), value, place: last });
  };
  const parse = (step: () => void) => {
    try {
      step();
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw damaged(name, `It is no valid JSON, or ends too early, after ${last}.`);
    }
  };
  for (const chunk of chunks) {
    parse(() => parser.write(chunk));
    yield* found.splice(0);
    yield null;
  }
  if (!parser.isEnded) parse(() => parser.end());
  if (format === undefined || version === undefined) throw notACase(name);
}

/**
 * The parser decodes a string run by run, and its decoder takes a U+FEFF at the start of each run for a byte order mark
 * and drops it. Inside a text it is a character like any other, so the decoder is replaced by one that keeps it.
 */
function keepingMarks(parser: JSONParser): JSONParser {
  const strings = Reflect.get(Reflect.get(parser, "tokenizer"), "bufferedString");
  Reflect.set(strings, "decoder", new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }));
  return parser;
}

function mustBeReadable(format: unknown, version: unknown, name: string): void {
  if (format !== undefined && format !== CASE_JSON_FORMAT) throw notACase(name);
  if (typeof version === "number" && version > CASE_JSON_VERSION) {
    throw new Problem(
      "CASE_FROM_NEWER",
      `“${name}” was exported by a newer Sourceline (format ${version}; this one reads ${CASE_JSON_VERSION}). Open it with that one.`,
      { path: name, version },
    );
  }
  if (version !== undefined && version !== 1 && version !== CASE_JSON_VERSION) throw notACase(name);
}

function textOf(value: unknown, place: string, name: string): CaseContent {
  const { sha256, content, structure = PLAIN_STRUCTURE } = valid(KeptText, value, place, name);
  mustHaveHash(content, sha256, place, name);
  return { kind: "text", sha256, content, structure };
}

function originalOf(value: unknown, place: string, name: string): CaseContent {
  const { sha256, bytes: base64 } = valid(KeptOriginal, value, place, name);
  const bytes = Buffer.from(base64, "base64");
  mustHaveHash(bytes, sha256, place, name);
  return { kind: "original", sha256, bytes };
}

function rowOf(table: string, value: unknown, place: string, name: string): CaseContent {
  if (!Object.hasOwn(ROWS, table)) {
    throw damaged(name, `It has a table “${table}” that no case has.`);
  }
  valid(ROWS[table as TableName], value, place, name);
  return { kind: "row", table, row: completed(table as TableName, value as object) } as TableRow;
}

function mustHaveHash(content: string | Uint8Array, sha256: string, place: string, name: string): void {
  if (createHash("sha256").update(content).digest("hex") !== sha256) {
    throw damaged(name, `${place} is not what its hash says, so that it was changed or damaged.`);
  }
}

function valid<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string, name: string): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue && issue.path.length > 0 ? `, field ${issue.path.join(".")}` : "";
  throw damaged(name, `${place}${field} cannot be read: ${issue?.message ?? "it has another form."}`);
}

function damaged(name: string, sentence: string): Problem {
  return new Problem(
    "CASE_DAMAGED",
    `“${name}” cannot be brought in. ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} Export the case again and try that file.`,
    { path: name },
  );
}

function notACase(name: string): Problem {
  return new Problem(
    "NOT_A_CASE",
    `“${name}” is no case that Sourceline exported as JSON. Choose a file that was made by “Whole case, JSON”.`,
    { path: name },
  );
}

const CHUNK = 1 << 16;

/** The bytes of a file, some at a time. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    throw new Problem("CASE_NOT_FOUND", `“${path}” cannot be opened. Say where the file is.`, { path });
  }
  try {
    for (;;) {
      const buffer = new Uint8Array(CHUNK);
      const length = readSync(file, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
