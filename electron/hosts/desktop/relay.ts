import type { MessagePort as ServicePort } from "node:worker_threads";
import type { MessageChannelMain, MessagePortMain, WebContents } from "electron";
import { PORT } from "./channels.ts";

/**
 * Gives the page a port of its own to the workbench: what the page says goes to the service thread as it is, and what
 * the thread says comes back. Closes with either end. Gives a function that closes it.
 */
export function relayPort(page: WebContents, service: ServicePort, channel: MessageChannelMain): () => void {
  const ours = channel.port1;
  joinPorts(ours, service);
  page.postMessage(PORT, null, [channel.port2]);
  return () => {
    ours.close();
    service.close();
  };
}

function joinPorts(page: MessagePortMain, service: ServicePort): void {
  page.on("message", (event) => service.postMessage(event.data));
  page.on("close", () => service.close());
  service.on("message", (message: unknown) => page.postMessage(message));
  service.on("close", () => page.close());
  page.start();
}
