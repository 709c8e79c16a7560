import { describe, expect, it } from "vitest";
import { dateInWords, instantInWords, publishedInWords } from "../../renderer/dates.ts";

describe("dates in words", () => {
  it("say as much as is known", () => {
    expect(["2025", "2025-05", "2025-05-06", "2025-05-16T05:30"].map(dateInWords)).toEqual([
      "2025",
      "May 2025",
      "6 May 2025",
      "16 May 2025, 05:30",
    ]);
  });

  it("name the zone of a moment", () => {
    expect(["2025-05", "2025-05-16T05:30"].map(publishedInWords)).toEqual(["May 2025", "16 May 2025, 05:30 UTC"]);
    expect(instantInWords("2025-12-31T23:59:59.999Z")).toBe("31 Dec 2025, 23:59 UTC");
  });
});
