import { describe, expect, it } from "vitest";
import { Line, Name, PartialDate, Prose } from "#domain/nouns/common.ts";

describe("PartialDate", () => {
  it.each(["2025", "2025-05", "2025-05-16", "2025-05-16T05:30", "2024-02-29", "2000-02-29", "2025-12-31T23:59"])(
    "takes %s",
    (date) => {
      expect(PartialDate.safeParse(date).success).toBe(true);
    },
  );

  it.each([
    "",
    "25",
    "2025-5",
    "2025-13",
    "2025-00",
    "2025-05-32",
    "2025-02-29",
    "2025-02-31",
    "1900-02-29",
    "2025-04-31T10:00",
    "2025-05T10:00",
    "2025-05-16T24:00",
    "2025-05-16T05:60",
    "2025-05-16T05:30:00",
    "16 May 2025",
    "2025-05-16 ",
  ])("refuses %j with a sentence", (date) => {
    const { error } = PartialDate.safeParse(date);
    expect(error?.issues[0]?.message).toMatch(/^A date is written as|^The month has no such day\.$/);
  });

  it("names the day that the month does not have", () => {
    expect(PartialDate.safeParse("2025-02-31").error?.issues.map((issue) => issue.message)).toEqual([
      "The month has no such day.",
    ]);
  });
});

describe("lines and prose", () => {
  it("lose the white space around them", () => {
    expect(Line.parse("  two words ")).toBe("two words");
    expect(Prose.parse("\n a\n b \n")).toBe("a\n b");
  });

  it("refuse a line break inside a line and a name of nothing", () => {
    expect(Line.safeParse("one\ntwo").success).toBe(false);
    expect(Name.safeParse("   ").error?.issues[0]?.message).toBe("A name is needed.");
  });

  it("refuse what is too long", () => {
    expect(Line.safeParse("a".repeat(2_000)).success).toBe(true);
    expect(Line.safeParse("a".repeat(2_001)).success).toBe(false);
  });
});
