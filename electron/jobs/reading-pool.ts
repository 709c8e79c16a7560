import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { IncomingFile, ReadingOptions } from "../importing/document.ts";
import type { ReadPart } from "../importing/reading.ts";
import { type FromReader, PARTS_AHEAD, type ToReader, weightOf } from "./messages.ts";

/** The thread's module lies beside this one, in the sources as in a bundle, and has the same kind of name. */
const BESIDE = new URL(`./reading-thread${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** How many files are on their way at once, and how many of them may wait at one thread. */
const FILES_AHEAD = 800;
const FILES_A_THREAD = 400;

/** What one thread may hold in memory, in mebibytes. A file that takes more ends its thread and is reported. */
const MEMORY = 1_536;

/** How long a thread may give no sign of life, in milliseconds, before the file in its hand is given up. */
const PATIENCE = 30_000;

/** How long whoever takes the parts may have waited for them, in milliseconds, before the last thread is begun too. */
const WAITED_LONG = 1_000;

export interface ReadingPoolOptions {
  /** How many threads read at most. One fewer is begun first, so that a core is left to whoever takes what they read. */
  threads: number;
  patience?: number;
  /** What one thread may hold in memory, in mebibytes. */
  memory?: number;
  /** The module that each thread runs. */
  entry?: URL;
}

/** One thing that came out of the file with this index; `part` is null where nothing more comes of it. */
export interface Taken {
  index: number;
  part: ReadPart | null;
}

/** A file that was sent to a thread, and what came of it that nobody has taken yet. */
interface Sent {
  index: number;
  file: IncomingFile;
  parts: ReadPart[];
  isDone: boolean;
  reader: Reader;
}

/**
 * Reads files on threads of their own, several at once, and gives what they are in the order of the files. A file that
 * takes too long, or more memory than there is, costs its thread and nothing else. What nobody takes waits, and then the
 * threads wait too.
 */
export class ReadingPool {
  readonly #options: Required<ReadingPoolOptions>;
  readonly #readers: Reader[] = [];
  #wanted = 1;

  constructor(options: ReadingPoolOptions) {
    this.#options = { patience: PATIENCE, memory: MEMORY, entry: BESIDE, ...options };
  }

  /** Reads files one time through. Whoever stops listening stops the reading. */
  async *read(files: readonly IncomingFile[], options: ReadingOptions): AsyncGenerator<Taken> {
    const sent: Sent[] = [];
    let next = 0;
    let waited = 0;
    let hasBegun = false;
    this.#wanted = Math.max(1, this.#options.threads - 1);
    let wake: () => void = () => {};
    const somethingCame = () => wake();
    const patience = setInterval(
      () => {
        for (const reader of this.#readers) reader.mayHaveHung(this.#options.patience);
      },
      Math.min(1_000, this.#options.patience),
    );
    try {
      while (next < files.length || sent.length > 0) {
        while (next < files.length && sent.length < FILES_AHEAD) {
          const reader = this.#freest();
          const file = files[next];
          if (!reader || !file) break;
          sent.push(reader.send(next, file, options, somethingCame));
          next++;
        }
        const first = sent[0];
        if (!first) break;
        const part = first.parts.shift();
        if (part) {
          first.reader.taken(part);
          yield { index: first.index, part };
        } else if (first.isDone) {
          sent.shift();
          yield { index: first.index, part: null };
        } else {
          const since = performance.now();
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          // That the first thread takes its time to begin says nothing of the files.
          if (hasBegun) waited += performance.now() - since;
          hasBegun = true;
          if (waited > WAITED_LONG) this.#wanted = this.#options.threads;
        }
      }
    } finally {
      clearInterval(patience);
      // What is still being read is wanted by nobody; its thread may be in the middle of it.
      if (sent.some(({ isDone }) => !isDone)) await this.stop();
    }
  }

  /** Ends all threads. The next reading begins new ones. */
  async stop(): Promise<void> {
    await Promise.all(this.#readers.splice(0).map((reader) => reader.end()));
  }

  #freest(): Reader | null {
    const free = this.#readers.filter(({ waiting }) => waiting === 0);
    if (free.length === 0 && this.#readers.length < this.#wanted) {
      const reader = new Reader(this.#options);
      this.#readers.push(reader);
      return reader;
    }
    const [freest] = this.#readers.toSorted((one, other) => one.waiting - other.waiting);
    return freest && freest.waiting < FILES_A_THREAD ? freest : null;
  }
}

interface Waiting extends Sent {
  options: ReadingOptions;
  somethingCame: () => void;
}

/** One thread with the files it was given. When it ends before them, it is begun anew with those that are left. */
class Reader {
  readonly #options: Required<ReadingPoolOptions>;
  readonly #files = new Map<number, Waiting>();
  #worker: Worker;
  #ahead = 0;
  #lastSign = performance.now();
  #isEnding = false;

  constructor(options: Required<ReadingPoolOptions>) {
    this.#options = options;
    this.#worker = this.#begin();
  }

  get waiting(): number {
    return this.#files.size;
  }

  send(index: number, file: IncomingFile, options: ReadingOptions, somethingCame: () => void): Sent {
    if (this.#files.size === 0) this.#lastSign = performance.now();
    const sent: Waiting = { index, file, parts: [], isDone: false, reader: this, options, somethingCame };
    this.#files.set(index, sent);
    this.#tell({ kind: "read", number: index, file, options });
    return sent;
  }

  /** Says that a part was taken, so that another may come. */
  taken(part: ReadPart): void {
    // Parts of a thread that was ended are owed to nobody.
    if (this.#ahead <= 0) return;
    const weight = weightOf(part);
    this.#ahead -= weight;
    this.#lastSign = performance.now();
    this.#tell({ kind: "taken", count: weight });
  }

  /** Gives the file in hand up where nothing was heard of it for so long. A thread that has to wait for us has not hung. */
  mayHaveHung(patience: number): void {
    const hasHung = () =>
      this.#files.size > 0 && this.#ahead < PARTS_AHEAD && performance.now() - this.#lastSign > patience;
    if (!hasHung()) return;
    // Signs of life may lie unread where this thread itself was busy; they are read before a second look.
    setImmediate(() =>
      setImmediate(
        () => hasHung() && this.#giveUp(`took longer than ${Math.round(patience / 1_000)} seconds to read`, null),
      ),
    );
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#worker.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(this.#options.entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memory },
      stdout: true,
      stderr: true,
    });
    // What parsers say to a console is for nobody.
    worker.stdout.resume();
    worker.stderr.resume();
    let cause: unknown = null;
    worker.on("message", (message: FromReader) => this.#hear(message));
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", (code) => {
      if (this.#isEnding || worker !== this.#worker) return;
      if (isOutOfMemory(cause)) this.#giveUp("takes more memory to read than there is", null);
      else
        this.#giveUp(
          "could not be read: its reader failed",
          cause ?? new Error(`The reading thread ended with code ${code}.`),
        );
    });
    return worker;
  }

  #hear(message: FromReader): void {
    this.#lastSign = performance.now();
    const file = this.#files.get(message.number);
    if (!file || message.kind === "begun") return;
    if (message.kind === "part") {
      this.#ahead += weightOf(message.part);
      file.parts.push(message.part);
    } else {
      file.isDone = true;
      this.#files.delete(message.number);
    }
    file.somethingCame();
  }

  /** The first of the files is the one in hand: threads read them in order. */
  #giveUp(why: string, cause: unknown): void {
    const old = this.#worker;
    this.#worker = this.#begin();
    void old.terminate();
    this.#ahead = 0;
    const [inHand, ...others] = this.#files.values();
    this.#files.clear();
    if (inHand) {
      const { name } = inHand.file;
      const sentence = `“${name}” ${why}. Cut it into parts, or save it in another form, and import that.`;
      inHand.parts.push({ kind: "unread", unread: { name, sentence, wantsMapping: false, defect: stackOf(cause) } });
      inHand.isDone = true;
      inHand.somethingCame();
    }
    for (const file of others) {
      this.#files.set(file.index, file);
      this.#tell({ kind: "read", number: file.index, file: file.file, options: file.options });
    }
    this.#lastSign = performance.now();
  }

  #tell(message: ToReader): void {
    this.#worker.postMessage(message);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function stackOf(cause: unknown): string | null {
  if (cause === null) return null;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
