import fc from "fast-check";
import { expect, it } from "vitest";
import { inGenerations } from "#domain/rules/generations.ts";

/** All that can be reached from one, over parents of parents. */
function above(parents: ReadonlyMap<string, readonly string[]>, id: string): Set<string> {
  const found = new Set(parents.get(id));
  for (const next of found) for (const parent of parents.get(next) ?? []) found.add(parent);
  return found;
}

it("names everything once, groups what leads back to itself, and puts all else after its parents", () => {
  const member = fc.constantFrom(..."abcdefgh");
  fc.assert(
    fc.property(fc.array(fc.tuple(member, member), { maxLength: 20 }), (links) => {
      const parents = new Map(
        [...Map.groupBy(links, ([id]) => id)].map(([id, found]) => [id, found.map(([, parent]) => parent)]),
      );
      const groups = inGenerations(parents);
      expect(groups.flat().sort()).toEqual([...new Set(links.flat())].sort());
      const placeOf = new Map(groups.flatMap((group, place) => group.map((id) => [id, place] as const)));
      for (const [id, place] of placeOf) {
        for (const other of above(parents, id)) {
          const isTogether = id === other || above(parents, other).has(id);
          const otherPlace = placeOf.get(other) ?? -1;
          if (isTogether) expect(otherPlace).toBe(place);
          else expect(otherPlace).toBeLessThan(place);
        }
      }
    }),
  );
});
