/** Long work that can be held and let go on, by the id that whoever started it chose. */
export class Works {
  readonly #held = new Map<string, { promise: Promise<void>; resume: () => void }>();

  pause(work: string): void {
    if (this.#held.has(work)) return;
    let resume = () => {};
    const promise = new Promise<void>((resolve) => {
      resume = resolve;
    });
    this.#held.set(work, { promise, resume });
  }

  resume(work: string): void {
    this.#held.get(work)?.resume();
    this.#held.delete(work);
  }

  /** Waits while the work is held; at once where it is not, or where nobody listens any more. */
  async goOn(work: string | undefined, signal: AbortSignal | undefined): Promise<void> {
    const held = work === undefined ? undefined : this.#held.get(work);
    if (!held || signal?.aborted) return;
    const left = new Promise<void>((resolve) => {
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
    await Promise.race([held.promise, left]);
  }
}
