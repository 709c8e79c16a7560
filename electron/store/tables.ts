import type { z } from "zod";
import { type RowOf, TABLES, type TableName } from "#domain/journal/change.ts";
import { type Parameter, type Readable, walk } from "./readable.ts";

/** How a field of a row is kept in its column. */
type ColumnKind = "plain" | "boolean" | "json";

interface TableForm {
  columns: readonly { name: string; kind: ColumnKind }[];
  select: string;
  upsert: string;
  remove: string;
}

/** The form of every table, read off the schemas of the domain: one column a field, of the same name. */
const FORMS = Object.fromEntries(
  Object.entries(TABLES).map(([table, schema]) => [table, formOf(table, schema)]),
) as Record<TableName, TableForm>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** A row as SQLite gives it → a row as the domain knows it. */
export function decodeRow<Table extends TableName>(table: Table, stored: Record<string, unknown>): RowOf<Table> {
  const row: Record<string, unknown> = {};
  for (const { name, kind } of FORMS[table].columns) {
    const value = stored[name];
    if (kind === "boolean") row[name] = value === 1;
    else if (kind === "json" && typeof value === "string") row[name] = JSON.parse(value);
    else row[name] = value;
  }
  return row as RowOf<Table>;
}

/** A row as the domain knows it → the parameters of the table's upsert. */
export function encodeRow<Table extends TableName>(table: Table, row: RowOf<Table>): Parameter[] {
  return FORMS[table].columns.map(({ name, kind }) => {
    const value = row[name as keyof typeof row] as unknown;
    if (kind === "boolean") return value ? 1 : 0;
    if (kind === "json" && value !== null) return JSON.stringify(value);
    return value as Parameter;
  });
}

/** The row of a table with this id, or null. */
export function rowOf<Table extends TableName>(readable: Readable, table: Table, id: string): RowOf<Table> | null {
  const stored = readable.get<Record<string, unknown>>(FORMS[table].select, id);
  return stored ? decodeRow(table, stored) : null;
}

/** The rows of a table that hold a value in a column, in the order of `order` (a column) or of their ids. */
export function rowsWhere<Table extends TableName>(
  readable: Readable,
  table: Table,
  column: keyof RowOf<Table> & string,
  value: Parameter,
  order: keyof RowOf<Table> & string = "id",
): RowOf<Table>[] {
  return readable
    .all<Record<string, unknown>>(`SELECT * FROM ${table} WHERE "${column}" = ? ORDER BY "${order}", id`, value)
    .map((stored) => decodeRow(table, stored));
}

/** All rows of a table by id, read some at a time. */
export function* allRows<Table extends TableName>(readable: Readable, table: Table): Generator<RowOf<Table>> {
  for (const stored of walk<{ id: string }>(readable, table, "id")) yield decodeRow(table, { ...stored });
}

/** How many rows a table has, whether the journal speaks of it or not. */
export function countRows(readable: Readable, table: string): number {
  return readable.get<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`)?.count ?? 0;
}

export function upsertOf(table: TableName): string {
  return FORMS[table].upsert;
}

export function removalOf(table: TableName): string {
  return FORMS[table].remove;
}

function formOf(table: string, schema: z.ZodObject): TableForm {
  const columns = Object.entries(schema.shape).map(([name, field]) => ({ name, kind: kindOf(field) }));
  const names = columns.map(({ name }) => `"${name}"`);
  const changed = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return {
    columns,
    select: `SELECT * FROM ${table} WHERE id = ?`,
    upsert: `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})
      ON CONFLICT (id) DO UPDATE SET ${changed.join(", ")}`,
    remove: `DELETE FROM ${table} WHERE id = ?`,
  };
}

function kindOf(field: z.core.$ZodType): ColumnKind {
  const definition = field._zod.def;
  if (definition.type === "nullable") return kindOf((definition as z.core.$ZodNullableDef).innerType);
  if (definition.type === "boolean") return "boolean";
  return ["array", "object", "record"].includes(definition.type) ? "json" : "plain";
}
