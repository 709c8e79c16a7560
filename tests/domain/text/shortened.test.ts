import { describe, expect, it } from "vitest";
import { shortened } from "#domain/text/shortened.ts";

describe("a title that is named within a sentence", () => {
  it("is whole where it is short, and else cut at a word, which is said", () => {
    expect(shortened("The ferry was not stopped", 25)).toBe("The ferry was not stopped");
    expect(shortened("The ferry was not stopped", 24)).toBe("The ferry was not…");
    expect(shortened("The ferry was not stopped", 17)).toBe("The ferry was not…");
    expect(shortened("The ferry was not stopped", 16)).toBe("The ferry was…");
    expect(shortened("", 0)).toBe("");
    expect(shortened(`${"a".repeat(60)}b`)).toBe(`${"a".repeat(60)}…`);
  });

  it("is cut between characters where no word ends in its second half, and never within one", () => {
    expect(shortened("A Donaudampfschifffahrt", 10)).toBe("A Donaudam…");
    expect(shortened("夜明け前、国境の町で", 4)).toBe("夜明け前…");
    expect(shortened("⛵🚢🚢🚢🚢", 3)).toBe("⛵🚢🚢…");
    // A flag is two code points, a family joined of seven, an e with two accents of three.
    expect(shortened("🇲🇱🇫🇷🇹🇩", 3)).toBe("🇲🇱…");
    expect(shortened("ab👨‍👩‍👧‍👦cd", 5)).toBe("ab…");
    expect(shortened("xe\u0301\u0323y", 3)).toBe("x…");
  });

  it("is short also where it is one endless character, and takes no longer where it is endless", () => {
    expect(shortened(`e${"\u0301".repeat(1_000_000)}`, 10)).toBe(`e${"\u0301".repeat(9)}…`);
    expect(shortened("🚢".repeat(20_000_000), 2)).toBe("🚢🚢…");
  });
});
