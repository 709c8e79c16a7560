import { describe, expect, it } from "vitest";
import { addressOf, parseRoute } from "../../renderer/route.ts";

describe("an address", () => {
  it("leads back to where it was made", () => {
    const route = {
      view: "read",
      id: "a/b ü",
      mark: "m&1",
      at: { start: 3, end: 12 },
      query: "“a b” AND é",
      with: "o=1",
      revision: "r&2",
    } as const;
    expect(parseRoute(addressOf(route))).toEqual(route);
  });

  it("leads to the start where it is none of ours", () => {
    for (const hash of ["", "#", "#/nowhere/1", "#view", "javascript:alert(1)"]) {
      expect(parseRoute(hash).view).toBe("start");
    }
  });

  it("leads to no words that stand nowhere", () => {
    for (const at of ["12-3", "5-5", "a-b", "-4", "1e3-2e3"]) expect(parseRoute(`#/read/1?at=${at}`).at).toBeNull();
  });

  it("survives a broken escape", () => {
    expect(parseRoute("#/read/%E0%A4%A")).toMatchObject({ view: "read", id: null });
  });
});
