import { describe, expect, it } from "vitest";
import { EvidenceFields } from "#domain/nouns/assessment.ts";
import { bareClaim, ClaimFields } from "#domain/nouns/claim.ts";
import { RangeInput } from "#domain/nouns/span.ts";

const ID = "01970000-0000-7000-8000-000000000001";

describe("bareClaim", () => {
  it("makes whole, valid fields of a statement alone", () => {
    expect(ClaimFields.parse(bareClaim("Forty soldiers were killed"))).toEqual(bareClaim("Forty soldiers were killed"));
  });

  it("says nothing that the statement does not say", () => {
    const { statement, predicate, polarity, workState, ...others } = bareClaim("It rained");
    expect({ statement, predicate, polarity, workState }).toEqual({
      statement: "It rained",
      predicate: "other",
      polarity: "affirmed",
      workState: "open",
    });
    expect(Object.values(others).every((value) => value === null || value === "")).toBe(true);
  });
});

describe("evidence", () => {
  const evidence = { relation: "supports", primary: true, location: "", comment: "" } as const;

  it("points either into the case or outside it", () => {
    expect(EvidenceFields.safeParse({ ...evidence, target: "article", targetId: ID }).success).toBe(true);
    expect(EvidenceFields.safeParse({ ...evidence, target: "external", targetId: null }).success).toBe(true);
    expect(EvidenceFields.safeParse({ ...evidence, target: "external", targetId: ID }).success).toBe(false);
    expect(EvidenceFields.safeParse({ ...evidence, target: "claim", targetId: null }).success).toBe(false);
  });
});

describe("a range as it enters", () => {
  it("holds at least one character and runs forward", () => {
    expect(RangeInput.safeParse({ start: 0, end: 1 }).success).toBe(true);
    expect(RangeInput.safeParse({ start: 3, end: 3 }).success).toBe(false);
    expect(RangeInput.safeParse({ start: 3, end: 2 }).success).toBe(false);
    expect(RangeInput.safeParse({ start: -1, end: 2 }).success).toBe(false);
    expect(RangeInput.safeParse({ start: 0.5, end: 2 }).success).toBe(false);
  });
});
