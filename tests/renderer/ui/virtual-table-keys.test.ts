import { act } from "react";
import { describe, expect, it } from "vitest";
import type { KnownRows } from "../../../renderer/rows-in-sight.ts";
import { page, runHook } from "../../support/page.ts";

/** A list of numbered rows, of which the first so many are there. */
function list(question: string, total: number, there: number): KnownRows<string> {
  const row = (position: number) => (position < Math.min(total, there) ? `${question} ${position}` : undefined);
  return {
    question,
    total,
    isPending: false,
    error: null,
    rowAt: row,
    *loaded() {
      for (let position = 0; position < Math.min(total, there); position++) yield [position, row(position) ?? ""];
    },
  };
}

/** The place in a table of such rows, and what was chosen in it. */
async function table(first: KnownRows<string>) {
  page();
  const { usePosition } = await import("../../../renderer/ui/virtual-table-keys.ts");
  const chosen: string[] = [];
  const hook = runHook((rows: KnownRows<string>) => {
    const rest = {
      keyOf: (row: string) => row,
      chosen: chosen.at(-1) ?? null,
      onChoose: (row: string) => chosen.push(row),
    };
    return usePosition(rest, rows, () => {});
  }, first);
  return { ...hook, chosen };
}

describe("a row that is asked for before it is there", () => {
  it("is chosen once it has come", async () => {
    const { draw, answer, chosen } = await table(list("all", 300, 100));
    act(() => void answer().goTo(299));
    expect(chosen).toEqual([]);
    draw(list("all", 300, 300));
    expect(chosen).toEqual(["all 299"]);
  });

  it("is nothing in the answer to another question, nor when the first is asked again", async () => {
    const { draw, answer, chosen } = await table(list("all", 300, 100));
    act(() => void answer().goTo(299));
    draw(list("ferry", 900, 100));
    draw(list("ferry", 900, 900));
    draw(list("all", 300, 300));
    expect(chosen).toEqual([]);
  });
});
