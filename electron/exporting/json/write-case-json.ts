import { TABLES, type TableName } from "#domain/journal/change.ts";
import type { CaseReader } from "../case-data.ts";
import { CASE_JSON_FORMAT, CASE_JSON_VERSION } from "./case-json.ts";

/**
 * The whole case as one JSON document, one row, text, original or entry a line, so that it can be read by line as well as
 * by a parser. It holds all that the case holds: an import makes an equal case, its journal and hashes included.
 */
export function* caseJson(reader: CaseReader): Generator<string> {
  yield `{"format":${JSON.stringify(CASE_JSON_FORMAT)},\n"version":${CASE_JSON_VERSION},\n"texts":[`;
  yield* lines(reader.texts(), (sha256) => ({
    sha256,
    content: reader.text(sha256),
    structure: reader.structure(sha256),
  }));
  yield `],\n"originals":[`;
  yield* lines(reader.originals(), (sha256) => ({
    sha256,
    bytes: Buffer.from(reader.original(sha256)).toString("base64"),
  }));
  yield `],\n"tables":{`;
  for (const [index, table] of (Object.keys(TABLES) as TableName[]).entries()) {
    yield `${index > 0 ? ",\n" : "\n"}${JSON.stringify(table)}:[`;
    yield* lines(reader.rows(table), (row) => row);
    yield "]";
  }
  yield `},\n"entries":[`;
  yield* lines(reader.entries(), (entry) => entry);
  yield "]}\n";
}

function* lines<Item>(items: Iterable<Item>, shape: (item: Item) => object | null): Generator<string> {
  let between = "\n";
  for (const item of items) {
    yield between + JSON.stringify(shape(item));
    between = ",\n";
  }
}
