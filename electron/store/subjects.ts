import type { Change, TableName } from "#domain/journal/change.ts";
import type { Readable } from "./readable.ts";
import { rowOf } from "./tables.ts";

/** Fields by which a row belongs to an article, a claim or a source, or to something that does. */
const BELONGS_TO = {
  articleId: "article",
  fromId: "article",
  claimId: "claim",
  sourceId: "source",
  attributionId: "attribution",
  assessmentId: "assessment",
} as const satisfies Record<string, TableName>;

/** What the owner of a span is, by the role of the span. */
const OWNERS = { content: "attribution", cue: "attribution", hop: "hop", note: "note" } as const;

/**
 * The ids of all that changes are about: their own rows and what these belong to, before and after, up to the articles,
 * claims and sources. Asked while the changes are made, since later some of the rows on the way may be gone.
 */
export function subjectsOf(readable: Readable, changes: readonly Change[]): Set<string> {
  const changed = new Map(changes.map((change) => [change.id, change]));
  const subjects = new Set<string>();
  const add = (table: TableName, id: string): void => {
    if (subjects.has(id)) return;
    subjects.add(id);
    const change = changed.get(id);
    for (const row of change ? [change.before, change.after] : [rowOf(readable, table, id)]) {
      if (row) for (const [owner, ownerId] of ownersOf(row)) add(owner, ownerId);
    }
  };
  for (const { table, id } of changes) add(table, id);
  return subjects;
}

/** What a row belongs to. Articles, claims and sources belong to nothing, so that the walk ends with them. */
function ownersOf(row: object): [TableName, string][] {
  const owners: [TableName, string][] = [];
  for (const [field, table] of Object.entries(BELONGS_TO)) {
    const id: unknown = row[field as keyof typeof row];
    if (typeof id === "string") owners.push([table, id]);
  }
  if ("role" in row && "ownerId" in row) owners.push([OWNERS[row.role as keyof typeof OWNERS], String(row.ownerId)]);
  return owners;
}
