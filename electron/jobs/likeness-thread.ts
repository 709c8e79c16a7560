import { type MessagePort, parentPort } from "node:worker_threads";
import { candidatePairs } from "#domain/likeness/candidates.ts";
import { differenceOf } from "#domain/likeness/difference.ts";
import { areAlike, likenessOf, type Shingles, sortedShingles } from "#domain/likeness/likeness.ts";
import { SIGNATURE_BYTES } from "#domain/likeness/signature.ts";
import { type FromLikeness, type LikeNumbers, PAIRS_AT_ONCE, type ToLikeness } from "./likeness-messages.ts";

/** How many texts are asked for at once, and how many shingles are kept in case they are needed again (four bytes each). */
const TEXTS_AT_ONCE = 48;
const SHINGLES_KEPT = 8_000_000;

/** A thread that looks for texts that are alike, and holds two side by side. It ends when its host ends it. */
function run(host: MessagePort): void {
  const table = new GrowingTable();
  let takeTexts: (texts: string[]) => void = () => {};
  let goOn: () => void = () => {};

  host.on("message", (message: ToLikeness) => {
    switch (message.kind) {
      case "signatures":
        return table.add(message);
      case "search":
        return void search();
      case "texts":
        return takeTexts(message.texts);
      case "taken":
        return goOn();
      case "compare":
        return tell({ kind: "compared", result: sideBySide(message.one, message.other) });
    }
  });

  async function search(): Promise<void> {
    const total = table.fresh;
    const { one, other } = candidatePairs(table.whole(), (done) => tell({ kind: "searched", done, total }));
    const kept = new KeptShingles((numbers) => {
      tell({ kind: "wants", numbers });
      return new Promise((resolve) => {
        takeTexts = resolve;
      });
    });
    // In the order of their texts, so that those that are at hand are needed next.
    const order = Uint32Array.from(one, (_, index) => index).sort(
      (first, second) => (one[first] ?? 0) - (one[second] ?? 0) || (other[first] ?? 0) - (other[second] ?? 0),
    );
    let begun = 0;
    let taken: Promise<void> = Promise.resolve();
    while (begun < order.length) {
      const batch: [number, number][] = [];
      const wanted = new Set<number>();
      // Of thousands of texts that are alike all are soon at hand: then only the number of pairs ends a batch.
      for (; begun < order.length && batch.length < PAIRS_AT_ONCE && wanted.size < TEXTS_AT_ONCE; begun++) {
        const pair = order[begun] ?? 0;
        const numbers: [number, number] = [table.numberAt(one[pair] ?? 0), table.numberAt(other[pair] ?? 0)];
        batch.push(numbers);
        for (const number of numbers) if (!kept.has(number)) wanted.add(number);
      }
      await kept.fetch([...wanted]);
      const pairs = batch.flatMap(([first, second]) => alike(kept, first, second));
      kept.forgetMost();
      // One batch is found while the one before it is written, and no more wait.
      await taken;
      taken = new Promise((resolve) => {
        goOn = resolve;
      });
      tell({ kind: "alike", pairs, done: begun, total: order.length });
    }
    tell({ kind: "finished", compared: order.length });
  }

  function tell(message: FromLikeness): void {
    host.postMessage(message);
  }
}

function alike(kept: KeptShingles, one: number, other: number): LikeNumbers[] {
  const [left, right] = [kept.get(one), kept.get(other)];
  const likeness = likenessOf(left, right);
  return areAlike(left, right, likeness) ? [{ one, other, ...likeness }] : [];
}

function sideBySide(one: string, other: string) {
  return { ...likenessOf(sortedShingles(one), sortedShingles(other)), pieces: differenceOf(one, other) };
}

/** Signatures as they come in, new ones first. */
class GrowingTable {
  readonly #chunks: { numbers: Int32Array; values: Uint8Array }[] = [];
  readonly #new = new Set<number>();
  #numbers = new Int32Array(0);
  #count = 0;

  add({ numbers, values, fresh }: Extract<ToLikeness, { kind: "signatures" }>): void {
    const chunk = fresh ? { numbers, values } : this.#withoutNew(numbers, values);
    this.#chunks.push(chunk);
    this.#count += chunk.numbers.length;
    if (fresh) for (const number of numbers) this.#new.add(number);
  }

  get fresh(): number {
    return this.#new.size;
  }

  /** Those that have not come as new ones before; the others close the ranks, in place. */
  #withoutNew(numbers: Int32Array, values: Uint8Array): { numbers: Int32Array; values: Uint8Array } {
    let kept = 0;
    for (const [place, number] of numbers.entries()) {
      if (this.#new.has(number)) continue;
      numbers[kept] = number;
      if (kept < place)
        values.copyWithin(SIGNATURE_BYTES * kept, SIGNATURE_BYTES * place, SIGNATURE_BYTES * (place + 1));
      kept++;
    }
    return { numbers: numbers.subarray(0, kept), values: values.subarray(0, SIGNATURE_BYTES * kept) };
  }

  /** All that came in, in one piece; what it came in is let go. */
  whole(): { values: Uint32Array; count: number; fresh: number } {
    const bytes = new Uint8Array(SIGNATURE_BYTES * this.#count);
    this.#numbers = new Int32Array(this.#count);
    let at = 0;
    for (const { numbers, values } of this.#chunks.splice(0)) {
      this.#numbers.set(numbers, at);
      bytes.set(values, SIGNATURE_BYTES * at);
      at += numbers.length;
    }
    // Signatures are little-endian, as every machine is that this runs on.
    return { values: new Uint32Array(bytes.buffer), count: this.#count, fresh: this.#new.size };
  }

  numberAt(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}

/** The shingles of texts that were needed lately. */
class KeptShingles {
  readonly #shingles = new Map<number, Shingles>();
  readonly #ask: (numbers: number[]) => Promise<string[]>;
  #size = 0;

  constructor(ask: (numbers: number[]) => Promise<string[]>) {
    this.#ask = ask;
  }

  has(number: number): boolean {
    return this.#shingles.has(number);
  }

  get(number: number): Shingles {
    return this.#shingles.get(number) ?? new Uint32Array(0);
  }

  async fetch(numbers: number[]): Promise<void> {
    if (numbers.length === 0) return;
    for (const [index, text] of (await this.#ask(numbers)).entries()) {
      const shingles = sortedShingles(text);
      this.#shingles.set(numbers[index] ?? 0, shingles);
      this.#size += shingles.length;
    }
  }

  /** Lets the oldest go where there are too many. */
  forgetMost(): void {
    for (const [number, shingles] of this.#shingles) {
      if (this.#size <= SHINGLES_KEPT) return;
      this.#shingles.delete(number);
      this.#size -= shingles.length;
    }
  }
}

if (parentPort === null) throw new Error("The likeness thread is started by the workbench, not by itself.");
run(parentPort);
