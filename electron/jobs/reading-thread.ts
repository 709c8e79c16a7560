import { type MessagePort, parentPort } from "node:worker_threads";
import { type ReadPart, readIncoming } from "../importing/reading.ts";
import { type FromReader, PARTS_AHEAD, type ToReader, weightOf } from "./messages.ts";

/** A thread that reads files into articles. It is told of files, and stops sending where nobody takes what it read. */
function run(pool: MessagePort): void {
  const waiting: Extract<ToReader, { kind: "read" }>[] = [];
  let mayGo = PARTS_AHEAD;
  let wake: (() => void) | null = null;
  let isReading = false;

  pool.on("message", (message: ToReader) => {
    if (message.kind === "taken") mayGo += message.count;
    else {
      waiting.push(message);
      if (!isReading) void readAll();
    }
    wake?.();
  });

  async function readAll(): Promise<void> {
    isReading = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      tell({ kind: "begun", number: next.number });
      await readOne(next);
      tell({ kind: "done", number: next.number });
    }
    isReading = false;
  }

  async function readOne({ number, file, options }: Extract<ToReader, { kind: "read" }>): Promise<void> {
    for await (const part of readIncoming(file, options)) {
      while (mayGo <= 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      mayGo -= weightOf(part);
      tell({ kind: "part", number, part: compact(part) });
    }
  }

  function tell(message: FromReader): void {
    pool.postMessage(message);
  }
}

/** A view of a larger buffer would carry all of it across. */
function compact(part: ReadPart): ReadPart {
  if (part.kind !== "article" || part.article.original.byteLength === part.article.original.buffer.byteLength)
    return part;
  return { kind: "article", article: { ...part.article, original: part.article.original.slice() } };
}

if (parentPort === null) throw new Error("A reading thread is started by its pool, not by itself.");
run(parentPort);
