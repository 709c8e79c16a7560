import { describe, expect, it } from "vitest";
import { addressOf, parseRoute } from "../../renderer/route.ts";

describe("an address", () => {
  it("leads back to where it was made", () => {
    const route = { view: "read", id: "a/b ü", mark: "m&1" } as const;
    expect(parseRoute(addressOf(route))).toEqual(route);
  });

  it("leads to the start where it is none of ours", () => {
    for (const hash of ["", "#", "#/nowhere/1", "#view", "javascript:alert(1)"]) {
      expect(parseRoute(hash).view).toBe("start");
    }
  });

  it("survives a broken escape", () => {
    expect(parseRoute("#/read/%E0%A4%A")).toEqual({ view: "read", id: null, mark: null });
  });
});
