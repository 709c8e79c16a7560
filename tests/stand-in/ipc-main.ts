import { EventEmitter } from "node:events";

type Handler = (event: object, ...words: unknown[]) => unknown;

/** Electron's `ipcMain`. */
class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Takes a message that a preload sent. */
  receive(channel: string, event: object, words: unknown[]): void {
    if (this.listenerCount(channel) === 0) throw new Error(`Nobody listens to “${channel}” in the main process.`);
    this.emit(channel, event, ...words);
  }

  /** Answers a question that a preload asked. */
  async answer(channel: string, event: object, words: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...words);
  }
}

export const ipcMain = new IpcMain();
