import { existsSync } from "node:fs";
import path from "node:path";
import { openBrowser } from "../local/open-browser.ts";
import { runLocalHost } from "../local/run-local-host.ts";
import { PAGE_FOLDER } from "../places.ts";
import { type Command, EXIT, optionOf, WrongUsage } from "./command.ts";
import { existingCase } from "./session.ts";

export const serveCommand: Command = {
  name: "serve",
  usage: "[CASE] [--port N] [--open]",
  summary: "Give the workbench to a browser on this machine.",
  details:
    "Prints an address that lets one browser in, once; nobody outside this machine can reach it.\nWith --open, opens it in the browser. Ctrl-C stops it and closes the case.",
  words: [0, 1],
  options: { port: { type: "string" }, open: { type: "boolean" } },
  async run(given) {
    const port = Number(optionOf(given, "port") ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new WrongUsage("A port is a whole number from 0 to 65535; 0 stands for any that is free.");
    }
    if (!existsSync(path.join(PAGE_FOLDER, "index.html"))) {
      given.output.say("The page has not been built. Run “npm run build” first.");
      return EXIT.problem;
    }
    const word = given.words[0];
    const kept = await runLocalHost({
      port,
      open: async (workbench) => word !== undefined && workbench.cases.open({ path: existingCase(word) }),
      show: given.options.open === true ? openBrowser : () => {},
      signal: given.signal,
    });
    return kept ? EXIT.done : EXIT.problem;
  },
};
