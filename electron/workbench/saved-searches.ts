import type { SavedSearch } from "#domain/nouns/library.ts";
import { shortened } from "#domain/text/shortened.ts";
import { savedSearches, savedSearchNamed } from "../store/saved-searches.ts";
import type { Desk } from "./desk.ts";
import { foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

export function savedSearchProcedures(os: Implementer["savedSearches"], desk: Desk) {
  return {
    list: os.list.handler(() => savedSearches(desk.readable)),

    save: os.save.handler(({ input }) => {
      const before = savedSearchNamed(desk.readable, input.name);
      const saved: SavedSearch = {
        id: before?.id ?? newId(),
        name: input.name,
        query: input.query,
        createdAt: before?.createdAt ?? now(),
      };
      return desk.run(`save the search “${shortened(saved.name)}”`, (transaction) => {
        transaction.put("saved_search", saved);
        return { savedSearchId: saved.id };
      });
    }),

    remove: os.remove.handler(({ input }) => {
      const saved = foundRow(desk.readable, "saved_search", input.id);
      return desk.run(`remove the search “${shortened(saved.name)}”`, (transaction) => {
        transaction.remove("saved_search", saved.id);
        return {};
      });
    }),
  };
}
