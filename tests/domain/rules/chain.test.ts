import { describe, expect, it } from "vitest";
import { type AttributionOutline, countingAgainst, countingFor, firstHops, type Lineage } from "#domain/rules/chain.ts";
import { STANCE_CODES, type Stance } from "#domain/vocabulary/claims.ts";

const attribution = (id: string, stance: Stance, ...chain: string[]): AttributionOutline => ({
  id,
  stance,
  articleId: `article of ${id}`,
  chain,
});

describe("what counts", () => {
  const one = (stance: Stance) => [attribution("a", stance, "mayor")];

  it.each(STANCE_CODES)("%s", (stance) => {
    const counts = ["asserts", "confirms", "claims-responsibility", "blames"].includes(stance);
    expect(countingFor(one(stance))).toHaveLength(counts ? 1 : 0);
    expect(countingAgainst(one(stance))).toHaveLength(stance === "denies" ? 1 : 0);
    expect(firstHops(one(stance))).toEqual(counts ? ["mayor"] : []);
  });
});

describe("firstHops", () => {
  it("takes each beginning once, however many chains lead from it", () => {
    expect(
      firstHops([
        attribution("a", "asserts", "front", "monitor", "northwire"),
        attribution("b", "asserts", "front", "al bahr"),
        attribution("c", "confirms", "residents", "northwire"),
      ]),
    ).toEqual(["front", "residents"]);
  });

  it("takes an article with no chain as a beginning of its own", () => {
    expect(firstHops([attribution("a", "asserts"), attribution("b", "asserts")])).toEqual([
      "article of a",
      "article of b",
    ]);
  });

  it("does not count denials, silence or guesses", () => {
    expect(
      firstHops([
        attribution("a", "denies", "mayor"),
        attribution("b", "declines-comment", "ministry"),
        attribution("c", "speculates", "analyst"),
        attribution("d", "unable-to-verify", "northwire"),
      ]),
    ).toEqual([]);
  });
});

