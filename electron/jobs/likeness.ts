import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { FromLikeness, LikeNumbers, SideBySide, ToLikeness } from "./likeness-messages.ts";

/** The thread's module lies beside this one, in the sources as in a bundle, and has the same kind of name. */
const BESIDE = new URL(`./likeness-thread${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** Signatures one behind the other, with the numbers of their texts. */
interface Signatures {
  numbers: readonly number[];
  values: Uint8Array;
}

/** What a search is made of: numbered signatures, and texts by those numbers. All are asked for in small portions. */
export interface LikenessMaterial {
  /**
   * The signatures of the texts for which likes are sought (`fresh`), and then those of all others, some at a time. One
   * of the first that comes again among the others is overlooked there.
   */
  signatures(): Iterable<Signatures & { fresh: boolean }>;
  text(number: number): string;
}

/** A step of a search. `pairs` were found since the last one; there are `PAIRS_AT_ONCE` of them at most. */
export interface LikenessStep {
  done: number;
  total: number;
  pairs: LikeNumbers[];
}

/** How long this thread works on its own part before it lets others have their turn, in milliseconds. */
const TURN = 6;

/**
 * Looks for texts that are alike, on a thread of its own that ends with the search: here only signatures and texts are read
 * and handed over, a few milliseconds at a time. Gives what it found as it goes, and at the end how many pairs were held
 * against each other word by word.
 */
export async function* searchLikeness(
  material: LikenessMaterial,
  signal: AbortSignal | undefined,
): AsyncGenerator<LikenessStep, { compared: number }> {
  const thread = new LikenessThread();
  try {
    let turn = performance.now();
    for (const { fresh, numbers, values } of material.signatures()) {
      const message = { numbers: Int32Array.from(numbers), values: values.slice() };
      thread.tell({ kind: "signatures", fresh, ...message }, [message.numbers.buffer, message.values.buffer]);
      if (performance.now() - turn < TURN) continue;
      await othersTurn();
      turn = performance.now();
      if (signal?.aborted) return { compared: 0 };
    }
    thread.tell({ kind: "search" });
    for (;;) {
      const message = await thread.next();
      if (signal?.aborted) return { compared: 0 };
      if (message.kind === "wants") thread.tell({ kind: "texts", texts: await textsOf(material, message.numbers) });
      else if (message.kind === "searched") yield { done: message.done, total: message.total, pairs: [] };
      else if (message.kind === "alike") {
        yield message;
        thread.tell({ kind: "taken" });
      } else if (message.kind === "finished") return { compared: message.compared };
    }
  } finally {
    await thread.end();
  }
}

/** Holds two texts side by side, on a thread of its own. */
export async function compareOnThread(one: string, other: string): Promise<SideBySide> {
  const thread = new LikenessThread();
  try {
    thread.tell({ kind: "compare", one, other });
    const message = await thread.next();
    if (message.kind !== "compared") throw new Error(`The likeness thread answered “${message.kind}” to a comparison.`);
    return message.result;
  } finally {
    await thread.end();
  }
}

async function textsOf(material: LikenessMaterial, numbers: readonly number[]): Promise<string[]> {
  const texts: string[] = [];
  let turn = performance.now();
  for (const number of numbers) {
    texts.push(material.text(number));
    if (performance.now() - turn < TURN) continue;
    await othersTurn();
    turn = performance.now();
  }
  return texts;
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The thread with what it has said and nobody has heard yet. */
class LikenessThread {
  readonly #worker = new Worker(BESIDE);
  readonly #said: FromLikeness[] = [];
  #failure: Error | null = null;
  #wake: () => void = () => {};

  constructor() {
    this.#worker.on("message", (message: FromLikeness) => {
      this.#said.push(message);
      this.#wake();
    });
    this.#worker.on("error", (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", (code) => this.#fail(new Error(`The likeness thread ended with code ${code}.`)));
  }

  tell(message: ToLikeness, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  /** The next thing it says. Throws where the thread has ended by itself. */
  async next(): Promise<FromLikeness> {
    for (;;) {
      const message = this.#said.shift();
      if (message) return message;
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.#wake();
  }
}
