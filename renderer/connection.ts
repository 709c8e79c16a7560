import type { ClientContext, ClientLink } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { RPCLink as SocketLink } from "@orpc/client/websocket";

/** Whether the page can talk with the workbench. `lost` only after it once could. */
type ConnectionState = "connecting" | "open" | "lost";

/** A link to the workbench that outlives the sockets and ports it runs over. */
export interface Connection {
  link: ClientLink<ClientContext>;
  state(): ConnectionState;
  /** Tells of every change of state. Gives a function that stops it. */
  subscribe(listener: () => void): () => void;
}

type Carrier = ClientLink<ClientContext>;

const FIRST_DELAY = 250;
const LONGEST_DELAY = 5_000;

/** Connects over the port that the desktop's preload hands to the page. A later port takes the place of an earlier one. */
export function connectByPort(page: Window): Connection {
  const relay = new Relay();
  page.addEventListener("message", (event) => {
    // Only the preload shares this window; a frame or another window is another source.
    if (event.source !== page || event.data?.kind !== "sourceline-port") return;
    const port = event.ports[0];
    if (!port) return;
    const link = new PortLink({ port });
    port.addEventListener("close", () => relay.lose(link));
    port.start();
    relay.carry(link);
  });
  page.postMessage({ kind: "sourceline-connect" }, page.location.origin);
  return relay;
}

/** Connects over the local host's WebSocket, and again whenever it is lost. */
export function connectBySocket(address: string): Connection {
  const relay = new Relay();
  let delay = FIRST_DELAY;
  const open = () => {
    const socket = new WebSocket(address);
    const link = new SocketLink({ websocket: socket });
    socket.addEventListener("open", () => {
      delay = FIRST_DELAY;
      relay.carry(link);
    });
    socket.addEventListener("close", () => {
      relay.lose(link);
      setTimeout(open, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    });
  };
  open();
  return relay;
}

/** Gives every call to the carrier of the moment; calls made while there is none wait for the next. */
class Relay implements Connection {
  #state: ConnectionState = "connecting";
  #carrier: Carrier | null = null;
  #waiting: ((carrier: Carrier) => void)[] = [];
  readonly #listeners = new Set<() => void>();

  readonly link: ClientLink<ClientContext> = {
    call: async (path, input, options) => (await this.#current()).call(path, input, options),
  };

  readonly state = (): ConnectionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  carry(carrier: Carrier): void {
    // Whoever listens over the one before has to begin again over this one.
    if (this.#carrier !== null) this.#become("lost");
    this.#carrier = carrier;
    this.#become("open");
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume(carrier);
  }

  /** Does without a carrier that has gone. One whose place another has taken may go unnoticed. */
  lose(carrier: Carrier): void {
    if (this.#carrier !== carrier) return;
    this.#carrier = null;
    if (this.#state === "open") this.#become("lost");
  }

  #current(): Promise<Carrier> {
    return this.#carrier
      ? Promise.resolve(this.#carrier)
      : new Promise((resolve) => {
          this.#waiting.push(resolve);
        });
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
