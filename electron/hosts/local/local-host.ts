import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { WebSocketServer } from "ws";
import type { Workbench } from "#domain/contract/contract.ts";
import { PAGE_POLICY, sentence, serveFile } from "../serve-file.ts";
import { type Service, type ServiceOptions, startService, type UnexpectedEnd } from "../service/service.ts";
import { Access } from "./access.ts";
import { send, toRequest } from "./node-http.ts";
import { relay } from "./relay.ts";

export interface LocalHostOptions extends Omit<ServiceOptions, "host" | "onEnd"> {
  /** Where the built page is. */
  pageFolder: string;
  /** 0 for any that is free. */
  port: number;
  /** Is told where the workbench ended by itself and was started again, or could not be started at all. */
  onEnd: (end: UnexpectedEnd) => void;
}

/** The workbench for a browser on this machine. */
export interface LocalHost {
  /** An address that lets one browser in, once. */
  newAddress(): string;
  /** Does something with the workbench, as the host itself. */
  use<Result>(act: (workbench: Workbench) => Promise<Result>): Promise<Result>;
  /** Closes the case, which is then one file, and the server. */
  stop(): Promise<void>;
}

/** The largest message of the contract: a pasted text of 60 million characters, as JSON. */
const LARGEST_MESSAGE = 256 * 1024 * 1024;

const STRANGER =
  "Sourceline is running here, but it does not know this browser. Open the whole address, with its token, that was " +
  "printed where it was started. It works once; press Enter there for a new one.";
const NOT_FOR_US = "This request was not made by Sourceline’s own page, so it is not answered.";

/** Starts the workbench and a server for it that nobody outside this machine can reach. */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const { pageFolder, port, onEnd, ...serviceOptions } = options;
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const access = new Access((server.address() as AddressInfo).port);
  let service = begin();

  server.on("request", (incoming, outgoing) => {
    answer(incoming)
      .then((response) => send(response, outgoing))
      .catch((error: unknown) => breakOff(error, outgoing));
  });
  server.on("upgrade", (incoming, socket, head) => {
    const refusal = refusalOf(incoming, true);
    if (refusal !== null || incoming.url !== "/rpc") return refuseUpgrade(socket, refusal === null ? 404 : 403);
    sockets.handleUpgrade(incoming, socket, head, (page) => relay(page, service.connect()));
  });

  function begin(): Service {
    return startService({
      ...serviceOptions,
      host: "local",
      onEnd: (end) => {
        if (end.wasReady) service = begin();
        onEnd(end);
      },
    });
  }

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const refusal = refusalOf(incoming, false);
    const request = toRequest(incoming, access.origin);
    if (refusal === NOT_FOR_US) return sentence(403, refusal);
    const url = new URL(request.url);
    const token = url.pathname === "/" && request.method === "GET" ? url.searchParams.get("token") : null;
    if (token !== null) {
      const cookie = access.redeem(token);
      if (cookie !== null) return letIn(cookie);
    }
    if (refusal !== null) return sentence(403, refusal);
    return serveFile(request, { pageFolder, files: service.files });
  }

  function refusalOf(incoming: IncomingMessage, isUpgrade: boolean): string | null {
    const { method = "GET", headers } = incoming;
    if (!access.isMeantForUs({ method, headers, isUpgrade })) return NOT_FOR_US;
    return access.isKnown(headers) ? null : STRANGER;
  }

  return {
    newAddress: () => access.newAddress(),
    async use(act) {
      const connection = service.connect();
      try {
        return await act(createORPCClient<Workbench>(new RPCLink({ port: connection })));
      } finally {
        connection.close();
      }
    },
    async stop() {
      for (const page of sockets.clients) page.close(1001);
      server.close();
      await service.stop();
      for (const page of sockets.clients) page.terminate();
      server.closeAllConnections();
    },
  };
}

/** Gives the cookie and takes the token out of the address. */
function letIn(cookie: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: "/",
      "set-cookie": cookie,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "content-security-policy": PAGE_POLICY,
    },
  });
}

function refuseUpgrade(socket: Duplex, status: 403 | 404): void {
  const reason = status === 403 ? "Forbidden" : "Not Found";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function breakOff(error: unknown, outgoing: ServerResponse): void {
  console.error(error);
  outgoing.destroy();
}
