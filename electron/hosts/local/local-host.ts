import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { isOfCase, sentence, serveFile } from "../serve-file.ts";
import { type KeptService, type KeptServiceOptions, keepService } from "../service/kept-service.ts";
import { Access, type Pass } from "./access.ts";
import { addressAsked, send, toRequest } from "./node-http.ts";
import { relay } from "./relay.ts";

export interface LocalHostOptions extends Omit<KeptServiceOptions, "host"> {
  /** Where the built page is. */
  pageFolder: string;
  /** 0 for any that is free. */
  port: number;
}

/** The workbench for a browser on this machine. */
export interface LocalHost {
  /** An address that lets one browser in, once. */
  newAddress(): string;
  /** Does something with the workbench, as the host itself. */
  use: KeptService["use"];
  /** Does with the workbench what the host begins with. */
  begin: KeptService["begin"];
  /** Closes the case, which is then one file, and the server. */
  stop(): Promise<void>;
}

/** The largest message of the contract: a pasted text of 60 million characters, as JSON. */
const LARGEST_MESSAGE = 256 * 1024 * 1024;

const STRANGER =
  "Sourceline is running here, but it does not know this browser. Open the whole address, with its token, that was " +
  "printed where it was started. It works once; press Enter there for a new one.";
const KEYLESS =
  "This request does not carry the key of Sourceline’s page, so it is not answered. Open the whole address, with its " +
  "token, that was printed where Sourceline was started. It works once; press Enter there for a new one.";
const NOT_FOR_US = "This request was not made by Sourceline’s own page, so it is not answered.";

/** Starts the workbench and a server for it that nobody outside this machine can reach. */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const { pageFolder, port, ...serviceOptions } = options;
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const access = new Access((server.address() as AddressInfo).port);
  const service = keepService({ ...serviceOptions, host: "local" });

  server.on("request", (incoming, outgoing) => {
    answer(incoming)
      .then((response) => send(response, outgoing))
      .catch((error: unknown) => breakOff(error, outgoing));
  });
  server.on("upgrade", (incoming, socket, head) => {
    const address = addressAsked(incoming, access.origin);
    if (refusalOf(incoming, true) !== null) return refuseUpgrade(socket, 403);
    if (address.pathname !== "/rpc") return refuseUpgrade(socket, 404);
    if (!access.hasKey(address)) return refuseUpgrade(socket, 403);
    sockets.handleUpgrade(incoming, socket, head, (page) => relay(page, service.current().connect()));
  });

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const refusal = refusalOf(incoming, false);
    const request = toRequest(incoming, access.origin);
    if (refusal === NOT_FOR_US) return sentence(403, refusal);
    const url = new URL(request.url);
    const token = url.pathname === "/" && request.method === "GET" ? url.searchParams.get("token") : null;
    if (token !== null) {
      const pass = access.redeem(token);
      if (pass !== null) return letIn(pass, await serveFile(request, { pageFolder, files: service.current().files }));
    }
    if (refusal !== null) return sentence(403, refusal);
    if (isOfCase(url.pathname) && !access.hasKey(url)) return sentence(403, KEYLESS);
    return serveFile(request, { pageFolder, files: service.current().files });
  }

  function refusalOf(incoming: IncomingMessage, isUpgrade: boolean): string | null {
    const { method = "GET", headers } = incoming;
    if (!access.isMeantForUs({ method, headers, isUpgrade })) return NOT_FOR_US;
    return access.isKnown(headers) ? null : STRANGER;
  }

  return {
    newAddress: () => access.newAddress(),
    use: service.use,
    begin: service.begin,
    async stop() {
      for (const page of sockets.clients) page.close(1001);
      server.close();
      await service.stop();
      for (const page of sockets.clients) page.terminate();
      server.closeAllConnections();
    },
  };
}

/** Gives the browser the cookie, and the page the key, in its markup; the page takes the token out of the address. */
async function letIn({ cookie, key }: Pass, page: Response): Promise<Response> {
  const markup = await page.text();
  const headers = new Headers(page.headers);
  headers.delete("content-length");
  headers.set("set-cookie", cookie);
  headers.set("cache-control", "no-store");
  return new Response(markup.replace("<head>", `<head><meta name="sourceline-key" content="${key}" />`), {
    status: page.status,
    headers,
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
