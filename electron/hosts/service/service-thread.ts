import { randomUUID } from "node:crypto";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { RPCHandler } from "@orpc/server/message-port";
import { PROBLEMS, Problem, type ProblemCode } from "#domain/problems.ts";
import { createWorkbench } from "#electron/workbench/workbench.ts";
import { logDefect } from "./defect-log.ts";
import type { FileAnswer, FileQuestion, FromThread, ThreadOptions, ToThread } from "./messages.ts";

/** The service thread: the workbench, by itself, so that a slow query never stops a window from moving. */
function run(host: MessagePort, options: ThreadOptions): void {
  const reportDefect = (error: unknown, id: string) => logDefect(options.settingsFolder, error, id);
  const workbench = createWorkbench({
    ...options,
    // It is filled once; every other start does without its texts.
    demonstration: async (client) => (await import("#seeds/demonstration.ts")).buildDemonstration(client),
    reportDefect,
    // The host knows which case is being opened too, so that it can say of which one this thread ended.
    tellOpening: (place) => tell({ kind: "opening", path: place }),
  });
  const handler = new RPCHandler(workbench.router);

  // A message that is no call at all is refused by a rejection that nobody awaits. It must not end the thread.
  process.on("unhandledRejection", (error) => reportDefect(error, randomUUID()));

  host.on("message", (message: ToThread) => {
    switch (message.kind) {
      case "connect":
        handler.upgrade(message.port);
        message.port.start();
        return;
      case "question":
        void answer(message.number, message.question);
        return;
      case "stop":
        return stop();
    }
  });
  tell({ kind: "ready" });
  void tellOfCases();

  /** The host knows which case is open, so that it can be opened again where this thread does not live to say so. */
  async function tellOfCases(): Promise<void> {
    for await (const event of await workbench.client.application.watch()) {
      if (event.kind === "case") tell({ kind: "case", path: event.current?.path ?? null });
    }
  }

  async function answer(number: number, question: FileQuestion): Promise<void> {
    try {
      const answer = await ask(question);
      // A view of a larger buffer would carry all of it across.
      if (answer && "bytes" in answer) answer.bytes = answer.bytes.slice();
      tell({ kind: "answer", number, answer });
    } catch (error) {
      tell({ kind: "refusal", number, ...refusal(error) });
    }
  }

  function ask(question: FileQuestion): FileAnswer | Promise<FileAnswer> {
    switch (question.kind) {
      case "original":
        return workbench.files.original(question.sha256);
      case "shown":
        return workbench.files.shown(question.sha256);
      case "rendered":
        return workbench.files.rendered(question.id);
      case "receive":
        return workbench.files.receive(question.name, question.bytes);
    }
  }

  function refusal(error: unknown): { status: number; sentence: string } {
    if (error instanceof Problem) {
      const code: ProblemCode = error.code;
      return { status: PROBLEMS[code].status, sentence: error.message };
    }
    const id = randomUUID();
    reportDefect(error, id);
    return {
      status: 500,
      sentence: `Something went wrong that we did not expect. Nothing was changed. It is in the log under ${id}.`,
    };
  }

  function stop(): void {
    workbench.close().then(
      () => process.exit(0),
      (error: unknown) => {
        reportDefect(error, randomUUID());
        process.exit(1);
      },
    );
  }

  function tell(message: FromThread): void {
    host.postMessage(message);
  }
}

if (parentPort === null) throw new Error("The service thread is started by a host, not by itself.");
run(parentPort, workerData);
