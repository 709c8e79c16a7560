import type { MenuItemConstructorOptions } from "electron";
import { type CommandName, SHORTCUTS } from "#domain/shortcuts.ts";

/** Sends a command of the menu to the page. */
export type SendCommand = (command: CommandName) => void;

/** The native menu, made from the one table of shortcuts. */
export function menuTemplate(platform: NodeJS.Platform, send: SendCommand): MenuItemConstructorOptions[] {
  const isMac = platform === "darwin";

  function item(command: CommandName): MenuItemConstructorOptions {
    const shortcut = SHORTCUTS.find((candidate) => candidate.command === command);
    const keys = shortcut?.keys.map(acceleratorOf).find((accelerator) => accelerator !== null);
    return {
      id: command,
      label: shortcut?.label ?? command,
      click: () => send(command),
      // The page hears its own keys, also within a field; the menu shows them and must not answer a second time.
      ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
    };
  }

  const separator: MenuItemConstructorOptions = { type: "separator" };

  return [
    ...(isMac ? [{ role: "appMenu" } as const] : []),
    {
      label: "File",
      submenu: [
        item("new-case"),
        item("open-case"),
        separator,
        item("import"),
        item("import-folder"),
        item("export"),
        separator,
        isMac ? { role: "close" } : { role: "quit" },
      ],
    },
    {
      label: "Edit",
      submenu: [
        item("undo"),
        item("redo"),
        separator,
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
        separator,
        item("find-in-article"),
      ],
    },
    {
      label: "View",
      submenu: [
        item("toggle-list"),
        item("toggle-inspector"),
        item("switch-pane"),
        item("dismiss"),
        separator,
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        separator,
        { role: "togglefullscreen" },
      ],
    },
    {
      label: "Go",
      submenu: [
        item("palette"),
        separator,
        item("view-library"),
        item("view-read"),
        item("view-search"),
        item("view-claims"),
        item("view-sources"),
        item("view-report"),
        item("view-settings"),
        separator,
        item("next-mark"),
        item("previous-mark"),
        item("next-article"),
        item("previous-article"),
      ],
    },
    { role: "help", submenu: [item("shortcuts"), ...(isMac ? [] : [separator, { role: "about" } as const])] },
  ];
}

/**
 * Electron's word for a key of the table, or null where it has no modifier: a bare letter is for the page alone, where
 * it can tell typing from commanding.
 */
export function acceleratorOf(keys: string): string | null {
  const parts = keys.split("+");
  if (parts.length < 2) return null;
  return parts.map((part) => (part === "Mod" ? "CommandOrControl" : part)).join("+");
}
