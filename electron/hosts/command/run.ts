import { parseArgs } from "node:util";
import { ORPCError } from "@orpc/client";
import { Problem } from "#domain/problems.ts";
import { VERSION } from "../version.ts";
import { checkCommand, exportCommand, importCommand, newCommand } from "./case-commands.ts";
import { type Command, EXIT, type Exit, type Given, WrongUsage } from "./command.ts";
import { standardOutput } from "./output.ts";
import { callCommand, listCommand, showCommand } from "./reading-commands.ts";
import { serveCommand } from "./serve-command.ts";
import { ServiceLost } from "./session.ts";

const COMMANDS: readonly Command[] = [
  newCommand,
  importCommand,
  listCommand,
  showCommand,
  callCommand,
  exportCommand,
  checkCommand,
  serveCommand,
];

/** Options that every command takes. */
const COMMON = {
  json: { type: "boolean" },
  progress: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs a command line, and gives the code that the shell is told. */
export async function runCommand(line: readonly string[], signal: AbortSignal): Promise<Exit> {
  const [name, ...rest] = line;
  if (name === undefined) return wrongUsage("Say what to do.", null);
  if (name === "--help" || name === "-h" || name === "help") return print(help());
  if (name === "--version" || name === "-V") return print(VERSION);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) return wrongUsage(`There is no command “${name}”.`, null);
  let given: Given;
  try {
    const { values, positionals } = parse(command, rest);
    if (values.help === true) return print(helpOf(command));
    const [least, most] = command.words;
    if (positionals.length < least) throw new WrongUsage(`“${name}” needs more words.`);
    if (positionals.length > most) throw new WrongUsage(`“${name}” takes fewer words.`);
    const output = standardOutput(values.json === true, values.progress === true);
    given = { words: positionals, options: values, output, signal };
  } catch (error) {
    if (error instanceof WrongUsage) return wrongUsage(error.message, command);
    throw error;
  }
  try {
    return await command.run(given);
  } catch (error) {
    given.output.settle();
    if (signal.aborted) {
      given.output.say("Interrupted.");
      return EXIT.interrupted;
    }
    if (error instanceof WrongUsage) return wrongUsage(error.message, command);
    if (error instanceof ServiceLost) console.error(error.cause);
    given.output.say(sentenceOf(error));
    return EXIT.problem;
  }
}

function parse(command: Command, line: readonly string[]) {
  try {
    return parseArgs({ args: [...line], allowPositionals: true, options: { ...command.options, ...COMMON } }) as {
      values: Given["options"];
      positionals: string[];
    };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** What to tell the person of a failure. Only what we expect has a sentence; the rest shows where it came from. */
function sentenceOf(error: unknown): string {
  if (error instanceof Problem || error instanceof ORPCError || error instanceof ServiceLost) return error.message;
  if (error instanceof Error && "code" in error) {
    if (error.code === "EADDRINUSE") return "Another program uses that port. Choose another, or leave --port out.";
    if (error.code === "EACCES" && "syscall" in error && error.syscall === "listen") {
      return "You may not use that port on this machine. Choose one above 1023, or leave --port out.";
    }
  }
  console.error(error);
  return "Something went wrong that we did not expect; it stands above.";
}

function wrongUsage(sentence: string, command: Command | null): Exit {
  const more = command ? `sourceline ${command.name} --help` : "sourceline --help";
  process.stderr.write(`${sentence}\n“${more}” says how.\n`);
  return EXIT.wrongUsage;
}

function print(text: string): Exit {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

function help(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  return `Sourceline: who claims what in the news, how they know, and how far it is verified.

Usage: sourceline COMMAND …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

${OPTIONS_HELP}
  --version       Print the version.

Exit codes
  0    done
  1    a problem; a sentence on stderr says what
  2    wrong usage
  3    “check” found something wrong
  130  interrupted

Settings lie in SOURCELINE_SETTINGS and new cases in SOURCELINE_CASES where these are set.
“sourceline COMMAND --help” says more of each.`;
}

const OPTIONS_HELP = `Options of every command
  --json          Print the result as JSON on stdout; its form is stable.
  --progress      Print progress on stderr also where that is no terminal.
  -h, --help      Say how it is used.`;

function helpOf({ name, usage, summary, details }: Command): string {
  return `Usage: sourceline ${name} ${usage}\n\n${summary}\n${details}\n\n${OPTIONS_HELP}`;
}
