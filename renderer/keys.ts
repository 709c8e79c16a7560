import { useEffect, useEffectEvent, useLayoutEffect } from "react";
import { type CommandName, SHORTCUTS } from "#domain/shortcuts.ts";

/** What a key press says, apart from the page it happened in. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The command of a key press, or null. On a Mac `Mod` is Cmd, elsewhere Ctrl. */
export function commandOf(press: Press, mac = isMac()): CommandName | null {
  const shortcut = SHORTCUTS.find(({ keys }) => keys.some((combination) => matches(combination, press, mac)));
  return shortcut?.command ?? null;
}

/** Whether the keys hold Ctrl, Cmd, Alt or a function key: only such fire while a person types. */
export function isChord(press: Pick<Press, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  return press.ctrlKey || press.metaKey || press.altKey || /^F\d+$/.test(press.key);
}

function matches(combination: string, press: Press, mac: boolean): boolean {
  const parts = combination.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants("Mod") || other || press.altKey !== wants("Alt")) return false;
  const isLetter = /^[A-Z]$/.test(key);
  // A punctuation key may itself need Shift or AltGr, so only the character counts there.
  if ((isLetter || key.length > 1) && press.shiftKey !== wants("Shift")) return false;
  if (press.key.toUpperCase() === key.toUpperCase()) return true;
  // On keyboards of other scripts, and where Alt makes other characters, the place of the key counts.
  const typesLatin = /^[\x20-\x7e]$/.test(press.key);
  if (typesLatin && !press.altKey) return false;
  return press.code === `Key${key}` || press.code === `Digit${key}`;
}

/** The first combination of a command as it is printed on this machine's keyboard. */
export function keysOfCommand(command: CommandName, mac = isMac()): string {
  const combination = SHORTCUTS.find((shortcut) => shortcut.command === command)?.keys[0] ?? "";
  return printed(combination, mac);
}

/** A combination as it is printed: `Ctrl K`, `⌘K`. */
export function printed(combination: string, mac = isMac()): string {
  return mac
    ? combination.replace("Mod+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥")
    : combination.replace("Mod", "Ctrl").replaceAll("+", " ");
}

type Handler = () => unknown;

/** Who does each command; the one that came last, the innermost on the screen, has it. */
const handlers = new Map<CommandName, Handler[]>();

/** Has a command done by `handler` for as long as the component is there and `enabled`. */
export function useCommand(command: CommandName, handler: Handler, enabled = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => (enabled ? take(command, () => run()) : undefined), [command, enabled]);
}

/** Has each command of a table done by its handler for as long as the component is there. */
export function useCommands(table: Partial<Record<CommandName, Handler>>): void {
  const run = useEffectEvent((command: CommandName) => table[command]?.());
  const names = Object.keys(table).join(" ");
  useEffect(() => {
    const commands = names.split(" ").filter(Boolean) as CommandName[];
    const givenBack = commands.map((command) => take(command, () => run(command)));
    return () => {
      for (const giveBack of givenBack) giveBack();
    };
  }, [names]);
}

/** Has a command done by a handler from now on. Gives what ends that. */
function take(command: CommandName, handler: Handler): () => void {
  handlers.set(command, [...(handlers.get(command) ?? []), handler]);
  return () => {
    handlers.set(
      command,
      (handlers.get(command) ?? []).filter((other) => other !== handler),
    );
  };
}

/** How many sheets lie over the page. */
let sheets = 0;

/** Holds every command back for as long as the component, a sheet over the page, is there. */
export function useSheet(): void {
  // Before the next key, so that no command is done to a page that is covered.
  useLayoutEffect(() => {
    sheets += 1;
    return () => {
      sheets -= 1;
    };
  }, []);
}

/**
 * Does a command, whoever asks: a key, the native menu or the palette. False where nobody does it at the moment. While
 * a sheet lies over the page the command is taken, so that nobody else makes something of its keys, but it is not done.
 */
export function runCommand(command: CommandName): boolean {
  const handler = handlers.get(command)?.at(-1);
  if (!handler) return false;
  if (sheets === 0) handler();
  return true;
}

/** Whether somebody does the command at the moment. */
export function canRun(command: CommandName): boolean {
  return (handlers.get(command)?.length ?? 0) > 0;
}

/** Sends every key press of the page to its command. Gives a function that stops it. */
export function dispatchKeys(page: Window): () => void {
  const chords = (event: KeyboardEvent) => {
    if (isChord(event)) dispatch(event);
  };
  const single = (event: KeyboardEvent) => {
    if (!isChord(event) && !event.defaultPrevented && !typesInto(event.target)) dispatch(event);
  };
  // Chords are taken on the way down, before a widget can swallow them; single keys on the way up, after every widget.
  page.addEventListener("keydown", chords, { capture: true });
  page.addEventListener("keydown", single);
  return () => {
    page.removeEventListener("keydown", chords, { capture: true });
    page.removeEventListener("keydown", single);
  };
}

function dispatch(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const command = commandOf(event);
  if (command === null) return;
  // What was typed into a field is undone by the field itself.
  if ((command === "undo" || command === "redo") && isField(event.target)) return;
  if (runCommand(command)) event.preventDefault();
}

/** Whether letters go to the target: a field, or a list in which letters jump to an item. */
export function typesInto(target: EventTarget | null): boolean {
  return (
    isField(target) ||
    (target instanceof Element && target.closest("[role=listbox], [role=menu], [role=dialog]") !== null)
  );
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}
