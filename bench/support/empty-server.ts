import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server with an empty page, which says where it is as the local host does. */
const page = "<!doctype html><html lang=en><title>Empty</title><body><main>Here</main>";
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(page);
});
server.listen(0, "127.0.0.1", () => {
  console.log(`It is at http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
