import type { Page } from "#domain/contract/base.ts";
import type { EntrySummary, HistoryState } from "#domain/contract/history.ts";
import type { Change, Entry } from "#domain/journal/change.ts";
import { GENESIS, type Stacks } from "./journal.ts";
import { pageOf } from "./page.ts";
import { type Readable, walk } from "./readable.ts";

/** What Undo and Redo would do now. */
export function historyState(readable: Readable): HistoryState {
  const state = readable.get<HistoryState>(
    `SELECT head.sequence, head.hash, undoable.label AS undo, redoable.label AS redo
     FROM entry AS head
     LEFT JOIN entry AS undoable ON undoable.sequence = head.topUndo
     LEFT JOIN entry AS redoable ON redoable.sequence = head.topRedo
     ORDER BY head.sequence DESC LIMIT 1`,
  );
  return state ?? { undo: null, redo: null, sequence: 0, hash: GENESIS };
}

/** The entry that Undo or Redo would answer next. */
export type NextStep = Pick<Entry, "sequence" | "label" | "work">;

/** The entry that Undo or Redo would answer next, or null where there is none. */
export function nextStep(readable: Readable, way: "undo" | "redo"): NextStep | null {
  const top = { undo: "topUndo", redo: "topRedo" }[way];
  const next = readable.get<NextStep>(
    `SELECT next.sequence, next.label, next.work FROM (SELECT ${top} AS top FROM entry ORDER BY sequence DESC LIMIT 1)
     JOIN entry AS next ON next.sequence = top`,
  );
  return next ?? null;
}

/**
 * How many parts of a piece of work Undo could still take back, or Redo do again. What was done is on the one stack until it
 * is taken back, and what was taken back on the other until it is done again or anything new is done.
 */
export function partsLeft(readable: Readable, way: "undo" | "redo", work: string): number {
  const counted = readable.get<{ parts: number }>(PARTS_LEFT[way], work);
  return counted?.parts ?? 0;
}

const PARTS_LEFT = {
  undo: "SELECT sum(iif(kind = 'undone', -1, 1)) AS parts FROM entry WHERE work = ?",
  redo: `SELECT sum(iif(kind = 'undone', 1, -1)) AS parts FROM entry WHERE work = ?
    AND sequence > (SELECT sequence FROM entry WHERE kind = 'done' ORDER BY sequence DESC LIMIT 1)`,
} as const;

/** Rows of the journal by which a page is shown; an entry that touched more says only these. */
const ROWS_SHOWN = 200;

/** A page of the journal, newest first; with `about`, only entries that touched what hangs together with that row. */
export function entriesPage(
  readable: Readable,
  query: { after: string | null; at: number | null; limit: number; about: string | undefined },
): Page<EntrySummary> {
  const page = pageOf<EntrySummary & { rowList: string }>(readable, {
    from: "entry",
    columns: `sequence, kind, answers, author, label, at, previousHash, hash, work,
      (SELECT json_group_array(json_object('table', json_extract(value, '$.table'), 'id', json_extract(value, '$.id')))
       FROM (SELECT value FROM json_each(entry.changes) LIMIT ${ROWS_SHOWN})) AS rowList`,
    where: query.about
      ? [{ sql: "sequence IN (SELECT sequence FROM entry_subject WHERE subjectId = ?)", parameters: [query.about] }]
      : [],
    order: "sequence",
    id: "hash",
    direction: "descending",
    after: query.after,
    at: query.at,
    limit: query.limit,
  });
  return { ...page, rows: page.rows.map(({ rowList, ...entry }) => ({ ...entry, rows: JSON.parse(rowList) })) };
}

/** One entry with its changes, or null. */
export function entryAt(readable: Readable, sequence: number): Entry | null {
  const stored = readable.get<StoredEntry>(`${ENTRY} WHERE sequence = ?`, sequence);
  return stored ? entryOf(stored) : null;
}

/** The whole journal, oldest first, read some entries at a time. */
export function* allEntries(readable: Readable): Generator<Entry> {
  for (const { below: _below, topUndo: _undo, topRedo: _redo, ...stored } of walk<StoredEntry & Stacks>(
    readable,
    "entry",
    "sequence",
    20,
  )) {
    yield entryOf(stored);
  }
}

const ENTRY = "SELECT sequence, kind, answers, author, label, at, changes, previousHash, hash, work FROM entry";
type StoredEntry = Omit<Entry, "changes"> & { changes: string };

function entryOf(stored: StoredEntry): Entry {
  return { ...stored, changes: JSON.parse(stored.changes) as Change[] };
}
