import { createHash } from "node:crypto";
import type { Progress } from "#domain/contract/base.ts";
import type { CheckReport } from "#domain/contract/cases.ts";
import { type Change, completed, type RowOf, sameRow } from "#domain/journal/change.ts";
import type { Span } from "#domain/nouns/span.ts";
import { textOf } from "./articles.ts";
import type { CaseFile } from "./case-file.ts";
import { historyState } from "./histories.ts";
import { GENESIS, hashOf, type Stacks, stacksAfter } from "./journal.ts";
import { proposalsAreRight } from "./proposed.ts";
import { type Readable, walk } from "./readable.ts";
import { firstWordsOf, INDEXED_TABLES, type IndexedTable } from "./search-index.ts";
import { allRows, countRows, rowOf, TABLE_NAMES } from "./tables.ts";

/** Findings that are kept; a case in which everything is wrong need not be listed to the end. */
const FINDINGS_KEPT = 1_000;

/**
 * Holds a case against itself: SQLite's own check, the hash of every text and original, the chain of the journal, every
 * row against the last entry that touched it, every span against the words of its text. Yields how far it has come.
 */
export function* checkCase(file: CaseFile): Generator<Progress, CheckReport> {
  const { readable } = file;
  const findings: string[] = [];
  const report = (finding: string) => {
    if (findings.length < FINDINGS_KEPT) findings.push(finding);
  };
  const total =
    countRows(readable, "text") +
    countRows(readable, "original") +
    countRows(readable, "entry") +
    countRows(readable, "article");
  let done = 0;

  yield { done, total, what: "the file" };
  for (const finding of file.integrityFindings()) {
    if (finding !== null) report(`The file itself: ${finding}.`);
    yield { done, total, what: "the file" };
  }
  if (findings.length > 0) {
    report("As the file itself is damaged, what it holds was not checked further. Open a copy of it from before.");
    return { clean: false, findings, checked: { texts: 0, originals: 0, entries: 0, spans: 0 } };
  }
  for (const table of readable.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
    for (const { parent } of readable.all<{ parent: string }>(`PRAGMA foreign_key_check("${table.name}")`)) {
      report(`A row of ${table.name} refers to a row of ${parent} that is not there.`);
    }
    yield { done, total, what: "the file" };
  }

  for (const { sha256, content } of walk<{ sha256: string; content: string }>(readable, "text", "sha256", 1)) {
    if (sha256Of(content) !== sha256) report(`The text ${sha256} is not what its hash says: it was changed.`);
    yield { done: ++done, total, what: "texts" };
  }
  for (const { sha256, bytes } of walk<{ sha256: string; bytes: Uint8Array }>(readable, "original", "sha256", 1)) {
    if (sha256Of(bytes) !== sha256) report(`The original ${sha256} is not what its hash says: it was changed.`);
    yield { done: ++done, total, what: "originals" };
  }
  for (const finding of brokenLinks(readable)) {
    if (finding !== null) report(finding);
    yield { done: ++done, total, what: "journal" };
  }
  for (const finding of rowsAgainstJournal(readable)) {
    if (finding !== null) report(finding);
    yield { done, total, what: "rows" };
  }
  for (const finding of whatIsDerived(readable)) {
    if (finding !== null) report(finding);
    yield { done, total, what: "rows" };
  }
  for (const finding of misplacedSpans(readable)) {
    if (finding !== null) report(finding);
    yield { done: ++done, total, what: "passages" };
  }
  return {
    clean: findings.length === 0,
    findings,
    checked: {
      texts: countRows(readable, "text"),
      originals: countRows(readable, "original"),
      entries: countRows(readable, "entry"),
      spans: countRows(readable, "span"),
    },
  };
}

type StoredEntry = Parameters<typeof hashOf>[0] & Stacks & { changes: string; hash: string };

function stacksIn({ below, topUndo, topRedo }: Stacks): Stacks {
  return { below, topUndo, topRedo };
}

