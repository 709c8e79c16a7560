import { type CommandName, SHORTCUTS } from "#domain/shortcuts.ts";
import type { Action } from "../actions.ts";

/** What can be done, as the palette offers it: a command, which has a key, or an action, which has none. */
export interface PaletteCommand {
  /** Null of an action. */
  command: CommandName | null;
  label: string;
  /** Does the action; null of a command, which is done by whoever does it when it is asked for. */
  run: (() => void) | null;
}

/**
 * The commands and actions that hold every typed word as the beginning of one of theirs, those that begin with the first
 * word before the others. `canRun` says which commands can be done at the moment; only those are offered.
 */
export function commandsFor(
  typed: string,
  canRun: (command: CommandName) => boolean,
  actions: readonly Action[],
): PaletteCommand[] {
  const wanted = wordsOf(typed);
  const commands = SHORTCUTS.filter(({ command }) => command !== "palette" && canRun(command));
  const offered: PaletteCommand[] = [
    ...commands.map(({ command, label }) => ({ command, label, run: null })),
    ...actions.map(({ label, run }) => ({ command: null, label, run })),
  ].filter(({ label }) => wanted.every((want) => wordsOf(label).some((word) => word.startsWith(want))));
  const [first = ""] = wanted;
  const leads = ({ label }: PaletteCommand) => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return offered.toSorted((one, other) => leads(one) - leads(other));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
