import { EventEmitter } from "node:events";

/** A message as it arrives at a port. */
export interface PortMessage {
  data: unknown;
  ports: MessagePortMain[];
}

/** Takes messages over for a port that has been handed to a page. */
export interface PortCarrier {
  deliver(data: unknown): void;
  close(): void;
}

/** Electron's `MessagePortMain`: an end of a channel, which may be handed to a page. */
export class MessagePortMain extends EventEmitter {
  #other: MessagePortMain | null = null;
  #carrier: PortCarrier | null = null;
  #waiting: unknown[] = [];
  #started = false;
  #closed = false;

  /** Ties two ends together. */
  static entangle(one: MessagePortMain, two: MessagePortMain): void {
    one.#other = two;
    two.#other = one;
  }

  postMessage(data: unknown, transfer: MessagePortMain[] = []): void {
    if (transfer.length > 0) throw new Error("The stand-in for Electron does not carry ports over ports.");
    const other = this.#other;
    if (this.#closed || !other) return;
    const copy: unknown = structuredClone(data);
    queueMicrotask(() => other.arrive(copy));
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.#emitMessage(data);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#carrier?.close();
    this.emit("close");
    this.#other?.close();
  }

  /** Takes a message from the other end. */
  arrive(data: unknown): void {
    if (this.#closed) return;
    if (this.#carrier) this.#carrier.deliver(data);
    else if (this.#started) this.#emitMessage(data);
    else this.#waiting.push(data);
  }

  /** Hands this end over; whatever arrives here goes there from now on. */
  handOver(carrier: PortCarrier): void {
    if (this.#carrier) throw new Error("The port has been transferred already.");
    this.#carrier = carrier;
    for (const data of this.#waiting.splice(0)) carrier.deliver(data);
  }

  #emitMessage(data: unknown): void {
    this.emit("message", { data, ports: [] } satisfies PortMessage);
  }
}

/** Electron's `MessageChannelMain`. */
export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    MessagePortMain.entangle(this.port1, this.port2);
  }
}
