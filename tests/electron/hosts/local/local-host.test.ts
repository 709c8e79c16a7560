import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import os from "node:os";
import path from "node:path";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import type { Workbench } from "#domain/contract/contract.ts";
import { type LocalHost, startLocalHost } from "#electron/hosts/local/local-host.ts";
import { serviceOptionsIn } from "../../../support/service.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "sourceline-test-"));
const PAGE = "<!doctype html><html><head></head><body>the page</body></html>";
let host: LocalHost;
let address: URL;

function start(): Promise<LocalHost> {
  return startLocalHost({ ...serviceOptionsIn(folder), pageFolder: path.join(folder, "page"), port: 0 });
}

beforeAll(async () => {
  mkdirSync(path.join(folder, "page"));
  writeFileSync(path.join(folder, "page", "index.html"), PAGE);
  host = await start();
});
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  address = new URL(host.newAddress());
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Asks with exactly these headers; `fetch` would not let us lie about the host. */
function ask(target: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: "127.0.0.1", port: address.port, path: target, method, headers: { host: address.host, ...headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    asking.on("error", reject);
    asking.end(body);
  });
}

/** Opens the printed address as a browser does, and gives the cookie that it keeps and the key that its page does. */
async function letIn(): Promise<{ cookie: string; key: string }> {
  const { headers, text } = await ask(address.pathname + address.search);
  const key = /<head><meta name="sourceline-key" content="([\w-]{43})" \/>/.exec(text)?.[1];
  if (key === undefined) throw new Error("The page was given no key.");
  return { cookie: headers["set-cookie"]?.[0]?.split(";")[0] ?? "", key };
}

