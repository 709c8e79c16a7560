import { describe, expect, it } from "vitest";
import { titleFirst } from "../../renderer/frame/title-first.ts";

const inOrder = (typed: string, titles: readonly string[]) => titleFirst(titles, (title) => title, typed);

describe("articles whose title is typed", () => {
  it("come before those that hold the words elsewhere", () => {
    expect(inOrder("market in lak", ["Boats on the river", "Market burns in Laketown"])).toEqual([
      "Market burns in Laketown",
      "Boats on the river",
    ]);
  });

  it("come first where the words stand in a row, the last unfinished", () => {
    expect(inOrder("market in lak", ["In Laketown, a market burns", "Fire at the Märket in Laketown"])).toEqual([
      "Fire at the Märket in Laketown",
      "In Laketown, a market burns",
    ]);
  });

  it("keep the order of the search where they are equal", () => {
    expect(inOrder("market", ["Market two", "Market one", "Others"])).toEqual(["Market two", "Market one", "Others"]);
  });
});
