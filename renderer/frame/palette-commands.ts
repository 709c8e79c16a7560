import { type CommandName, SHORTCUTS } from "#domain/shortcuts.ts";

/** A command as the palette offers it. */
export interface PaletteCommand {
  command: CommandName;
  label: string;
}

/**
 * The commands that hold every typed word as the beginning of one of theirs, those that begin with the first word before
 * the others. `canRun` says which can be done at the moment; only those are offered.
 */
export function commandsFor(typed: string, canRun: (command: CommandName) => boolean): PaletteCommand[] {
  const wanted = wordsOf(typed);
  const offered = SHORTCUTS.filter(({ command }) => command !== "palette" && canRun(command)).filter(({ label }) =>
    wanted.every((want) => wordsOf(label).some((word) => word.startsWith(want))),
  );
  const [first = ""] = wanted;
  const leads = ({ label }: { label: string }) => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return offered.toSorted((one, other) => leads(one) - leads(other)).map(({ command, label }) => ({ command, label }));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
