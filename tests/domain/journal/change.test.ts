import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, invert, sameRow, squash, TABLES } from "#domain/journal/change.ts";
import type { Note } from "#domain/nouns/note.ts";

type State = ReadonlyMap<string, unknown>;

const keyOf = (change: Change) => `${change.table} ${change.id}`;

/** What the store does with a change; refuses one that does not fit the state. */
function apply(state: State, changes: readonly Change[]): State {
  const rows = new Map(state);
  for (const change of changes) {
    const key = keyOf(change);
    if (!sameRow(rows.get(key) ?? null, change.before)) throw new Error(`${key} is not as the change expects it.`);
    if (change.after) rows.set(key, change.after);
    else rows.delete(key);
  }
  return rows;
}

const note = (id: string, body: string): Note => ({
  id,
  articleId: null,
  claimId: null,
  sourceId: null,
  body,
  author: "A. Analyst",
  createdAt: "2025-05-16T14:20:00.000Z",
});

const step = fc.record({
  table: fc.constantFrom("note", "claim" as const) as fc.Arbitrary<"note">,
  id: fc.constantFrom("1", "2", "3", "4"),
  body: fc.option(fc.constantFrom("first", "second"), { nil: null }),
});

/** A state and changes that fit it one after another: additions, changes, removals and steps that change nothing. */
const history = fc.tuple(fc.array(step), fc.array(step)).map(([before, after]) => {
  const start = new Map<string, unknown>();
  for (const { table, id, body } of before) if (body) start.set(`${table} ${id}`, note(id, body));
  const rows = new Map(start);
  const changes: Change[] = [];
  for (const { table, id, body } of after) {
    const key = `${table} ${id}`;
    const change: Change<"note"> = {
      table,
      id,
      before: (rows.get(key) as Note | undefined) ?? null,
      after: body ? note(id, body) : null,
    };
    if (change.before === null && change.after === null) continue;
    changes.push(change);
    if (change.after) rows.set(key, change.after);
    else rows.delete(key);
  }
  return { start: start as State, end: rows as State, changes };
});

const plain = (state: State) => Object.fromEntries([...state].sort(([one], [other]) => one.localeCompare(other)));

describe("invert", () => {
  it("takes back what the changes did", () => {
    fc.assert(
      fc.property(history, ({ start, end, changes }) => {
        expect(plain(apply(start, changes))).toEqual(plain(end));
        expect(plain(apply(end, invert(changes)))).toEqual(plain(start));
      }),
    );
  });

  it("of an inversion gives the changes themselves", () => {
    fc.assert(
      fc.property(history, ({ changes }) => {
        expect(invert(invert(changes))).toEqual(changes);
      }),
    );
  });
});

describe("squash", () => {
  it("has the same effect with at most one change for each row", () => {
    fc.assert(
      fc.property(history, ({ start, end, changes }) => {
        const squashed = squash(changes);
        expect(plain(apply(start, squashed))).toEqual(plain(end));
        expect(new Set(squashed.map(keyOf)).size).toBe(squashed.length);
      }),
    );
  });

  it("can be taken back like the changes it came from", () => {
    fc.assert(
      fc.property(history, ({ start, end, changes }) => {
        expect(plain(apply(end, invert(squash(changes))))).toEqual(plain(start));
      }),
    );
  });

  it("says nothing of a row that ends as it began", () => {
    fc.assert(
      fc.property(history, ({ changes }) => {
        for (const { before, after } of squash(changes)) expect(sameRow(before, after)).toBe(false);
      }),
    );
    const row = note("1", "first");
    expect(
      squash([
        { table: "note", id: "1", before: null, after: row },
        { table: "note", id: "1", before: row, after: null },
      ]),
    ).toEqual([]);
  });

  it("keeps the order of additions, and removes a row where it was removed", () => {
    const [one, two] = [note("1", "first"), note("2", "first")];
    const changes: Change[] = [
      { table: "note", id: "1", before: one, after: { ...one, body: "second" } },
      { table: "note", id: "2", before: two, after: null },
      { table: "note", id: "3", before: null, after: note("3", "first") },
      { table: "note", id: "1", before: { ...one, body: "second" }, after: null },
    ];
    expect(squash(changes).map(({ id }) => id)).toEqual(["2", "3", "1"]);
  });

  it("leaves its input alone", () => {
    fc.assert(
      fc.property(history, ({ changes }) => {
        const before = structuredClone(changes);
        squash(changes);
        invert(changes);
        expect(changes).toEqual(before);
      }),
    );
  });
});

describe("sameRow", () => {
  it("compares value for value, whatever the order of the fields", () => {
    expect(sameRow({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(sameRow({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(sameRow({ a: null }, { a: 0 })).toBe(false);
    expect(sameRow([1, 2], [2, 1])).toBe(false);
    expect(sameRow(null, {})).toBe(false);
    expect(sameRow(null, null)).toBe(true);
  });

  it("agrees with itself on any JSON and on its copy", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameRow(value, structuredClone(value))).toBe(true);
      }),
    );
  });
});

describe("TABLES", () => {
  it("stand in an order in which parents come before what refers to them", () => {
    const order = Object.keys(TABLES);
    const refersTo: Record<string, string[]> = {
      alias: ["source"],
      grade: ["source"],
      article: ["source"],
      attribution: ["claim", "article"],
      hop: ["attribution", "source"],
      assessment: ["claim"],
      evidence: ["assessment"],
      note: ["article", "claim", "source"],
      span: ["article"],
    };
    for (const [table, parents] of Object.entries(refersTo)) {
      for (const parent of parents) expect(order.indexOf(parent)).toBeLessThan(order.indexOf(table));
    }
  });
});
