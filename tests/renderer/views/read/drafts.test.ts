import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { TextRange } from "#domain/text/range.ts";
import { newHop } from "../../../../renderer/claim/hops.ts";
import { claimOn, type DraftClaim, draftFrom, withPassage } from "../../../../renderer/views/read/draft.ts";
import { noteFrom, noteOn, noteWith } from "../../../../renderer/views/read/draft-note.ts";
import { words } from "../../../../renderer/views/read/words.ts";
import { rangeOf } from "../../../support/workbench.ts";

function article(text: string) {
  const textSha256 = createHash("sha256").update(text).digest("hex");
  return { text, textSha256, outlet: null, outletId: null };
}

const FIRST = article("The front said that forty died. The mayor said that the depot burnt. The clerk said nothing.");
const LATER = article(`Updated at noon. ${FIRST.text.replace("The clerk said nothing.", "A school burnt too.")}`);

/** A claim on the first text with a passage in two parts, its source and its cue, of which the later text has not all. */
function begun(): DraftClaim {
  const draft = draftFrom(FIRST, rangeOf(FIRST.text, "the depot burnt"), []);
  const withBoth = withPassage(draft, FIRST.text, rangeOf(FIRST.text, "The clerk said nothing"));
  const cue = [rangeOf(FIRST.text, "said that the depot")].map(({ start }) => ({ start, end: start + 4 }));
  const chain = [
    newHop("The mayor", [rangeOf(FIRST.text, "The mayor")]),
    newHop("The clerk", [rangeOf(FIRST.text, "The clerk")]),
  ];
  return { ...withBoth, cue, chain };
}

const wordsAt = (text: string, ranges: readonly TextRange[]) => ranges.map(({ start, end }) => text.slice(start, end));

describe("a claim in the making", () => {
  it("is left alone on its own text", () => {
    const draft = begun();
    expect(claimOn(draft, FIRST)).toBe(draft);
  });

  it("stands on the same words of another text, and says which it has lost", () => {
    const draft = begun();
    const moved = claimOn(draft, LATER);
    expect(wordsAt(LATER.text, moved.content)).toEqual(["the depot burnt"]);
    expect(moved.cue).toEqual([{ start: LATER.text.indexOf("said that the depot"), end: expect.any(Number) }]);
    expect(moved.chain.map(({ name, ranges }) => [name, wordsAt(LATER.text, ranges)])).toEqual([
      ["The mayor", ["The mayor"]],
      ["The clerk", []],
    ]);
    expect(moved.fields).toEqual(draft.fields);
    expect(moved.lost).toEqual(["The clerk said nothing", "The clerk"]);
    expect(words.draft.lost(moved.lost)).toContain("“The clerk said nothing”, “The clerk”");
    expect(moved.on.textSha256).toBe(LATER.textSha256);
  });

  it("has its words again where the text comes back, and what it lost is known as long as it is gone on with", () => {
    const draft = begun();
    expect(wordsAt(FIRST.text, claimOn(draft, FIRST).content)).toEqual(["the depot burnt", "The clerk said nothing"]);
    const goneOn = { ...claimOn(draft, LATER), stance: "denies" as const };
    const back = claimOn(goneOn, FIRST);
    expect(wordsAt(FIRST.text, back.content)).toEqual(["the depot burnt"]);
    expect(back.lost).toEqual(goneOn.lost);
  });

  it("keeps what was typed where all of its words are gone", () => {
    const other = article("Something else altogether was written here.");
    const moved = claimOn(begun(), other);
    expect([moved.content, moved.cue, moved.chain.flatMap(({ ranges }) => ranges)]).toEqual([[], [], []]);
    expect(moved.fields.statement).toBe("The depot burnt … The clerk said nothing");
    const mended = withPassage(moved, other.text, rangeOf(other.text, "Something else"));
    expect(wordsAt(other.text, mended.content)).toEqual(["Something else"]);
    expect(mended.fields.statement).toBe(moved.fields.statement);
  });
});

describe("a note in the making", () => {
  const range = rangeOf(FIRST.text, "the depot burnt");

  it("stands on the same words of another text, or on none where they are gone", () => {
    const note = noteWith(noteFrom(null, FIRST, range), FIRST, "Which depot?");
    if (!note) throw new Error("The note is gone.");
    const moved = noteOn(note, LATER);
    expect(moved).toMatchObject({ body: "Which depot?", lost: [] });
    expect(wordsAt(LATER.text, moved.range ? [moved.range] : [])).toEqual(["the depot burnt"]);
    const elsewhere = noteOn(note, article("Nothing of it."));
    expect(elsewhere).toMatchObject({ body: "Which depot?", range: null, lost: ["the depot burnt"] });
    expect(noteFrom(elsewhere, FIRST, range)).toMatchObject({ body: "Which depot?", range, lost: [] });
  });

  it("keeps its words while something is written, and takes others", () => {
    const note = noteWith(noteFrom(null, FIRST, range), FIRST, "Which depot?");
    expect(noteFrom(note, FIRST, null)).toBe(note);
    const other = rangeOf(FIRST.text, "The mayor");
    expect(noteFrom(note, FIRST, other)).toMatchObject({ body: "Which depot?", range: other });
    expect(noteFrom(noteFrom(null, FIRST, range), FIRST, null)).toMatchObject({ body: "", range: null });
  });

  it("is gone once nothing is left of it", () => {
    const onArticle = noteWith(null, FIRST, "W");
    expect(onArticle).toMatchObject({ body: "W", range: null });
    expect(noteWith(onArticle, FIRST, "")).toBeNull();
    expect(noteWith(noteFrom(null, FIRST, range), FIRST, "")).toMatchObject({ body: "", range });
  });
});
