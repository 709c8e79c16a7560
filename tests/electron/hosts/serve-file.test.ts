import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportReport } from "#domain/contract/articles.ts";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { SHOWN_KIND_HEADER } from "#domain/contract/originals.ts";
import { LARGEST_UPLOAD, PAGE_POLICY, PREVIEW_POLICY, type Served, serveFile } from "#electron/hosts/serve-file.ts";
import { startService } from "#electron/hosts/service/service.ts";
import { serviceOptionsIn } from "../../support/service.ts";

let served: Served;
let client: Workbench;

// One service for all: what is asked of it leaves nothing behind that another test would see.
const folder = mkdtempSync(path.join(os.tmpdir(), "sourceline-test-"));
const service = startService(serviceOptionsIn(folder));
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

beforeAll(async () => {
  const pageFolder = path.join(folder, "page");
  mkdirSync(path.join(pageFolder, "assets"), { recursive: true });
  writeFileSync(path.join(pageFolder, "index.html"), "<!doctype html>the page");
  writeFileSync(path.join(pageFolder, "assets", "main-a1b2c3.js"), "export {};");
  writeFileSync(path.join(pageFolder, "assets", "main-a1b2c3.js.map"), "{}");
  writeFileSync(path.join(pageFolder, ".hidden.html"), "hidden");
  writeFileSync(path.join(folder, "secret.html"), "secret");
  symlinkSync(path.join(folder, "secret.html"), path.join(pageFolder, "link.html"));
  served = { pageFolder, files: service.files };
  client = createORPCClient(new RPCLink({ port: service.connect() }));
  await client.cases.create({ name: "Lake", path: path.join(folder, "lake.sourceline") });
});

function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return serveFile(new Request(`http://127.0.0.1:1${address}`, init), served);
}

