#!/usr/bin/env node
// Sourceline runs on the Node that comes with it. This file alone must be understood by any other that a machine may have.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED = [22, 18];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  await import("./main.ts");
} else {
  const isWindows = process.platform === "win32";
  const own = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url)) + (isWindows ? ".cmd" : "");
  if (existsSync(own)) {
    const program = fileURLToPath(new URL("./main.ts", import.meta.url));
    const child = spawn(own, [program, ...process.argv.slice(2)], { stdio: "inherit", shell: isWindows });
    // The terminal tells both of an interruption; the answer is the child's, and this one only passes it on.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
    }
    child.on("exit", (code) => {
      process.exitCode = code ?? 130;
    });
  } else {
    console.error(`Sourceline needs Node ${NEEDED.join(".")} or newer, and this is ${process.versions.node}.`);
    process.exitCode = 1;
  }
}
