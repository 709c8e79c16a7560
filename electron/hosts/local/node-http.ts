import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";

/** The address that a request of Node's server asks for, at this origin; what is no path asks for the page. */
export function addressAsked({ url }: IncomingMessage, origin: string): URL {
  return new URL(`${origin}${url?.startsWith("/") ? url : "/"}`);
}

/** A request of Node's server as the standard's `Request`. */
export function toRequest(incoming: IncomingMessage, origin: string): Request {
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const address = addressAsked(incoming, origin);
  if (method === "GET" || method === "HEAD") return new Request(address, { method, headers });
  return new Request(address, { method, headers, body: bodyOf(incoming), duplex: "half" } as RequestInit);
}

/** What is known to be no larger goes out in one piece, in bytes. */
const ONE_PIECE = 2_000_000;

/** Sends the standard's `Response` by Node's server. A listener that leaves half-way is no failure. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  const length = response.headers.get("content-length");
  if (length !== null && Number(length) <= ONE_PIECE) {
    outgoing.end(Buffer.from(await response.arrayBuffer()));
    return;
  }
  await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing).catch(() => outgoing.destroy());
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
}
