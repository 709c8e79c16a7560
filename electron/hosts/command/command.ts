import type { ParseArgsOptionsConfig } from "node:util";
import type { Output } from "./output.ts";

/** How a command ended, as the shell is told. `--help` says the same to people. */
export const EXIT = {
  done: 0,
  /** Something could not be done; a sentence on stderr says what. */
  problem: 1,
  wrongUsage: 2,
  /** `check` looked and found something wrong. */
  found: 3,
  interrupted: 130,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What a command was given on its line. */
export interface Given {
  words: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  output: Output;
  /** Aborted when the person interrupts. */
  signal: AbortSignal;
}

export interface Command {
  name: string;
  /** What follows its name: `CASE PATH…`. */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** What its own help says beside that. */
  details: string;
  /** How many words it takes at least and at most. */
  words: readonly [number, number];
  options: ParseArgsOptionsConfig;
  run: (given: Given) => Promise<Exit>;
}

/** The command line makes no sense; the message is a sentence that says why. */
export class WrongUsage extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "WrongUsage";
  }
}

/** The value of an option that takes one. */
export function optionOf(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === "string" ? value : undefined;
}

/** A word that the command cannot be without; the number of words has been looked at before. */
export function wordOf(given: Given, index: number): string {
  const word = given.words[index];
  if (word === undefined) throw new WrongUsage("A word is missing.");
  return word;
}
