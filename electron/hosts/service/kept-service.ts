import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { Workbench } from "#domain/contract/contract.ts";
import { type Service, type ServiceOptions, startService, type UnexpectedEnd } from "./service.ts";

/**
 * What became of the workbench after its thread ended by itself: it could not be started at all; there was no case open; the
 * case is open again; it could not be opened, for the reason of `failure`; or the thread had ended so soon after the case was
 * opened again that it was left closed.
 */
export type Recovery =
  | { kind: "not-started" }
  | { kind: "no-case" }
  | { kind: "opened"; path: string }
  | { kind: "not-opened"; path: string; failure: unknown }
  | { kind: "left-closed"; path: string };

export interface KeptServiceOptions extends Omit<ServiceOptions, "onEnd"> {
  /**
   * Is told at once where the thread ended by itself, and given what becomes of the workbench and of its case, which never
   * fails. Where the thread was ready once, another is there by then.
   */
  onEnd: (end: UnexpectedEnd, recovery: Promise<Recovery>) => void;
  /** A case with which the thread ends again within this time, in milliseconds, is what it ends of. */
  soon?: number;
}

/** A service that is begun anew whenever its thread ends by itself. */
export interface KeptService {
  /** The service of the moment. */
  current(): Service;
  /** Does something with the workbench, as the host itself. */
  use<Result>(act: (workbench: Workbench) => Promise<Result>): Promise<Result>;
  /** Closes the case, which is then one file, and ends the thread. */
  stop(): Promise<void>;
}

/** Long enough for a case to be opened and drawn, in milliseconds. */
const SOON = 10_000;

/** Keeps the workbench running: another thread takes the place of one that ended, and opens the case that was open there. */
export function keepService({ onEnd, soon = SOON, ...options }: KeptServiceOptions): KeptService {
  let isStopping = false;
  /** The case that was opened after an end, and when. */
  let reopened = { path: "", at: Number.NEGATIVE_INFINITY };
  let service = begin();

  function begin(): Service {
    return startService({
      ...options,
      onEnd: (end) => {
        if (isStopping) return;
        if (end.wasReady) service = begin();
        onEnd(end, recover(end));
      },
    });
  }

  async function recover({ wasReady, openCase: path }: UnexpectedEnd): Promise<Recovery> {
    if (!wasReady) return { kind: "not-started" };
    if (path === null) return { kind: "no-case" };
    if (reopened.path === path && performance.now() - reopened.at < soon) return { kind: "left-closed", path };
    reopened = { path, at: performance.now() };
    try {
      await use((workbench) => workbench.cases.open({ path }));
      return { kind: "opened", path };
    } catch (failure) {
      return { kind: "not-opened", path, failure };
    }
  }

  async function use<Result>(act: (workbench: Workbench) => Promise<Result>): Promise<Result> {
    const connection = service.connect();
    try {
      return await act(createORPCClient<Workbench>(new RPCLink({ port: connection })));
    } finally {
      connection.close();
    }
  }

  return {
    current: () => service,
    use,
    stop() {
      isStopping = true;
      return service.stop();
    },
  };
}
