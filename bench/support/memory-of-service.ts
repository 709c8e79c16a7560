import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import { WebSocket } from "ws";
import { finish } from "#domain/contract/base.ts";
import type { Workbench } from "#domain/contract/contract.ts";
import { buildIfStale } from "#electron/hosts/built.mjs";
import { foldersIn } from "./folder.ts";
import { prose } from "./prose.ts";
import { generator } from "./random.ts";
import { LISTS, QUESTIONS } from "./search-questions.ts";

/**
 * Starts the local host by the command that a person starts it with, from the bundles, which are built where they are not
 * there, and asks it over its socket: the case that is named is opened in it, everything is asked, and some articles are brought in. Leaves
 * the resident memory of that process after each in the file that is named second. The case is changed.
 */

/** Resident memory in megabytes, in the order in which it was looked at. */
export type MemoryFigures = { when: string; megabytes: number }[];

const ROUNDS = 3;
const IMPORTED = 200;

/** Milliseconds after which the threads that an import needs are gone. */
const REST = 15_000;

const COMMAND = fileURLToPath(new URL("../../electron/hosts/command/sourceline.mjs", import.meta.url));

const [, , made = "", answer = ""] = process.argv;
const folder = path.dirname(made);
const figures: MemoryFigures = [];

if (!buildIfStale()) throw new Error("The bundles could not be built.");
const { settingsFolder, casesFolder } = foldersIn(folder);
const host = spawn(process.execPath, [COMMAND, "serve"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, SOURCELINE_SETTINGS: settingsFolder, SOURCELINE_CASES: casesFolder },
});
const ended = new Promise((resolve) => host.once("exit", resolve));
try {
  const socket = await connected(await addressOf(createInterface({ input: host.stdout })));
  // The client knows a browser’s socket, of which this one has all that it uses.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  await lookOn(createORPCClient<Workbench>(link));
  socket.close();
} finally {
  host.kill("SIGINT");
  await ended;
}
writeFileSync(answer, JSON.stringify(figures));

async function lookOn(client: Workbench): Promise<void> {
  await client.application.about();
  look("before a case is open");
  await client.cases.open({ path: made });
  look("with the case open");
  for (let round = 0; round < ROUNDS; round++) {
    for (const { query } of QUESTIONS) await client.search.everywhere({ query });
  }
  look("after all questions");
  for (let round = 0; round < ROUNDS; round++) {
    for (const { ask } of LISTS) await ask(client);
  }
  look("after all lists and facets");
  await finish(await client.articles.importPaths({ paths: [textFiles(path.join(folder, "incoming"))] }), () => {});
  look(`after an import of ${IMPORTED} articles`);
  await pause(REST);
  look("a quarter of a minute later");
}

/** Asks the system, in kibibytes, and so is not for Windows. */
function look(when: string): void {
  const kibibytes = execFileSync("ps", ["-o", "rss=", "-p", String(host.pid)], { encoding: "utf8" });
  figures.push({ when, megabytes: (Number(kibibytes) * 1_024) / 1e6 });
}

/** The address that the host prints. */
async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error("The local host did not start.");
}

/** Exchanges the token of the address for the cookie and the key, as a page does, and opens the socket of the contract. */
async function connected(address: string): Promise<WebSocket> {
  const response = await fetch(address);
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  const key = /<meta name="sourceline-key" content="([^"]+)"/.exec(await response.text())?.[1];
  if (!cookie || !key) throw new Error("The local host let nobody in.");
  const { origin } = new URL(address);
  const socket = new WebSocket(`${origin.replace("http", "ws")}/rpc?key=${key}`, { headers: { cookie, origin } });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return socket;
}

function textFiles(place: string): string {
  const random = generator(200);
  mkdirSync(place);
  for (let number = 0; number < IMPORTED; number++) {
    writeFileSync(path.join(place, `${number}.txt`), `${prose(8, random)}\n\n${prose(300, random)}.\n`);
  }
  return place;
}
