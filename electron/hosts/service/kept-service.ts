import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { Workbench } from "#domain/contract/contract.ts";
import { type Service, type ServiceOptions, startService, type UnexpectedEnd } from "./service.ts";

/**
 * What became of the workbench after its thread ended by itself: it could not be started at all; there was no case open; the
 * case is open again; it could not be opened, for the reason of `failure`; or the case was left closed, since the thread had
 * ended while it was being opened, or soon after it had been opened again.
 */
export type Recovery =
  | { kind: "not-started" }
  | { kind: "no-case" }
  | { kind: "opened"; path: string }
  | { kind: "not-opened"; path: string; failure: unknown }
  | { kind: "ended-opening"; path: string }
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
  /**
   * Does with the workbench what the host begins with. Where the thread ends by itself under it, that is no failure, as `onEnd`
   * was told of it: this ends when it is settled, with what became of the workbench. It gives null where the thread lived.
   */
  begin(act: (workbench: Workbench) => Promise<unknown>): Promise<Recovery | null>;
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
  let { service, recovered } = start();

  function start(): { service: Service; recovered: Promise<Recovery> } {
    const { promise, resolve } = Promise.withResolvers<Recovery>();
    const started = startService({
      ...options,
      onEnd: (end) => {
        if (isStopping) return;
        if (end.wasReady) ({ service, recovered } = start());
        const recovery = recover(end);
        onEnd(end, recovery);
        resolve(recovery);
      },
    });
    return { service: started, recovered: promise };
  }

  async function recover({ wasReady, openCase: path, opening }: UnexpectedEnd): Promise<Recovery> {
    if (!wasReady) return { kind: "not-started" };
    if (path === null && opening !== null) return { kind: "ended-opening", path: opening };
    if (path === null) return { kind: "no-case" };
    if (reopened.path === path && performance.now() - reopened.at < soon) return { kind: "left-closed", path };
    reopened = { path, at: performance.now() };
    try {
      await use((workbench) => workbench.cases.open({ path }));
      return { kind: "opened", path };
    } catch (failure) {
      if (isEndOfThread(failure)) return { kind: "ended-opening", path };
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

  async function begin(act: (workbench: Workbench) => Promise<unknown>): Promise<Recovery | null> {
    // Of the thread that this is done on, whichever is there by then.
    const ended = recovered;
    try {
      await use(act);
      return null;
    } catch (error) {
      if (isEndOfThread(error)) return ended;
      throw error;
    }
  }

  return {
    current: () => service,
    use,
    begin,
    stop() {
      isStopping = true;
      return service.stop();
    },
  };
}

/** Whether a call was not answered since the thread went away under it. */
function isEndOfThread(failure: unknown): boolean {
  return failure instanceof Error && failure.name === "AbortError";
}