/** The entry that an undo or redo answers; its own stacks were looked at before. */
function answered(readable: Readable, { answers }: StoredEntry): Stacks | null {
  return readable.get<Stacks>("SELECT below, topUndo, topRedo FROM entry WHERE sequence = ?", answers) ?? null;
}

/** What is derived from the rows and does not agree with them, or null to give way. */
function* whatIsDerived(readable: Readable): Generator<string | null> {
  yield* wrongStandings(readable);
  yield* wrongIndexes(readable);
  if (yield* proposalsAreRight(readable)) return;
  yield "The pairs of articles that wait for a decision are not those that their texts and the decisions say.";
}

/** So many rows are held against what is derived from them at a time. */
const ROWS_AT_ONCE = 2_000;

/** Claims whose derived standing is not what their assessments and attributions say. */
function* wrongStandings(readable: Readable): Generator<string | null> {
  for (const [first, last] of portionsOf(readable, "claim")) {
    const wrong = readable.all<{ statement: string }>(
      `SELECT claim.statement FROM claim LEFT JOIN claim_standing AS standing ON standing.claimId = claim.id
       WHERE claim.rowid BETWEEN ? AND ? AND (standing.verdict IS NOT coalesce((${LATEST.replace("*", "verdict")}), 'untriaged')
         OR standing.credibility IS NOT (${LATEST.replace("*", "credibility")})
         OR standing.attributions IS NOT (SELECT count(*) FROM attribution WHERE claimId = claim.id)
         OR standing.articles IS NOT (SELECT count(DISTINCT articleId) FROM attribution WHERE claimId = claim.id))`,
      first,
      last,
    );
    for (const { statement } of wrong) {
      yield `Where the claim “${statement}” stands is not what its assessments and attributions say.`;
    }
    yield null;
  }
}

/** Search tables that do not name the very rows of their table, or do not hold the words of some of them. */
function* wrongIndexes(readable: Readable): Generator<string | null> {
  for (const table of INDEXED_TABLES) {
    let isRight = true;
    for (const [rows, index] of [
      [table, `${table}_search`],
      [`${table}_search`, table],
    ] as const) {
      for (const [first, last] of portionsOf(readable, rows)) {
        const missing = `SELECT 1 FROM ${rows} AS row WHERE row.rowid BETWEEN ? AND ?
          AND NOT EXISTS (SELECT 1 FROM ${index} AS other WHERE other.rowid = row.rowid) LIMIT 1`;
        isRight &&= readable.get(missing, first, last) === undefined;
        yield null;
      }
    }
    if (!isRight) yield `The search of every ${table} does not name all of them, or names some that are gone.`;
    else if (!(yield* holdsTheWords(readable, table))) {
      yield `The search of every ${table} does not find some of them by their own words.`;
    }
  }
}

/** So many rows of each portion are looked at: to search for every row would take longer than all else. */
const ROWS_SEARCHED = 20;

/** Whether rows here and there are found by their own first words; gives way after each. */
function* holdsTheWords(readable: Readable, table: IndexedTable): Generator<null, boolean> {
  const rows = `SELECT rowid AS number, * FROM ${table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ${ROWS_SEARCHED}`;
  const isFound = `SELECT 1 FROM ${table}_search WHERE rowid = ? AND ${table}_search MATCH ?`;
  for (const [first, last] of portionsOf(readable, table)) {
    for (const row of readable.all<RowOf<IndexedTable> & { number: number }>(rows, first, last)) {
      const words = firstWordsOf(readable, table, row);
      if (words !== null && readable.get(isFound, row.number, words) === undefined) return false;
      yield null;
    }
  }
  return true;
}

/** The numbers that SQLite gave the rows of a table, from the first to the last, in ranges. */
function* portionsOf(readable: Readable, table: string): Generator<[first: number, last: number]> {
  const ends = readable.get<{ first: number | null; last: number | null }>(
    `SELECT (SELECT rowid FROM ${table} ORDER BY rowid LIMIT 1) AS first,
       (SELECT rowid FROM ${table} ORDER BY rowid DESC LIMIT 1) AS last`,
  );
  for (let first = ends?.first ?? 0; first <= (ends?.last ?? -1); first += ROWS_AT_ONCE) {
    yield [first, first + ROWS_AT_ONCE - 1];
  }
}