describe("the page", () => {
  test("is given under its policy and asked for anew each time", async () => {
    const response = await ask("/");
    expect(await response.text()).toBe("<!doctype html>the page");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": PAGE_POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-cache",
    });
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  test("allows no script but its own, and nothing that is not named", () => {
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(PAGE_POLICY).toMatch(/script-src 'self';/);
    expect(PAGE_POLICY).toMatch(/worker-src 'self';/);
    expect(PAGE_POLICY).toContain("frame-ancestors 'none'");
    expect(PAGE_POLICY).not.toMatch(/unsafe-eval|\*|https?:/);
  });

  test("has assets that never change", async () => {
    const response = await ask("/assets/main-a1b2c3.js");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  test("is described without its body for HEAD", async () => {
    const response = await ask("/", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("23");
    expect(await response.text()).toBe("");
  });

  test("that has not been built says so", async () => {
    const elsewhere = { ...served, pageFolder: path.join(served.pageFolder, "nowhere") };
    const response = await serveFile(new Request("http://127.0.0.1:1/"), elsewhere);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("npm start");
  });

  test.each([
    "/../secret.html",
    "/%2e%2e/secret.html",
    "/..%2fsecret.html",
    "/%2e%2e%2fsecret.html",
    "/assets/..%2f..%2fsecret.html",
    "/..%5csecret.html",
    "/%252e%252e%252fsecret.html",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.html",
    "//secret.html",
    "/C:%5csecret.html",
    "/link.html",
    "/.hidden.html",
    "/index.html%00.js",
    "/%ff",
    "/assets/main-a1b2c3.js.map",
    "/assets",
    "/assets/",
    "/nothing.html",
  ])("gives nothing at %s", async (address) => {
    const response = await ask(address);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-security-policy")).toBe(PAGE_POLICY);
    expect(await response.text()).toBe("There is nothing at this address.\n");
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("does not answer to %s", async (method) => {
    const response = await ask("/", { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});

describe("files of the case", () => {
  async function upload(name: string, body: BodyInit): Promise<Response> {
    return ask(`/uploads?name=${encodeURIComponent(name)}`, { method: "POST", body });
  }

  async function importUpload(name: string, body: string): Promise<string> {
    const { id } = await (await upload(name, body)).json();
    const report = await finish(await client.articles.importUploads({ uploads: [{ id, name }] }));
    return report.files[0]?.articleId ?? "";
  }

  test("come in by an upload and go out as they came, to be saved and never shown", async () => {
    const text = "<script>alert(1)</script>\r\nThe crossing was calm.";
    const name = "al-baḥr “one”.html.txt";
    const article = await client.articles.get({ id: await importUpload(name, text) });

    const response = await ask(`/originals/${article.originalSha256}`);
    expect(await response.text()).toBe(text);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="al-ba_r _one_.html.txt"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  });

  test("are shown as letters and never as markup, with the kind of what they are", async () => {
    const text = "<script>alert(1)</script>\r\nThe harbour was calm.";
    const article = await client.articles.get({ id: await importUpload("shown.txt", text) });
    const response = await ask(`/originals/${article.originalSha256}/shown`);
    expect(await response.text()).toBe(text);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "content-security-policy": PREVIEW_POLICY,
      [SHOWN_KIND_HEADER]: "text",
    });
  });

  test("that are rendered are saved, or looked at where nothing can run", async () => {
    await importUpload("crossing.txt", "The crossing was calm.");
    const rendered = await finish(await client.exports.render({ format: "html" }));

    const saved = await ask(`/rendered/${rendered.id}`);
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
    const looked = await ask(`/rendered/${rendered.id}?preview`);
    expect(looked.headers.get("content-disposition")).toBe("inline");
    expect(looked.headers.get("content-security-policy")).toBe(PREVIEW_POLICY);
    expect(PREVIEW_POLICY).toMatch(/; sandbox$/);
    expect(await looked.text()).toBe(await saved.text());
  });

  test("of other kinds are looked at as plain text", async () => {
    const rendered = await finish(await client.exports.render({ format: "json" }));
    const looked = await ask(`/rendered/${rendered.id}?preview`);
    expect(looked.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });

  test.each([
    `/originals/${"0".repeat(64)}`,
    `/originals/${"0".repeat(64)}/shown`,
    "/originals/x/shown",
    "/originals/x",
    "/originals/",
    "/rendered/x",
    "/rendered/..%2f",
  ])("are not at %s", async (address) => {
    expect((await ask(address)).status).toBe(404);
  });

  test.each(["", "..%2fa.txt", "a%00b", "a%0ab", "%20", "x".repeat(256)])(
    "come in, also when they are called “%s”",
    async (name) => {
      const response = await ask(`/uploads?name=${name}`, { method: "POST", body: "words" });
      expect(response.status).toBe(201);
    },
  );

  test("come in several at once, each by its size", async () => {
    const response = await ask("/uploads?sizes=5,0,6", { method: "POST", body: "firstsecond" });
    const sent: { id: string }[] = await response.json();
    const uploads = sent.map(({ id }, index) => ({ id, name: `${index}.txt` }));
    const report: ImportReport = await finish(await client.articles.importUploads({ uploads }));
    expect(report).toMatchObject({ imported: 2, failed: 1 });
    const texts = await Promise.all(
      report.files.slice(1).map(async ({ articleId }) => (await client.articles.get({ id: articleId ?? "" })).text),
    );
    expect(texts.sort()).toEqual(["first", "second"]);
  });

  test.each(["", "x", "5,6", "5,6,7", "-1,12"])("are refused where their sizes are said to be “%s”", async (sizes) => {
    const response = await ask(`/uploads?sizes=${sizes}`, { method: "POST", body: "firstsecond!" });
    expect(response.status).toBe(400);
  });

  test("come in by POST alone", async () => {
    expect((await ask("/uploads?name=a.txt")).status).toBe(405);
  });

  test("that are announced too large are refused before they are read", async () => {
    let wasRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          wasRead = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { "content-length": String(LARGEST_UPLOAD + 1) };
    const response = await ask("/uploads?name=a.txt", { method: "POST", body, headers, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect(wasRead).toBe(false);
  });

  test("that turn out too large are not read to their end", async () => {
    const piece = new Uint8Array(40_000_000);
    let pieces = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pieces++;
          controller.enqueue(piece);
        },
      },
      { highWaterMark: 0 },
    );
    const response = await ask("/uploads?name=a.txt", { method: "POST", body, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.text()).toBe("“a.txt” is larger than 200 MB, which is the most.\n");
    expect(pieces).toBe(6);
  });
});
