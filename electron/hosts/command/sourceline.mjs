#!/usr/bin/env node
// Sourceline runs on the Node that comes with it. This file alone must be understood by any other that a machine may have.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED = { major: 22, minor: 18 };

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) {
  const { hasBundles, runBundle } = await import("../built.mjs");
  await (hasBundles() ? runBundle("command") : import("./main.ts"));
} else {
  const isWindows = process.platform === "win32";
  const own = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url)) + (isWindows ? ".cmd" : "");
  if (existsSync(own)) {
    const program = fileURLToPath(new URL("./main.ts", import.meta.url));
    const child = spawn(own, [program, ...process.argv.slice(2)], { stdio: "inherit", shell: isWindows });
    // The terminal tells both of an interruption; the answer is the child's, and this one only passes it on.
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    process.on("SIGHUP", () => child.kill("SIGHUP"));
    child.on("exit", (code) => {
      process.exitCode = code ?? 130;
    });
  } else {
    console.error(
      `Sourceline needs Node ${NEEDED.major}.${NEEDED.minor} or newer, and this is ${process.versions.node}.`,
    );
    process.exitCode = 1;
  }
}
