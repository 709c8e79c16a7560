import type { AddressInfo } from "node:net";
import { MessagePort, parentPort } from "node:worker_threads";
import { WebSocketServer } from "ws";

/** A thread that sends back what it gets, over any port it is given and over a WebSocket of its own. */
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket) => socket.on("message", (data: Buffer) => socket.send(data.toString("utf8"))));
server.on("listening", () => parentPort?.postMessage((server.address() as AddressInfo).port));

parentPort?.on("message", (port: unknown) => {
  if (port instanceof MessagePort) port.on("message", (message: string) => port.postMessage(message));
});
