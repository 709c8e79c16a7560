import { newId } from "./ids.ts";

/** Long work that can be held, let go on, and stopped, by an id that whoever started it chose, or by its own. */
export class Works {
  readonly #running = new Map<string, Work>();

  /** Begins work; `end` must be called when it is over. Under an id that runs already it goes by its own alone. */
  begin(id: string | undefined, leaves: AbortSignal | undefined): Work {
    const work = new Work(leaves);
    this.#running.set(work.id, work);
    if (id !== undefined && !this.#running.has(id)) this.#running.set(id, work);
    return work;
  }

  end(work: Work): void {
    for (const [id, running] of this.#running) if (running === work) this.#running.delete(id);
  }

  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  pause(id: string): void {
    this.#running.get(id)?.pause();
  }

  resume(id: string): void {
    this.#running.get(id)?.resume();
  }

  stop(id: string): void {
    this.#running.get(id)?.stop();
  }
}

/** One piece of long work. */
export class Work {
  /** The entries of the journal that it writes carry this, so that they are undone together. */
  readonly id = newId();
  /** Says that somebody wants it to end: who asked for that, or who has left. */
  readonly signal: AbortSignal;
  readonly #stopping = new AbortController();
  #held: { promise: Promise<void>; resume: () => void } | null = null;

  constructor(leaves: AbortSignal | undefined) {
    this.signal = leaves ? AbortSignal.any([leaves, this.#stopping.signal]) : this.#stopping.signal;
    this.signal.addEventListener("abort", () => this.resume(), { once: true });
  }

  get isStopped(): boolean {
    return this.signal.aborted;
  }

  pause(): void {
    if (this.#held || this.isStopped) return;
    let resume = () => {};
    const promise = new Promise<void>((resolve) => {
      resume = resolve;
    });
    this.#held = { promise, resume };
  }

  resume(): void {
    this.#held?.resume();
    this.#held = null;
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** Waits while the work is held. */
  async goOn(): Promise<void> {
    await this.#held?.promise;
  }
}
