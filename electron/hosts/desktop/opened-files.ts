import { extname, resolve } from "node:path";

/**
 * The case that a command line names, or null. The system puts the file after the program's own words; anything that
 * looks like an option is not a file, and only case files are opened this way.
 */
export function caseInArguments(commandLine: readonly string[], workingFolder: string): string | null {
  const named = commandLine.slice(1).findLast((word) => !word.startsWith("-") && isCaseFile(word));
  return named === undefined ? null : resolve(workingFolder, named);
}

/** Whether a path has the name of a case file. */
export function isCaseFile(path: string): boolean {
  return extname(path).toLowerCase() === ".sourceline";
}
