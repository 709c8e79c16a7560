import { describe, expect, it } from "vitest";
import { likelyOriginal, type Provenanced } from "#domain/likeness/derivation.ts";

const article = (fields: Partial<Provenanced>): Provenanced => ({
  outlet: null,
  outletKind: null,
  published: null,
  credits: [],
  ...fields,
});

describe("likelyOriginal", () => {
  const wire = article({ outlet: "Northwire", outletKind: "wire", published: "2031-05-02" });
  const paper = article({ outlet: "Daily Harbour", outletKind: "outlet", published: "2031-05-01" });

  it("believes a credit line before all else", () => {
    const printed = { ...wire, outlet: "Halcyon", credits: ["(Daily Harbour)"] };
    expect(likelyOriginal(paper, printed)).toEqual({ original: "one", because: "credit" });
    expect(likelyOriginal(printed, paper)).toEqual({ original: "other", because: "credit" });
  });

  it("asks for the whole name, in whatever letters, and not for the article's own", () => {
    const credited = (credits: string) => likelyOriginal(wire, { ...paper, credits: [credits] })?.because;
    expect(credited("OURE CITY (NORTHWIRE) –")).toBe("credit");
    expect(credited("By Northwires staff")).toBe("wire");
    expect(likelyOriginal({ ...wire, outletKind: null, credits: ["Northwire"] }, paper)?.because).toBe("date");
    expect(likelyOriginal(article({ outlet: "A.B (C" }), article({ credits: ["via a.b (c"] }))?.because).toBe("credit");
  });

  it("falls back on the next sign where each names the other", () => {
    expect(likelyOriginal({ ...wire, credits: ["Daily Harbour"] }, { ...paper, credits: ["Northwire"] })).toEqual({
      original: "one",
      because: "wire",
    });
  });

  it("takes the agency before the earlier date", () => {
    expect(likelyOriginal(paper, wire)).toEqual({ original: "other", because: "wire" });
  });

  it("compares dates as far as both reach", () => {
    const at = (published: string | null) => article({ published });
    expect(likelyOriginal(at("2031-05-01"), at("2031-05-02T04:00"))).toEqual({ original: "one", because: "date" });
    expect(likelyOriginal(at("2031-05-03"), at("2031-05-02"))).toEqual({ original: "other", because: "date" });
    expect(likelyOriginal(at("2031-05"), at("2031-05-02"))).toBeNull();
    expect(likelyOriginal(at(null), at("2031-05-02"))).toBeNull();
  });
});
