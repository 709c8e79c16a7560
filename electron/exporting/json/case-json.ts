import * as z from "zod";
import { Entry, LATER_FIELDS, TABLES, type TableName } from "#domain/journal/change.ts";
import { Id, Sha256 } from "#domain/nouns/common.ts";
import { TextStructure } from "#domain/text/structure.ts";

/** What stands at the head of the file, so that every program knows what it holds. */
export const CASE_JSON_FORMAT = "sourceline-case";
export const CASE_JSON_VERSION = 2;

/**
 * The schema of a row of each table. A field that is not known is refused, so that nothing is lost unseen; one that rows of
 * earlier versions do not have may be absent, since the journal keeps them as they were written.
 */
export const ROWS = Object.fromEntries(
  Object.entries(TABLES).map(([table, schema]) => {
    const later = Object.fromEntries(
      Object.keys(LATER_FIELDS[table as keyof typeof LATER_FIELDS] ?? {}).map((field) => [field, true]),
    );
    return [table, z.strictObject(schema.shape).partial(later as Record<never, true>)];
  }),
) as unknown as typeof TABLES;

const changes = (Object.keys(TABLES) as TableName[]).map((table) =>
  z.strictObject({
    table: z.literal(table),
    id: Id,
    before: ROWS[table].nullable(),
    after: ROWS[table].nullable(),
  }),
);
type ChangeSchema = (typeof changes)[number];

/** A canonical text of the case under its hash. */
export const KeptText = z.strictObject({
  sha256: Sha256.describe("SHA-256 of the text in UTF-8."),
  content: z.string(),
  structure: TextStructure.optional().describe("What its lines are. Absent in version 1: paragraphs and nothing else."),
});

/** The bytes that an article was made of, under their hash. */
export const KeptOriginal = z.strictObject({ sha256: Sha256, bytes: z.base64() });

/** An entry of the journal with the rows it touched, before and after. */
export const KeptEntry = z.strictObject({
  ...Entry.shape,
  changes: z.array(z.discriminatedUnion("table", changes as [ChangeSchema, ...ChangeSchema[]])),
});

/** A whole case as one JSON document. */
export const CaseJson = z.strictObject({
  format: z.literal(CASE_JSON_FORMAT),
  version: z.literal([1, CASE_JSON_VERSION]),
  texts: z.array(KeptText).describe("Every canonical text that the case keeps."),
  originals: z.array(KeptOriginal).describe("Every original that the case keeps, in base64."),
  tables: z
    .strictObject(
      Object.fromEntries(Object.entries(ROWS).map(([table, row]) => [table, z.array(row)])) as {
        [Table in TableName]: z.ZodArray<(typeof TABLES)[Table]>;
      },
    )
    .describe("The rows of the case, by table. Offsets of spans are in UTF-16 code units."),
  entries: z.array(KeptEntry).describe("The journal, oldest entry first, each with the hash of the one before it."),
});

/** The published JSON Schema of the format. */
export function caseJsonSchema(): object {
  return {
    $id: "https://sourceline.example/schema/sourceline-case-2.json",
    title: "Sourceline case",
    description: "A whole Sourceline case as JSON: texts, originals, rows and journal. See docs/formats.md.",
    ...z.toJSONSchema(CaseJson, { reused: "ref" }),
  };
}
