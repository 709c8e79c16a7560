import { describe, expect, it } from "vitest";
import { type AttributionOutline, countingAgainst, countingFor, firstHops } from "#domain/rules/chain.ts";
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
