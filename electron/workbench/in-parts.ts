import type { DoneInParts } from "#domain/contract/base.ts";
import { Problem } from "#domain/problems.ts";
import type { Transaction } from "../store/journal.ts";
import type { Desk } from "./desk.ts";
import type { Work } from "./works.ts";

/** One entry of the journal holds what was done to at most this many things: about a hundredth of a second. */
const PART = 20;

/** Progress is told at most this often, in milliseconds. */
const TOLD_EVERY = 100;

/**
 * Runs a command on many things: part after part, each an entry of its own, so that nobody waits for all of it, and undone
 * as one. It tells everybody how far it has come, and ends early where it is stopped or `leaves` says that nobody waits for
 * it any more; what was done by then stays. Few things are done at once. `command` is given the things of one part.
 */
export async function runInParts<Item>(
  desk: Desk,
  { label, items, leaves }: { label: string; items: readonly Item[]; leaves: AbortSignal | undefined },
  command: (transaction: Transaction, items: readonly Item[]) => void,
): Promise<DoneInParts> {
  const run = (part: readonly Item[], partOf?: Parameters<Desk["run"]>[2]) =>
    desk.run(
      label,
      (transaction) => {
        command(transaction, part);
        return {};
      },
      partOf,
    ).sequence;
  if (items.length <= PART) return { sequence: run(items), done: items.length };

  const { file } = desk;
  let sequence: number | null = null;
  let done = 0;
  await underWay(desk, { id: undefined, label, leaves }, async (work, tell) => {
    while (done < items.length && !work.isStopped) {
      const part = items.slice(done, done + PART);
      sequence = withWhatStays(done, items.length, () => run(part, { file, work: work.id })) ?? sequence;
      done += part.length;
      await tell(done, items.length);
    }
  });
  return { sequence, done };
}

/** Runs a part. Where it is refused, the problem also says of the parts before that they stay. */
function withWhatStays<Result>(done: number, total: number, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (done === 0 || !(error instanceof Problem)) throw error;
    const { code, message, data } = error;
    throw new Problem(code, `${message} This was the end after ${done} of ${total}; Undo takes those back.`, data);
  }
}

/**
 * Does long work that everybody is told of, from its beginning to its end. `tell` says how far it has come, lets others be
 * answered, and waits where the work is held. It runs under `id` too, where one is given.
 */
export async function underWay<Result>(
  desk: Desk,
  { id, label, leaves }: { id: string | undefined; label: string; leaves: AbortSignal | undefined },
  doing: (work: Work, tell: (done: number, total: number) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const work = desk.works.begin(id, leaves);
  let told = Number.NEGATIVE_INFINITY;
  try {
    return await doing(work, async (done, total) => {
      if (performance.now() - told >= TOLD_EVERY) {
        desk.events.publish("event", { kind: "work", work: work.id, label, progress: { done, total } });
        told = performance.now();
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
      await work.goOn();
    });
  } finally {
    desk.works.end(work);
    desk.events.publish("event", { kind: "work", work: work.id, label, progress: null });
  }
}
