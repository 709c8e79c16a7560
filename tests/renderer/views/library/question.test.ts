import { describe, expect, it } from "vitest";
import { parseQuery } from "#domain/search/parse-query.ts";
import {
  inWords,
  isAsked,
  NO_QUESTION,
  turned,
  valuesOf,
  withCollections,
} from "../../../../renderer/views/library/question.ts";

const northwire = { value: "0199d0c0-0000-7000-8000-000000000001", label: "Northwire" };
const harbour = { value: "0199d0c0-0000-7000-8000-000000000002", label: 'Harbour "Evening" Post' };

describe("a question to the library", () => {
  it("turns a value on and off again, and leaves the others", () => {
    const one = turned({}, "outlet", northwire);
    const two = turned(one, "outlet", harbour);
    expect(valuesOf(two)).toEqual({ outlet: [northwire.value, harbour.value] });
    expect(valuesOf(turned(two, "outlet", northwire))).toEqual({ outlet: [harbour.value] });
    expect(valuesOf(turned(one, "outlet", northwire))).toEqual({});
  });

  it("calls collections what they are called now, and asks for none that are gone", () => {
    const none = { value: "", label: "No collection" };
    const week = { value: northwire.value, label: "The week" };
    const gone = { value: harbour.value, label: "Removed since" };
    const question = { typed: "raid", chosen: { outlet: [harbour], collection: [none, week, gone] } };
    expect(withCollections(question, [{ id: week.value, name: "The lake week" }])).toEqual({
      typed: "raid",
      chosen: { outlet: [harbour], collection: [none, { value: week.value, label: "The lake week" }] },
    });
    expect(isAsked(withCollections({ typed: "", chosen: { collection: [gone] } }, []))).toBe(false);
    expect(withCollections(NO_QUESTION, [])).toBe(NO_QUESTION);
  });

  it("is asked where anything was typed or chosen", () => {
    expect(isAsked(NO_QUESTION)).toBe(false);
    expect(isAsked({ typed: "  ", chosen: { tag: [] } })).toBe(false);
    expect(isAsked({ typed: "raid", chosen: {} })).toBe(true);
    expect(isAsked({ typed: "", chosen: { tag: [{ value: "x", label: "x" }] } })).toBe(true);
  });

  it("becomes one line of words that says the same", () => {
    expect(inWords({ typed: " raid ", chosen: { outlet: [northwire] } })).toBe('raid outlet:"Northwire"');
    expect(inWords({ typed: "raid OR ferry", chosen: { language: [{ value: "fr", label: "French" }] } })).toBe(
      "(raid OR ferry) lang:fr",
    );
    expect(inWords({ typed: "raid OR ferry", chosen: {} })).toBe("raid OR ferry");
    expect(inWords({ typed: "", chosen: { outlet: [northwire, harbour] } })).toBe(
      '(outlet:"Northwire" OR outlet:"Harbour  Evening  Post")',
    );
  });

  it("says in words what stands for none, where words can", () => {
    const none = { value: "", label: "None" };
    for (const facet of ["month", "verdict", "tag"] as const) {
      expect(inWords({ typed: "", chosen: { [facet]: [none] } })).toMatch(/^NOT has:/);
    }
    for (const facet of ["outlet", "language", "collection"] as const) {
      expect(inWords({ typed: "raid", chosen: { [facet]: [none] } })).toBeNull();
    }
  });

  it("can always be asked as it was written down", () => {
    const written = inWords({
      typed: '"river post" OR clerk',
      chosen: {
        outlet: [harbour],
        month: [
          { value: "2025-05", label: "May 2025" },
          { value: "", label: "No date" },
        ],
        verdict: [{ value: "disputed", label: "Disputed" }],
        tag: [{ value: "to check", label: "to check" }],
        collection: [{ value: harbour.value, label: "The week (first half)" }],
        copies: [{ value: "none", label: "No copies known" }],
        provenance: [{ value: "partial", label: "Partial" }],
      },
    });
    expect(parseQuery(written ?? "").complaint).toBeNull();
  });
});
