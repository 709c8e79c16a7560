import { parentPort } from "node:worker_threads";
import { type FromReader, PARTS_AHEAD, type ToReader } from "#electron/jobs/messages.ts";

/** A reading thread that does what the name of a file says, so that the pool can be seen in trouble. */
const tell = (message: FromReader) => parentPort?.postMessage(message);
const waiting: Extract<ToReader, { kind: "read" }>[] = [];
let sent = 0;
let taken = 0;

parentPort?.on("message", (message: ToReader) => {
  if (message.kind === "taken") taken += message.count;
  else waiting.push(message);
  if (waiting.length === 1 && message.kind === "read") void work();
});

async function work(): Promise<void> {
  for (let next = waiting[0]; next; next = waiting[0]) {
    const { number, file } = next;
    tell({ kind: "begun", number });
    await actions[file.name.split(" ")[0] ?? ""]?.(number, file.name);
    tell({ kind: "done", number });
    waiting.shift();
  }
}

const part = (number: number, sentence: string) => {
  sent++;
  tell({
    kind: "part",
    number,
    part: { kind: "unread", unread: { name: "", sentence, wantsMapping: false, defect: null } },
  });
};

const actions: Record<string, (number: number, name: string) => Promise<void> | void> = {
  plain: (number, name) => part(number, name),
  hang: () => {
    for (;;);
  },
  crash: () => process.exit(3),
  throw: () => {
    throw new Error("A reader that fails.");
  },
  swell: () => {
    const swollen: string[][] = [];
    for (;;) swollen.push(Array.from({ length: 10_000 }, (_, index) => `${index}${Math.random()}`));
  },
  slow: async (number, name) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    part(number, name);
  },
  /** Says with each part how far ahead of what was taken it is. */
  flood: async (number) => {
    for (let count = 0; count < 2_000; count++) {
      while (sent - taken >= PARTS_AHEAD) await new Promise((resolve) => setTimeout(resolve, 1));
      part(number, String(sent - taken));
    }
  },
};