/** Opens a socket, and gives it, or the status by which it was refused. */
function connect(headers: Record<string, string>, target: string): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}${target}`, { headers });
    onTestFinished(() => socket.terminate());
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => {});
  });
}

async function connected(): Promise<WebSocket> {
  const { cookie, key } = await letIn();
  const socket = await connect({ cookie, origin: address.origin }, `/rpc?key=${key}`);
  if (typeof socket === "number") throw new Error(`The socket was refused with ${socket}.`);
  return socket;
}

function workbenchOver(socket: WebSocket): Workbench {
  // The two kinds of WebSocket differ in what the link does not use.
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
}

describe("letting in", () => {
  test("the token is good for one cookie, which no script can read and no other site can send", async () => {
    const first = await ask(address.pathname + address.search);
    expect(first).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    expect(first.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(first.headers["set-cookie"]?.[0]).toMatch(/^sourceline-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);

    const second = await ask(address.pathname + address.search);
    expect(second.status).toBe(403);
    expect(second.headers["set-cookie"]).toBeUndefined();
  });

  test("the cookie opens the page", async () => {
    const { cookie, key } = await letIn();
    const answer = await ask("/", { cookie: `other=1; ${cookie}` });
    expect(answer).toMatchObject({ status: 200, text: PAGE });
    expect(answer.text).not.toContain(key);
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("each new address lets another browser in", async () => {
    await letIn();
    const another = new URL(host.newAddress());
    expect((await ask(another.pathname + another.search)).status).toBe(200);
  });

  test.each(["/", "/?token=", "/?token=wrong", "/index.html", "/rendered/x", "/rpc"])(
    "a browser without the cookie gets one plain sentence at %s",
    async (target) => {
      const answer = await ask(target);
      expect(answer.status).toBe(403);
      expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(answer.text).toMatch(/^Sourceline is running here, but it does not know this browser\./);
    },
  );

  test("a made-up cookie is none", async () => {
    expect((await ask("/", { cookie: `sourceline-${address.port}=${"A".repeat(43)}` })).status).toBe(403);
  });
});

describe("who may ask", () => {
  test.each(["evil.example", "localhost", "127.0.0.1", "127.0.0.1.evil.example", "[::1]"])(
    "a request for the host %s is not answered, cookie or not",
    async (name) => {
      const { cookie, key } = await letIn();
      const port = name === "127.0.0.1" ? "" : `:${address.port}`;
      const answer = await ask("/", { cookie, host: name + port });
      expect(answer).toMatchObject({ status: 403, text: expect.stringContaining("not made by Sourceline’s own page") });
      expect(await connect({ cookie, origin: address.origin, host: name + port }, `/rpc?key=${key}`)).toBe(403);
    },
  );

  test.each(["https://evil.example", "http://127.0.0.1:1", "http://localhost", "null"])(
    "a request from the origin %s is not answered, cookie or not",
    async (origin) => {
      const { cookie, key } = await letIn();
      expect((await ask("/", { cookie, origin })).status).toBe(403);
      expect((await ask(`/uploads?name=a.txt&key=${key}`, { cookie, origin }, "POST", "words")).status).toBe(403);
      expect(await connect({ cookie, origin }, `/rpc?key=${key}`)).toBe(403);
    },
  );

  test("a token is not spent by a request from elsewhere", async () => {
    const target = address.pathname + address.search;
    expect((await ask(target, { origin: "https://evil.example" })).status).toBe(403);
    expect((await ask(target, { host: "evil.example" })).status).toBe(403);
    expect((await ask(target)).status).toBe(200);
  });

  test("what could change something must name its origin", async () => {
    const { cookie, key } = await letIn();
    const target = `/uploads?name=a.txt&key=${key}`;
    expect((await ask(target, { cookie }, "POST", "words")).status).toBe(403);
    expect((await ask(target, { cookie, origin: address.origin }, "POST", "words")).status).toBe(201);
    expect(await connect({ cookie }, `/rpc?key=${key}`)).toBe(403);
  });

  test("nobody else is told that they may read", async () => {
    const { cookie } = await letIn();
    const answer = await ask("/", { cookie, origin: address.origin }, "OPTIONS");
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test.each(["/../secret", "/..%2fsecret.html", "http://evil.example/", "*"])("%s leads nowhere", async (target) => {
    writeFileSync(path.join(folder, "secret.html"), "secret");
    const { text } = await ask(target, { cookie: (await letIn()).cookie });
    expect(text).not.toContain("secret");
  });
});

describe("the key, which the browser sends to no other server as it does the cookie", () => {
  test.each(["/originals/x", "/originals/x/shown", "/rendered/x", "/rendered/x?preview"])(
    "%s is not given without it, nor with another",
    async (target) => {
      const { cookie, key } = await letIn();
      const asking = (made: string) => ask(`${target}${target.includes("?") ? "&" : "?"}key=${made}`, { cookie });
      for (const answer of [await ask(target, { cookie }), await asking(""), await asking("A".repeat(43))]) {
        expect(answer).toMatchObject({ status: 403, text: expect.stringContaining("does not carry the key") });
      }
      // There is nothing of the name, but that is told only to the page.
      expect((await asking(key)).status).toBe(404);
    },
  );

  test("nothing is taken without it", async () => {
    const { cookie, key } = await letIn();
    const send = (target: string) => ask(target, { cookie, origin: address.origin }, "POST", "words");
    expect((await send("/uploads?name=a.txt")).status).toBe(403);
    expect((await send(`/uploads?name=a.txt&key=${key.slice(1)}A`)).status).toBe(403);
    expect((await send(`/uploads?name=a.txt&key=${key}`)).status).toBe(201);
  });

  test("is no good without the cookie, nor at another host", async () => {
    const { key } = await letIn();
    expect((await ask(`/originals/x?key=${key}`)).status).toBe(403);
    expect((await ask(`/?key=${key}`)).status).toBe(403);
    const another = await start();
    onTestFinished(() => another.stop());
    address = new URL(another.newAddress());
    const { cookie } = await letIn();
    expect((await ask(`/originals/x?key=${key}`, { cookie })).status).toBe(403);
    expect(await connect({ cookie, origin: address.origin }, `/rpc?key=${key}`)).toBe(403);
  });
});

describe("the socket", () => {
  test("is not opened without the cookie or the key, nor anywhere but at /rpc", async () => {
    const { cookie, key } = await letIn();
    const { origin } = address;
    expect(await connect({ origin }, `/rpc?key=${key}`)).toBe(403);
    expect(await connect({ origin, cookie }, "/rpc")).toBe(403);
    expect(await connect({ origin, cookie }, `/rpc?key=${"A".repeat(43)}`)).toBe(403);
    expect(await connect({ origin, cookie }, `/other?key=${key}`)).toBe(404);
  });

  test("carries the contract for many tabs, which hear of each other", async () => {
    const one = workbenchOver(await connected());
    address = new URL(host.newAddress());
    const other = workbenchOver(await connected());
    const events = await other.application.watch();
    const heard = events.next();

    await one.cases.create({ name: "Zwölf ⛵", path: path.join(folder, "lake.sourceline") });

    expect((await heard).value).toMatchObject({ kind: "case", current: { name: "Zwölf ⛵" } });
  });

  test("that says nonsense, in text or in bytes, harms nobody", async () => {
    const one = await connected();
    one.send("nonsense");
    one.send(Buffer.from([0, 255, 1]));
    expect((await workbenchOver(one).application.about()).host).toBe("local");
    address = new URL(host.newAddress());
    expect((await workbenchOver(await connected()).application.about()).host).toBe("local");
  });

  test("is closed when the host stops, and the case is one file", async () => {
    const another = await start();
    address = new URL(another.newAddress());
    const socket = await connected();
    const closed = new Promise((resolve) => socket.on("close", resolve));
    await workbenchOver(socket).cases.create({ name: "Lake", path: path.join(folder, "river.sourceline") });

    await another.stop();

    expect(await closed).toBe(1001);
    expect(readdirSync(folder).filter((name) => name.startsWith("river"))).toEqual(["river.sourceline"]);
  });
});
