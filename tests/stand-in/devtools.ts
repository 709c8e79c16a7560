import { EventEmitter } from "node:events";

/** One event of the DevTools protocol. */
export interface DevToolsEvent {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

interface Reply {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** A connection to Chromium over the DevTools protocol. Emits each event under its method, with the session it is for. */
export class DevTools extends EventEmitter {
  readonly #socket: WebSocket;
  readonly #replies = new Map<number, Reply>();
  #count = 0;

  private constructor(socket: WebSocket) {
    super();
    this.setMaxListeners(0);
    this.#socket = socket;
    socket.addEventListener("message", (message) => this.#hear(JSON.parse(String(message.data))));
    socket.addEventListener("close", () => this.#end());
  }

  static async connect(endpoint: string): Promise<DevTools> {
    const socket = new WebSocket(endpoint);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("open", () => resolve(), { once: true });
      socket.addEventListener("error", () => reject(new Error(`Chromium does not answer at ${endpoint}.`)), {
        once: true,
      });
    });
    return new DevTools(socket);
  }

  /** Asks Chromium for something, on the session of one page or on the browser itself. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#count;
    const reply = new Promise<Record<string, unknown>>((resolve, reject) => this.#replies.set(id, { resolve, reject }));
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    return reply;
  }

  close(): void {
    this.#socket.close();
  }

  #hear(message: { id?: number; result?: Record<string, unknown>; error?: { message: string } } & DevToolsEvent): void {
    if (message.id === undefined) {
      this.emit(message.method, message.params, message.sessionId);
      return;
    }
    const reply = this.#replies.get(message.id);
    this.#replies.delete(message.id);
    if (message.error) reply?.reject(new Error(message.error.message));
    else reply?.resolve(message.result ?? {});
  }

  #end(): void {
    for (const reply of this.#replies.values()) reply.reject(new Error("Chromium has gone."));
    this.#replies.clear();
    this.emit("gone");
  }
}
