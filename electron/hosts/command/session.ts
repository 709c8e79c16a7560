import { existsSync } from "node:fs";
import path from "node:path";
import { type ClientContext, type ClientLink, createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { Workbench } from "#domain/contract/contract.ts";
import { standardFolders, usableFolders } from "../folders.ts";
import { startService } from "../service/service.ts";
import { VERSION } from "../version.ts";

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

/** The same, with a case open. */
export function withCase<Result>(word: string, act: (session: Session) => Promise<Result>): Promise<Result> {
  return withWorkbench(async (session) => {
    await session.workbench.cases.open({ path: existingCase(word) });
    return act(session);
  });
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
