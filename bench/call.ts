import { writeFileSync } from "node:fs";
import path from "node:path";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { RPCLink as SocketLink } from "@orpc/client/websocket";
import { WebSocket } from "ws";
import type { Workbench } from "#domain/contract/contract.ts";
import { startLocalHost } from "#electron/hosts/local/local-host.ts";
import { startService } from "#electron/hosts/service/service.ts";
import { foldersIn, inFolder, workbenchIn } from "./support/folder.ts";
import { type Figure, IS_SMALL, inTurns, introduce, printFigures } from "./support/measuring.ts";

/** Calls before the measured ones, so that all code has been compiled. */
const WARM_UP = IS_SMALL ? 200 : 1_000;
const COUNT = IS_SMALL ? 300 : 3_000;

/** About as much as a call or its answer carries. */
const MESSAGE = JSON.stringify({ path: ["application", "about"], answer: "x".repeat(120) });

const options = (folder: string) => ({
  version: "0.0.0",
  ...foldersIn(folder),
  onEnd: ({ error }: { error: unknown }) => {
    throw error;
  },
});

/** In this very thread; the floor is a function that gives its answer later. */
async function inProcess(): Promise<Figure> {
  return inFolder(async (folder) => {
    const workbench = workbenchIn(folder);
    try {
      return await figure("in process", workbench.client, async () => MESSAGE.length);
    } finally {
      await workbench.close();
    }
  });
}

/** Over the port of the service thread; the floor is a port to a thread that sends back what it gets. */
async function overPort(): Promise<Figure> {
  return inFolder(async (folder) => {
    const service = startService({ ...options(folder), host: "desktop" });
    const worker = new Worker(new URL("./support/echo-thread.ts", import.meta.url));
    const { port1: port, port2: far } = new MessageChannel();
    worker.postMessage(far, [far]);
    const connection = service.connect();
    const client: Workbench = createORPCClient(new PortLink({ port: connection }));
    try {
      return await figure("over the service thread’s port", client, () => echo(port));
    } finally {
      connection.close();
      port.close();
      await worker.terminate();
      await service.stop();
    }
  });
}

function echo(port: MessagePort): Promise<void> {
  return new Promise((resolve) => {
    port.once("message", () => resolve());
    port.postMessage(MESSAGE);
  });
}

/**
 * Over the local host’s WebSocket; the floor is a WebSocket that sends back what it gets. As in the local host, the server
 * is in this thread and hands the message on to another.
 */
async function overSocket(): Promise<Figure> {
  return inFolder(async (folder) => {
    writeFileSync(path.join(folder, "index.html"), "<!doctype html><head></head>");
    const host = await startLocalHost({ ...options(folder), pageFolder: folder, port: 0 });
    const worker = new Worker(new URL("./support/echo-thread.ts", import.meta.url));
    const bare = await new Promise<number>((resolve) => worker.once("message", resolve));
    const { origin, cookie, key } = await letIn(host.newAddress());
    const socket = new WebSocket(`${origin.replace("http", "ws")}/rpc?key=${key}`, { headers: { cookie, origin } });
    const echoing = new WebSocket(`ws://127.0.0.1:${bare}`);
    await Promise.all([opened(socket), opened(echoing)]);
    // The client knows a browser’s socket, of which this one has all that it uses.
    const link = new SocketLink({ websocket: socket as unknown as globalThis.WebSocket });
    const client: Workbench = createORPCClient(link);
    try {
      return await figure("over the local host’s WebSocket", client, () => {
        const answered = new Promise((resolve) => echoing.once("message", resolve));
        echoing.send(MESSAGE);
        return answered;
      });
    } finally {
      socket.close();
      echoing.close();
      await worker.terminate();
      await host.stop();
    }
  });
}

/** Exchanges the token of an address for the cookie and the key, as a browser and the page in it do. */
async function letIn(address: string): Promise<{ origin: string; cookie: string; key: string }> {
  const response = await fetch(address, { redirect: "manual" });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  const key = /<meta name="sourceline-key" content="([\w-]+)"/.exec(await response.text())?.[1];
  if (!cookie || !key) throw new Error("The local host let nobody in.");
  return { origin: new URL(address).origin, cookie, key };
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });
}

async function figure(what: string, client: Workbench, floor: () => Promise<unknown>): Promise<Figure> {
  await inTurns(WARM_UP, () => client.application.about(), floor);
  return { what, ...(await inTurns(COUNT, () => client.application.about(), floor)) };
}

introduce("Round trip of one call of the contract (application.about)");
printFigures([await inProcess(), await overPort(), await overSocket()]);
