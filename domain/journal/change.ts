import * as z from "zod";
import { Article } from "../nouns/article.ts";
import { Assessment, Evidence } from "../nouns/assessment.ts";
import { Attribution, Hop } from "../nouns/attribution.ts";
import { CaseInformation } from "../nouns/case.ts";
import { Claim } from "../nouns/claim.ts";
import { Id, Instant, Sha256 } from "../nouns/common.ts";
import {
  ArticleLink,
  ArticleTag,
  Collection,
  CollectionMember,
  Revision,
  SavedSearch,
  Trashed,
} from "../nouns/library.ts";
import { Note } from "../nouns/note.ts";
import { Report } from "../nouns/report.ts";
import { Alias, Grade, Source } from "../nouns/source.ts";
import { Span } from "../nouns/span.ts";

/** Every table whose rows the journal speaks of, with the schema of a row. Parents stand before what refers to them. */
export const TABLES = {
  case_information: CaseInformation,
  source: Source,
  alias: Alias,
  grade: Grade,
  article: Article,
  claim: Claim,
  attribution: Attribution,
  hop: Hop,
  assessment: Assessment,
  evidence: Evidence,
  note: Note,
  span: Span,
  report: Report,
  revision: Revision,
  article_link: ArticleLink,
  article_tag: ArticleTag,
  collection: Collection,
  collection_member: CollectionMember,
  saved_search: SavedSearch,
  trashed: Trashed,
} as const;

export type TableName = keyof typeof TABLES;
export type RowOf<Table extends TableName> = z.infer<(typeof TABLES)[Table]>;

/**
 * Fields that rows of earlier versions do not have, with what they stand for there. Entries of the journal are never
 * changed, so that a row in one may lack them for ever; `completed` fills them in when it is read.
 */
export const LATER_FIELDS = {
  article: { credits: "", fieldOrigins: {}, tool: "" },
} as const satisfies { [Table in TableName]?: Partial<RowOf<Table>> };

/** A row as today's version knows it, from one that an earlier version wrote down. */
export function completed<Row extends object | null>(table: TableName, row: Row): Row {
  if (row === null || !Object.hasOwn(LATER_FIELDS, table)) return row;
  const later = Object.entries(LATER_FIELDS[table as keyof typeof LATER_FIELDS]);
  const missing = later.filter(([field]) => !Object.hasOwn(row, field));
  return missing.length === 0 ? row : { ...row, ...Object.fromEntries(missing) };
}

/** What happened to one row: `before` is null where it was added, `after` where it was removed. */
export interface Change<Table extends TableName = TableName> {
  table: Table;
  id: Id;
  before: RowOf<Table> | null;
  after: RowOf<Table> | null;
}

/** The changes that take back `changes`: the last first, each the other way round. */
export function invert(changes: readonly Change[]): Change[] {
  return changes.toReversed().map(({ table, id, before, after }) => ({ table, id, before: after, after: before }));
}

/**
 * The least changes with the same effect: one for each row, from its first state to its last, and none for a row that
 * ends as it began. The rows keep the order in which they were first touched, save that a row that is removed keeps the
 * place of its removal. A row may still stand before one that it has come to refer to, so that whoever applies the
 * changes holds references to account at the end of all of them.
 */
export function squash(changes: readonly Change[]): Change[] {
  const byRow = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table} ${change.id}`;
    const earlier = byRow.get(key);
    if (earlier && change.after === null) byRow.delete(key);
    byRow.set(key, earlier ? { ...change, before: earlier.before } : { ...change });
  }
  return [...byRow.values()].filter((change) => !sameRow(change.before, change.after));
}

/** Whether two states of a row are the same, value for value. */
export function sameRow(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && sameRow(one[key as keyof typeof one], other[key as keyof typeof other]))
  );
}

/** What an entry of the journal is: a command that was done, or the taking back or doing again of one. */
const ENTRY_KINDS = ["done", "undone", "redone"] as const;

/** One entry of the journal. `hash` covers everything else in the entry, the hash of the entry before it included. */
export const Entry = z.object({
  sequence: z.int().min(1),
  kind: z.enum(ENTRY_KINDS),
  /** The entry that an undo or redo answers; null for a command. */
  answers: z.int().min(1).nullable(),
  author: z.string(),
  /** What the command did, in words that follow “Undo:”. */
  label: z.string(),
  /** The piece of work of which the entry is a part; null where it is all of it. Undo and Redo take whole pieces of work. */
  work: Id.nullable().default(null),
  at: Instant,
  changes: z.array(z.custom<Change>()),
  previousHash: Sha256,
  hash: Sha256,
});
export type Entry = z.infer<typeof Entry>;