const LATEST = "SELECT * FROM assessment WHERE claimId = claim.id ORDER BY assessedAt DESC, id DESC LIMIT 1";

/** For each entry of the journal what is wrong with it, or null. */
function* brokenLinks(readable: Readable): Generator<string | null> {
  let previousHash = GENESIS;
  let sequence = 0;
  let head: StoredEntry | null = null;
  for (const entry of walk<StoredEntry>(readable, "entry", "sequence", 1)) {
    const named = `Entry ${entry.sequence} of the journal (“${entry.label}”, ${entry.at})`;
    if (entry.sequence !== sequence + 1) yield `${named} does not follow entry ${sequence}: entries are missing.`;
    else if (entry.previousHash !== previousHash) yield `${named} does not carry the hash of the entry before it.`;
    else if (hashOf(entry, entry.changes) !== entry.hash) yield `${named} is not what its hash says: it was changed.`;
    else if (!sameRow(stacksIn(entry), stacksAfter(entry, head, answered(readable, entry)))) {
      yield `${named} says something else of Undo and Redo than what was done: it was changed.`;
    } else yield null;
    sequence = entry.sequence;
    previousHash = entry.hash;
    head = entry;
  }
}

/** After so many changes of an entry somebody else has a turn. */
const CHANGES_AT_ONCE = 50;

/**
 * What was changed around the journal: rows that are not as the last entry that touched them left them. Yields a finding,
 * or null to give way. Begins anew where somebody wrote meanwhile, since the counts would not agree then.
 */
function* rowsAgainstJournal(readable: Readable): Generator<string | null> {
  const { sequence } = historyState(readable);
  const findings: string[] = [];
  let indexed = 0;
  const standing = new Map<string, number>(TABLE_NAMES.map((table) => [table, 0]));
  for (const entry of walk<StoredEntry>(readable, "entry", "sequence", 1)) {
    const changes: Change[] = JSON.parse(entry.changes);
    indexed += new Set(changes.map((change) => change.id)).size;
    for (const [index, { table, id, after }] of changes.entries()) {
      if (index % CHANGES_AT_ONCE === 0) yield null;
      const touchedLater = readable.get("SELECT 1 FROM entry_row WHERE rowId = ? AND sequence > ?", id, entry.sequence);
      if (touchedLater) continue;
      if (after) standing.set(table, (standing.get(table) ?? 0) + 1);
      if (sameRow(rowOf(readable, table, id), completed(table, after))) continue;
      findings.push(`The ${table} ${id} is not as the journal left it: it was changed around the journal.`);
    }
  }
  for (const [table, count] of standing) {
    const present = countRows(readable, table);
    if (present === count) continue;
    findings.push(`The case holds ${present} rows of ${table}, and the journal speaks of ${count}.`);
  }
  // Which entry touched a row last is read from the index; one row too many there could hide a change.
  const inIndex = countRows(readable, "entry_row");
  if (inIndex !== indexed) {
    findings.push(
      `The index of the journal names ${inIndex} rows, and its entries ${indexed}: one of them was changed.`,
    );
  }
  if (historyState(readable).sequence === sequence) yield* findings;
  else yield* rowsAgainstJournal(readable);
}

/** For each article the first of its spans that does not hold the words it says, or null. */
function* misplacedSpans(readable: Readable): Generator<string | null> {
  for (const article of allRows(readable, "article")) {
    const spans = readable.all<Span>("SELECT * FROM span WHERE articleId = ?", article.id);
    const text = spans.length > 0 ? textOf(readable, article.textSha256) : "";
    const wrong = spans.find((span) => span.end > text.length || text.slice(span.start, span.end) !== span.exact);
    yield wrong
      ? `In “${article.title}”, the passage “${wrong.exact}” does not stand at ${wrong.start}–${wrong.end}.`
      : null;
  }
}

function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
