import { describe, expect, it } from "vitest";
import type { Basis } from "#domain/nouns/assessment.ts";
import { stalenessOf } from "#domain/rules/staleness.ts";

const THEN: Basis = {
  firstHops: 2,
  proposition: "40 killed",
  attributions: [
    { id: "one", stance: "asserts", chain: ["front", "monitor", "northwire"], manner: "said" },
    { id: "two", stance: "denies", chain: ["mayor"], manner: "said" },
  ],
  grades: [{ sourceId: "monitor", letter: "B" }],
};

const NAMES: Record<string, string> = { monitor: "Lakeside Monitor", mayor: "The mayor", front: "The Reed Front" };
const reasons = (now: Partial<Basis>, then = THEN) => stalenessOf(then, { ...then, ...now }, (id) => NAMES[id] ?? id);
const [one, two] = THEN.attributions;

describe("stalenessOf", () => {
  it("is silent where nothing has changed, in whatever order things stand", () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ attributions: THEN.attributions.toReversed() })).toEqual([]);
  });

  it("tells of attributions added, removed and changed", () => {
    const three = { id: "three", stance: "confirms" as const, chain: ["mayor"], manner: "said" };
    expect(reasons({ attributions: [...THEN.attributions, three] })).toEqual(["1 attribution was added since."]);
    expect(reasons({ attributions: [] })).toEqual(["2 attributions were removed since."]);
    if (!one || !two) throw new Error("The basis has two attributions.");
    expect(reasons({ attributions: [{ ...one, stance: "speculates" }, two] })).toEqual([
      "1 attribution was changed since.",
    ]);
    expect(reasons({ attributions: [{ ...one, chain: ["front", "northwire"] }, two] })).toEqual([
      "1 attribution was changed since.",
    ]);
    expect(reasons({ attributions: [{ ...one, manner: "said by an eyewitness" }, two] })).toEqual([
      "1 attribution was changed since.",
    ]);
    expect(reasons({ attributions: [one, { ...three, id: "four" }] })).toEqual([
      "1 attribution was added since.",
      "1 attribution was removed since.",
    ]);
  });

  it("tells that the claim itself says something else now", () => {
    expect(reasons({ proposition: "600 killed" })).toEqual(["The claim itself was changed since."]);
  });

  it("tells of grades given, changed and taken back", () => {
    expect(reasons({ grades: [{ sourceId: "monitor", letter: "D" }] })).toEqual(["Lakeside Monitor went from B to D."]);
    expect(reasons({ grades: [...THEN.grades, { sourceId: "mayor", letter: "C" }] })).toEqual([
      "The mayor has been graded C.",
    ]);
    expect(reasons({ grades: [] })).toEqual(["The grade of Lakeside Monitor was taken back."]);
  });

  it("tells of links between articles that were confirmed and taken back", () => {
    const links = [{ articleId: "paper", fromId: "wire" }];
    expect(reasons({ links })).toEqual(["1 link between articles was confirmed since."]);
    expect(reasons({ links: [] })).toEqual([]);
    expect(reasons({ links: [] }, { ...THEN, links })).toEqual(["1 link between articles was taken back since."]);
    const turned = [{ articleId: "wire", fromId: "paper" }];
    expect(reasons({ links: turned }, { ...THEN, links })).toEqual([
      "1 link between articles was confirmed since.",
      "1 link between articles was taken back since.",
    ]);
    expect(reasons({ links: [...links, ...turned] })).toEqual(["2 links between articles were confirmed since."]);
  });

  it("does not care for the grade of a source that the assessment did not rest on", () => {
    expect(reasons({ grades: [...THEN.grades, { sourceId: "stranger", letter: "A" }] })).toEqual([]);
  });

  it("does not call it a grade taken back where the source itself is no longer heard", () => {
    expect(reasons({ attributions: two ? [two] : [], grades: [] })).toEqual(["1 attribution was removed since."]);
  });
});
