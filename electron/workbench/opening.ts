import path from "node:path";
import type { OpenCase } from "#domain/contract/cases.ts";
import { Problem } from "#domain/problems.ts";
import { isSameFile } from "../store/case-file.ts";

/** Opens the case at a whole path and puts it on the desk; gives null where `ending` stopped that, with the file closed. */
export type Open = (place: string, ending: AbortSignal) => Promise<OpenCase | null>;

interface Turn {
  place: string;
  opened: Promise<OpenCase>;
  ending: AbortController;
}

/** How cases come to a desk: one is opened at a time, and whoever asks last has the last word. */
export class Opening {
  readonly #tell: (place: string | null) => void;
  /** The case that was asked for last, until it is open or refused; null for none. */
  #turn: Turn | null = null;
  /** The path of the case whose file is held, since it is being opened; null for none. */
  #held: string | null = null;

  /** `tell` is told the whole path of each case whose turn comes, and null when its turn is over. */
  constructor(tell: (place: string | null) => void) {
    this.#tell = tell;
  }

  /**
   * Who asks for a case that is being opened is given the same; who asks for another ends that, and has its turn when the
   * file of the one before is closed. Throws a problem where the opening is stopped.
   */
  inTurn(place: string, open: Open): Promise<OpenCase> {
    const whole = path.resolve(place);
    const before = this.#turn;
    if (before?.place === whole && !before.ending.signal.aborted) return before.opened;
    this.stop();
    const ending = new AbortController();
    const opened = this.#opened(whole, open, ending.signal, before).finally(() => {
      if (this.#turn?.opened === opened) this.#turn = null;
    });
    this.#turn = { place: whole, opened, ending };
    return opened;
  }

  /** The case that is being opened is not wanted any more. */
  stop(): void {
    this.#turn?.ending.abort();
  }

  /** Ends when no case is being opened, whatever became of it. */
  async over(): Promise<void> {
    await this.#turn?.opened.catch(() => null);
  }

  /** Whether a path leads to the file of the case that is being opened, by whatever name. */
  holds(place: string): boolean {
    return this.#held !== null && isSameFile(this.#held, place);
  }

  async #opened(place: string, open: Open, ending: AbortSignal, before: Turn | null): Promise<OpenCase> {
    await before?.opened.catch(() => null);
    const opened = ending.aborted ? null : await this.#hold(place, () => open(place, ending));
    if (opened) return opened;
    const sentence = `The opening of “${path.basename(place)}” was stopped. Nothing of the case is lost.`;
    throw new Problem("STOPPED", sentence, {});
  }

  async #hold<Result>(place: string, act: () => Promise<Result>): Promise<Result> {
    this.#held = place;
    this.#tell(place);
    try {
      return await act();
    } finally {
      this.#held = null;
      this.#tell(null);
    }
  }
}
