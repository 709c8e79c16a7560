import { existsSync } from "node:fs";
import path from "node:path";
import { type ClientContext, type ClientLink, createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { WorkbenchEvent } from "#domain/contract/application.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { standardFolders, usableFolders } from "../folders.ts";
import { startService } from "../service/service.ts";
import { VERSION } from "../version.ts";
import { type Given, wordOf } from "./command.ts";
import type { Output } from "./output.ts";

/** A workbench for one command. */
export interface Session {
  workbench: Workbench;
  /** The same, for procedures that are known by name only. */
  link: ClientLink<ClientContext>;
}

/** The workbench went away under a command. */
export class ServiceLost extends Error {
  constructor(cause: unknown) {
    super("The workbench stopped before the command was done. What was acknowledged is saved.", { cause });
    this.name = "ServiceLost";
  }
}

/** Does something with a workbench of its own, which closes its case afterwards, come what may. */
export async function withWorkbench<Result>(act: (session: Session) => Promise<Result>): Promise<Result> {
  const folders = usableFolders(standardFolders(), (sentence) => console.error(sentence));
  const lost = Promise.withResolvers<never>();
  // Heard by the race below; without this, a loss after it would have nobody to hear it.
  lost.promise.catch(() => {});
  const service = startService({
    host: "command",
    version: VERSION,
    settingsFolder: folders.settings,
    casesFolder: folders.cases,
    onEnd: ({ error }) => lost.reject(new ServiceLost(error)),
  });
  const port = service.connect();
  const link = new RPCLink({ port });
  try {
    return await Promise.race([act({ workbench: createORPCClient(link), link }), lost.promise]);
  } finally {
    await service.stop();
    port.close();
  }
}

/** The same, with the case open that the first word of a command means. */
export function withCase<Result>(given: Given, act: (session: Session) => Promise<Result>): Promise<Result> {
  return withWorkbench(async (session) => {
    await openTelling(session.workbench, existingCase(wordOf(given, 0)), given);
    return act(session);
  });
}

/** Opens a case, which may take long where it is of an older form. */
async function openTelling(workbench: Workbench, place: string, { output, signal }: Given): Promise<void> {
  const opened = new AbortController();
  const events = await workbench.application.watch(undefined, { signal: opened.signal });
  const telling = tellOfWork(events, output);
  try {
    await workbench.cases.open({ path: place }, { signal });
  } finally {
    opened.abort();
    await telling;
  }
}

async function tellOfWork(events: AsyncIterable<WorkbenchEvent>, output: Output): Promise<void> {
  try {
    for await (const event of events) {
      if (event.kind === "work" && event.progress) output.progress({ ...event.progress, what: event.label });
    }
  } catch {
    // Nobody listens any more.
  }
}

/** The path of a case that a word means: the ending may be left out. */
export function existingCase(word: string): string {
  const named = path.resolve(word);
  return existsSync(named) || !existsSync(newCase(word)) ? named : newCase(word);
}

/** The path of a case that is to be made. */
export function newCase(word: string): string {
  const named = path.resolve(word);
  return path.extname(named).toLowerCase() === ".sourceline" ? named : `${named}.sourceline`;
}
