import { interruption } from "../interruption.ts";
import { tolerateClosedPipes } from "./output.ts";
import { runCommand } from "./run.ts";

/**
 * The command line. Exit codes: 0 done, 1 a problem (a sentence on stderr says what), 2 wrong usage, 3 `check` found
 * something wrong, 130 interrupted.
 */
tolerateClosedPipes();
// Set and not forced: what is still on its way to a pipe gets there.
process.exitCode = await runCommand(process.argv.slice(2), interruption());
