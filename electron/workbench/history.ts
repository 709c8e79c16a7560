import type { Stepped } from "#domain/contract/history.ts";
import { Problem } from "#domain/problems.ts";
import { entriesPage, entryAt, historyState, nextStep, partsLeft } from "../store/histories.ts";
import type { Desk } from "./desk.ts";
import { found } from "./found.ts";
import type { Implementer } from "./implementer.ts";
import { underWay } from "./in-parts.ts";

export function historyProcedures(os: Implementer["history"], desk: Desk) {
  return {
    state: os.state.handler(() => historyState(desk.readable)),
    undo: os.undo.handler(({ input, signal }) => {
      const { expecting } = input;
      if (expecting !== undefined && historyState(desk.readable).sequence !== expecting) {
        throw new Problem("CONFLICT", "Something else was done since. Undo takes that back first, step by step.", {});
      }
      return step(desk, "undo", signal);
    }),
    redo: os.redo.handler(({ signal }) => step(desk, "redo", signal)),
    list: os.list.handler(({ input }) => entriesPage(desk.readable, { ...input, about: input.about })),
    get: os.get.handler(({ input }) => found(entryAt(desk.readable, input.sequence), "entry", String(input.sequence))),
  };
}

/**
 * Takes back, or does again, what is next: one entry, or all parts of a piece of work that lie together. Something else
 * that was done meanwhile lies on top of the rest, which then waits for its turn.
 */
async function step(desk: Desk, way: "undo" | "redo", leaves: AbortSignal | undefined): Promise<Stepped> {
  const { file } = desk;
  const one = () => {
    const entry = file.journal[way](desk.author);
    desk.tell(entry);
    return entry.label;
  };
  const next = nextStep(file.readable, way);
  if (next?.work == null) return { label: one(), isWhole: true, ...historyState(file.readable) };

  const { work: id, label } = next;
  if (desk.works.isRunning(id)) {
    throw new Problem("CONFLICT", `“${label}” is still under way. Let it come to its end, or stop it first.`, {});
  }
  const total = partsLeft(file.readable, way, id);
  await underWay(desk, { id, label: IN_WORDS[way](label), leaves }, async (work, tell) => {
    for (let done = 1; !work.isStopped && nextStep(file.readable, way)?.work === id; done++) {
      one();
      await tell(done, total);
      desk.mustStillBe(file);
    }
  });
  return { label, isWhole: partsLeft(file.readable, way, id) === 0, ...historyState(file.readable) };
}

const IN_WORDS = {
  undo: (label: string) => `take back: ${label}`,
  redo: (label: string) => `do again: ${label}`,
} as const;
