import { describe, expect, it } from "vitest";
import { type DraftHop, hopInput, hopOf, moved, newHop, withHop } from "../../../renderer/claim/hops.ts";

const outlet = hopOf({ id: "outlet", name: "Northwire", kind: "wire", grade: "A" });
const names = (chain: readonly DraftHop[]) => chain.map(({ name }) => name);

describe("withHop", () => {
  it("puts sources before the article's own outlet, in the order in which they come", () => {
    const first = withHop([outlet], newHop("Reed Front"), "outlet");
    expect(names(withHop(first, newHop("Lakeside Monitor"), "outlet"))).toEqual([
      "Reed Front",
      "Lakeside Monitor",
      "Northwire",
    ]);
  });

  it("puts a source last where the chain does not end with the outlet", () => {
    expect(names(withHop([newHop("Mayor")], newHop("Radio"), "outlet"))).toEqual(["Mayor", "Radio"]);
    expect(names(withHop([newHop("Mayor")], newHop("Radio"), null))).toEqual(["Mayor", "Radio"]);
  });

  it("gives a source that is there already only the words", () => {
    const chain = withHop(
      [newHop("Reed Front", [{ start: 0, end: 10 }])],
      newHop("reed front", [{ start: 20, end: 30 }]),
      null,
    );
    expect(chain).toHaveLength(1);
    expect(chain[0]?.ranges).toEqual([
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ]);
  });
});

describe("moved", () => {
  it("moves a hop and keeps the order of the others", () => {
    const chain = ["a", "b", "c"].map((name) => newHop(name));
    expect(names(moved(chain, 0, 2))).toEqual(["b", "c", "a"]);
    expect(names(moved(chain, 2, 0))).toEqual(["c", "a", "b"]);
    expect(names(moved(chain, 0, -1))).toEqual(["a", "b", "c"]);
  });
});

it("gives the workbench an id for a known source and a name for a new one", () => {
  expect(hopInput(outlet).source).toEqual({ id: "outlet" });
  expect(hopInput(newHop("  Two\n residents "))).toMatchObject({ source: { name: "Two residents", kind: "other" } });
});
