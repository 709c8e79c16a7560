import { extname } from "node:path";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { CaseFiles } from "#electron/workbench/workbench.ts";
import type { FileAnswer, FileQuestion, FromThread, ThreadOptions, ToThread } from "./messages.ts";

/** The same functions, answered from another thread. */
type Asynchronous<Interface> = {
  [Name in keyof Interface]: Interface[Name] extends (...given: infer Given) => infer Result
    ? (...given: Given) => Promise<Awaited<Result>>
    : never;
};

/** Files that go past the contract, asked for over the thread. Fails with a `FileRefusal`. */
export type ServiceFiles = Asynchronous<CaseFiles>;

/** Why a file was not given or not taken, as an HTTP status and a sentence. */
export class FileRefusal extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.name = "FileRefusal";
    this.status = status;
  }
}

/** How a service thread came to its end without being told to. */
export interface UnexpectedEnd {
  /** False where it never came as far as to answer; to start another would end the same way. */
  wasReady: boolean;
  error: unknown;
  /** The path of the case that was open; null for none. */
  openCase: string | null;
  /** The path of the case that was being opened; null for none. */
  opening: string | null;
}

export interface ServiceOptions extends ThreadOptions {
  /** Is told where the thread ends by itself. What was acknowledged is in the case; a new service may be started. */
  onEnd: (end: UnexpectedEnd) => void;
  /** The module that the thread runs. */
  entry?: URL;
}

/** The workbench on its own thread, as its host sees it. */
export interface Service {
  /** A port that speaks the contract. Any number of them; each is closed by whoever asked for it. */
  connect(): MessagePort;
  files: ServiceFiles;
  /** Closes the case, which is then one file, and ends the thread. */
  stop(): Promise<void>;
}

/** How long the thread may take to close the case before it is ended by force, which loses nothing that was saved. */
const PATIENCE = 10_000;

/** The thread's module lies beside this one, in the sources as in a bundle, and has the same kind of name. */
const BESIDE = new URL(`./service-thread${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

interface Waiting {
  resolve: (answer: FileAnswer) => void;
  reject: (reason: FileRefusal) => void;
}

/** Starts the workbench on a thread of its own. */
export function startService({ onEnd, entry = BESIDE, ...options }: ServiceOptions): Service {
  const worker = new Worker(entry, { workerData: options satisfies ThreadOptions });
  const waiting = new Map<number, Waiting>();
  let questions = 0;
  let wasReady = false;
  let openCase: string | null = null;
  let opening: string | null = null;
  let failure: unknown = null;
  let stopping: Promise<void> | null = null;
  let hasEnded = false;

  const ended = new Promise<void>((resolve) => {
    worker.on("exit", (code) => {
      hasEnded = true;
      resolve();
      for (const { reject } of waiting.values()) reject(stopped());
      waiting.clear();
      const error = failure ?? new Error(`The service thread ended with code ${code}.`);
      if (!stopping) onEnd({ wasReady, error, openCase, opening });
    });
  });
  worker.on("error", (error) => {
    failure = error;
  });
  worker.on("message", (message: FromThread) => {
    if (message.kind === "ready") {
      wasReady = true;
      return;
    }
    if (message.kind === "case") {
      openCase = message.path;
      return;
    }
    if (message.kind === "opening") {
      opening = message.path;
      return;
    }
    const asker = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.kind === "answer") asker?.resolve(message.answer);
    else asker?.reject(new FileRefusal(message.status, message.sentence));
  });

  function tell(message: ToThread, transfer: readonly (MessagePort | ArrayBuffer)[] = []): void {
    worker.postMessage(message, transfer);
  }

  function ask<Answer extends FileAnswer>(question: FileQuestion): Promise<Answer> {
    if (hasEnded) return Promise.reject(stopped());
    const number = ++questions;
    return new Promise((resolve, reject) => {
      // The thread answers each kind of question with the type that belongs to it.
      waiting.set(number, { resolve: (answer) => resolve(answer as Answer), reject });
      tell({ kind: "question", number, question });
    });
  }

  return {
    connect() {
      const { port1, port2 } = new MessageChannel();
      tell({ kind: "connect", port: port2 }, [port2]);
      return port1;
    },
    files: {
      original: (sha256) => ask({ kind: "original", sha256 }),
      shown: (sha256) => ask({ kind: "shown", sha256 }),
      rendered: (id) => ask({ kind: "rendered", id }),
      receive: (name, bytes) => ask({ kind: "receive", name, bytes }),
    },
    stop() {
      stopping ??= (async () => {
        tell({ kind: "stop" });
        const impatience = setTimeout(() => worker.terminate(), PATIENCE);
        await ended;
        clearTimeout(impatience);
      })();
      return stopping;
    },
  };
}

function stopped(): FileRefusal {
  return new FileRefusal(503, "The workbench has stopped. Try again.");
}
