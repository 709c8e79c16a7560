import { finish } from "#domain/contract/base.ts";
import { Problem } from "#domain/problems.ts";
import type { CaseFile } from "../store/case-file.ts";
import { findCopiesOf } from "./copies.ts";
import type { Desk } from "./desk.ts";
import { newId } from "./ids.ts";

/** How long nothing more must have come before copies are looked for, in milliseconds. */
const QUIET = 600;

/**
 * Looks for copies of texts that come one by one, pasted or from a program, once no more of them come; whoever brought one
 * in does not wait for it. What is missed because the case was closed is found by the next search through the whole case.
 */
export class LaterCopies {
  readonly #desk: Desk;
  #file: CaseFile | null = null;
  #hashes: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Takes in the hash of a text that is new in a case. */
  add(file: CaseFile, textSha256: string): void {
    if (this.#file !== file) this.#hashes = [];
    this.#file = file;
    this.#hashes.push(textSha256);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), QUIET);
    // No process stays for this alone.
    this.#timer.unref();
  }

  async #search(): Promise<void> {
    const file = this.#file;
    const hashes = this.#hashes.splice(0);
    if (!file || this.#desk.fileIfOpen !== file) return;
    try {
      await finish(findCopiesOf(this.#desk, file, hashes, undefined));
    } catch (error) {
      // Another case has come to the desk meanwhile.
      if (!(error instanceof Problem)) this.#desk.options.reportDefect(error, newId());
    }
  }
}
