import { entriesPage, entryAt, historyState } from "../store/histories.ts";
import type { Desk } from "./desk.ts";
import { found } from "./found.ts";
import type { Implementer } from "./implementer.ts";

export function historyProcedures(os: Implementer["history"], desk: Desk) {
  return {
    state: os.state.handler(() => historyState(desk.readable)),
    undo: os.undo.handler(({ input }) => {
      const entry = desk.file.journal.undo(desk.author, input.expecting);
      desk.tell(entry);
      return { ...historyState(desk.readable), label: entry.label };
    }),
    redo: os.redo.handler(() => {
      const entry = desk.file.journal.redo(desk.author);
      desk.tell(entry);
      return { ...historyState(desk.readable), label: entry.label };
    }),
    list: os.list.handler(({ input }) => entriesPage(desk.readable, { ...input, about: input.about })),
    get: os.get.handler(({ input }) => found(entryAt(desk.readable, input.sequence), "entry", String(input.sequence))),
  };
}
