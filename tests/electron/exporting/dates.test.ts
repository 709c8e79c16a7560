import { describe, expect, it } from "vitest";
import { dateInWords, momentInWords, preciseDateInWords, publishedInWords } from "#electron/exporting/report/dates.ts";

describe("dates in a report", () => {
  it("are written as far as they are known", () => {
    expect(dateInWords("2031")).toBe("2031");
    expect(dateInWords("2031-05")).toBe("May 2031");
    expect(dateInWords("2031-05-06")).toBe("6 May 2031");
    expect(dateInWords("2031-05-06T05:30")).toBe("6 May 2031, 05:30");
    expect(momentInWords("2031-12-31T23:59:58.123Z")).toBe("31 December 2031, 23:59 UTC");
  });

  it("say their precision where they do not show it", () => {
    expect(preciseDateInWords("2031-05-06", "day")).toBe("6 May 2031");
    expect(preciseDateInWords("2031-05-06", "week")).toBe("week of 6 May 2031");
    expect(preciseDateInWords("2031-05-06", "month")).toBe("6 May 2031 (known to the month)");
    expect(preciseDateInWords("2031-05", "month")).toBe("May 2031");
    expect(preciseDateInWords("2031-05-06T05:30", "time")).toBe("6 May 2031, 05:30");
  });

  it("name the zone of the time at which an article was published, beside that time", () => {
    const words = (published: string | null, publishedPrecision: "time" | "day" | "week" | null) =>
      publishedInWords({ published, publishedPrecision });
    expect(words("2031-05-06T20:31", "time")).toBe("6 May 2031, 20:31 UTC");
    expect(words("2031-05-06T20:31", "day")).toBe("6 May 2031, 20:31 UTC (known to the day)");
    expect(words("2031-05-06T20:31", "week")).toBe("week of 6 May 2031, 20:31 UTC");
    expect(words("2031-05-06", "day")).toBe("6 May 2031");
    expect(words("2031-05", "day")).toBe("May 2031 (known to the day)");
    expect(words(null, null)).toBe("undated");
  });
});
