import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Every benchmark, each in a process of its own and one after the other, so that none disturbs another. */
for (const name of [
  "call",
  "save",
  "start",
  "mark",
  "scroll",
  "list",
  "many",
  "import",
  "formats",
  "search",
  "copies",
]) {
  const program = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  execFileSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: "inherit" });
}
