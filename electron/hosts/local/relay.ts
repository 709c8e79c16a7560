import type { MessagePort } from "node:worker_threads";
import type { WebSocket } from "ws";

/** Codes of RFC 6455: the server goes away, or cannot go on and may be tried again. */
const GONE = 1012;

/** Joins a page's socket to a port of the workbench, frame by frame, text as text. Either end closes the other. */
export function relay(socket: WebSocket, port: MessagePort): void {
  socket.on("message", (data: Buffer, isBinary) => port.postMessage(isBinary ? data : data.toString("utf8")));
  socket.on("close", () => port.close());
  // A frame that breaks the protocol ends the socket; `close` follows.
  socket.on("error", () => port.close());
  port.on("message", (message: string | Uint8Array) => socket.send(message));
  port.on("close", () => socket.close(GONE));
}
