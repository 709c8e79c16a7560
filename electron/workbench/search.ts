import { Problem } from "#domain/problems.ts";
import { parseQuery } from "#domain/search/parse-query.ts";
import { searchNoun } from "../store/search.ts";
import type { Desk } from "./desk.ts";
import type { Implementer } from "./implementer.ts";

export function searchProcedures(os: Implementer["search"], desk: Desk) {
  return {
    everywhere: os.everywhere.handler(({ input }) => {
      const { readable } = desk;
      if (input.after !== null && input.nouns.length > 1) {
        throw new Problem("NOT_ALLOWED", "Further hits are asked for one kind of thing at a time.", { field: "after" });
      }
      const { query, complaint } = parseQuery(input.query);
      // Where nothing is asked, nothing is found.
      if (query === null) return { groups: [], complaint };
      return { groups: input.nouns.map((noun) => searchNoun(readable, noun, query, input)), complaint: null };
    }),
  };
}
