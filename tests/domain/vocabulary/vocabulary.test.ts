import { describe, expect, it } from "vitest";
import { CREDIBILITIES, RELIABILITIES } from "#domain/vocabulary/admiralty.ts";
import * as claims from "#domain/vocabulary/claims.ts";
import { CONFIDENCES, LIKELIHOODS } from "#domain/vocabulary/likelihood.ts";
import { ACCESSES, SOURCE_KINDS } from "#domain/vocabulary/sources.ts";
import { codesOf, type Term, termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS, WORK_STATES } from "#domain/vocabulary/verdicts.ts";

const VOCABULARIES: Record<string, readonly [Term, ...Term[]]> = {
  RELIABILITIES,
  CREDIBILITIES,
  LIKELIHOODS,
  CONFIDENCES,
  VERDICTS,
  WORK_STATES,
  SOURCE_KINDS,
  ACCESSES,
  PREDICATES: claims.PREDICATES,
  POLARITIES: claims.POLARITIES,
  STANCES: claims.STANCES,
  FACTUALITIES: claims.FACTUALITIES,
  QUOTE_MODES: claims.QUOTE_MODES,
  DATE_PRECISIONS: claims.DATE_PRECISIONS,
  PLACE_PRECISIONS: claims.PLACE_PRECISIONS,
  EVIDENCE_RELATIONS: claims.EVIDENCE_RELATIONS,
};

describe.each(Object.entries(VOCABULARIES))("%s", (_, terms) => {
  it("has each code and each label once, and a definition for each", () => {
    expect(new Set(codesOf(terms)).size).toBe(terms.length);
    expect(new Set(terms.map((term) => term.label)).size).toBe(terms.length);
    expect(terms.filter((term) => term.definition.trim() === "")).toEqual([]);
  });
});

describe("the scales of the standards", () => {
  it("have the Admiralty letters and figures in order", () => {
    expect(codesOf(RELIABILITIES)).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(codesOf(CREDIBILITIES)).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("have likelihoods that meet without a gap, from 1 to 99 per cent", () => {
    const ranges: { low: number; high: number }[] = LIKELIHOODS.map(({ low, high }) => ({ low, high }));
    expect(ranges[0]?.low).toBe(1);
    expect(ranges.at(-1)?.high).toBe(99);
    for (const [index, range] of ranges.entries()) {
      expect(range.low).toBeLessThan(range.high);
      if (index > 0) expect(range.low).toBe(ranges[index - 1]?.high);
    }
  });

  it("propose the credibility that goes with each verdict", () => {
    expect(Object.fromEntries(VERDICTS.map(({ code, credibility }) => [code, credibility]))).toEqual({
      untriaged: null,
      unverified: "3",
      corroborated: "2",
      verified: "1",
      disputed: "4",
      refuted: "5",
      unverifiable: "6",
      withdrawn: null,
    });
  });

  it("give each verdict a glyph of its own", () => {
    expect(VERDICTS.map((verdict) => verdict.glyph).join(" ")).toBe("· ◌ ◐ ● ⊘ ✕ ? ↩");
  });
});

describe("termOf", () => {
  it("finds a term by its code and throws where there is none", () => {
    const words: readonly Term[] = WORK_STATES;
    expect(termOf(words, "needs-review").label).toBe("Needs review");
    expect(() => termOf(words, "asleep")).toThrow(RangeError);
  });
});