describe("firstHops of articles that were made from others", () => {
  const OUTLETS: Record<string, string> = { wire: "northwire", paper: "harbour", other: "halcyon", copy: "courier" };
  const lineage = (...made: [articleId: string, fromId: string][]): Lineage => ({
    derivations: made.map(([articleId, fromId]) => ({ articleId, fromId })),
    outletOf: (articleId) => OUTLETS[articleId] ?? null,
  });
  const said = (articleId: string, ...chain: string[]): AttributionOutline => ({
    id: `${articleId} ${chain}`,
    stance: "asserts",
    articleId,
    chain,
  });
  const own = (articleId: string) => said(articleId, OUTLETS[articleId] ?? "");

  it("takes the same story printed twice for one beginning", () => {
    const both = [own("wire"), own("paper")];
    expect(firstHops(both, lineage())).toEqual(["northwire", "harbour"]);
    expect(firstHops(both, lineage(["paper", "wire"]))).toEqual(["northwire"]);
  });

  it("follows links to the article that all began with, whether anything was marked in it or not", () => {
    const made = lineage(["paper", "wire"], ["copy", "paper"], ["other", "wire"]);
    expect(firstHops([own("wire"), own("copy"), own("other")], made)).toEqual(["northwire"]);
    expect(firstHops([own("copy"), own("other")], made)).toEqual(["northwire"]);
    expect(firstHops([own("copy")], made)).toEqual(["northwire"]);
  });

  it("counts the copy to whom the original names", () => {
    const made = lineage(["paper", "wire"]);
    expect(firstHops([said("wire", "front", "northwire"), own("paper")], made)).toEqual(["front"]);
    const several = [said("wire", "front", "northwire"), said("wire", "mayor", "northwire"), own("paper")];
    expect(firstHops(several, made)).toEqual(["front", "mayor"]);
  });

  it("takes a copy that names the outlet of the original for the voice of the original", () => {
    const made = lineage(["paper", "wire"]);
    expect(firstHops([said("wire", "front", "northwire"), said("paper", "northwire", "harbour")], made)).toEqual([
      "front",
    ]);
    expect(firstHops([said("paper", "northwire", "harbour")], made)).toEqual(["northwire"]);
  });

  it("leaves a copy what it has from somebody of its own", () => {
    const made = lineage(["paper", "wire"]);
    expect(firstHops([said("wire", "front", "northwire"), said("paper", "mayor", "harbour")], made)).toEqual([
      "front",
      "mayor",
    ]);
  });

  it("takes what the article in between has of its own, and not what only the first has", () => {
    const made = lineage(["paper", "wire"], ["copy", "paper"]);
    const given = [said("wire", "front", "northwire"), said("paper", "mayor", "harbour"), own("copy")];
    expect(firstHops(given.slice(1), made)).toEqual(["mayor"]);
    expect(firstHops(given, made)).toEqual(["front", "mayor"]);
  });

  it("counts an article that was made from two as one voice where neither says it", () => {
    const made = lineage(["copy", "wire"], ["copy", "paper"]);
    expect(firstHops([own("copy")], made)).toHaveLength(1);
    expect(firstHops([own("copy"), own("paper")], made)).toEqual(["harbour"]);
  });

  it("takes an original without an outlet and without a chain for its own beginning", () => {
    const made = lineage(["paper", "field note"]);
    expect(firstHops([said("field note"), said("paper")], made)).toEqual(["field note"]);
    expect(firstHops([said("paper")], made)).toEqual(["field note"]);
  });

  it("takes the articles of a circle for one beginning, and what was made from them for the same", () => {
    const circle = lineage(["wire", "paper"], ["paper", "wire"]);
    expect(firstHops([own("wire"), own("paper")], circle)).toEqual(["harbour"]);
    expect(firstHops([own("wire")], circle)).toEqual(["harbour"]);
    const below = lineage(["copy", "wire"], ["wire", "paper"], ["paper", "wire"]);
    expect(firstHops([own("copy")], below)).toEqual(["harbour"]);
    expect(firstHops([own("wire"), own("paper"), own("copy")], below)).toEqual(["harbour"]);
  });

  it("takes a circle that was made from another article for what that one is", () => {
    const made = lineage(["wire", "paper"], ["paper", "copy"], ["copy", "wire"], ["paper", "other"]);
    expect(firstHops([own("wire"), own("paper"), own("copy"), own("other")], made)).toEqual(["halcyon"]);
    expect(firstHops([own("wire"), own("copy"), said("other", "front", "halcyon")], made)).toEqual(["front"]);
  });

  it("counts the articles of a circle to whom any of them names", () => {
    const circle = lineage(["wire", "paper"], ["paper", "wire"]);
    expect(firstHops([own("wire"), said("paper", "front", "harbour")], circle)).toEqual(["front"]);
  });

  it("takes no notice of an article that was made from itself", () => {
    expect(firstHops([own("wire"), own("paper")], lineage(["wire", "wire"]))).toEqual(["northwire", "harbour"]);
  });

  it("counts many articles that were each made from all earlier ones", () => {
    const ids = Array.from({ length: 200 }, (_, index) => `update ${String(index).padStart(3, "0")}`);
    const made = lineage(
      ...ids.flatMap((id, index) => ids.slice(0, index).map((from): [string, string] => [id, from])),
    );
    const updates = ids.map((id) => said(id));
    expect(firstHops(updates, made)).toEqual(["update 000"]);
    expect(firstHops(updates.slice(100), made)).toEqual(["update 000"]);
    const [first = said("update 000"), ...later] = updates;
    expect(firstHops([...later, { ...first, chain: ["front", "mayor"] }], made)).toEqual(["front"]);
  });

  it("counts a line of many articles, and a circle of as many", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `update ${String(index).padStart(5, "0")}`);
    const line = ids.slice(1).map((id, index): [string, string] => [id, ids[index] ?? ""]);
    const updates = ids.map((id) => said(id));
    expect(firstHops(updates, lineage(...line))).toEqual(["update 00000"]);
    expect(firstHops(updates, lineage(...line, ["update 00000", "update 19999"]))).toEqual(["update 00000"]);
  });
});
