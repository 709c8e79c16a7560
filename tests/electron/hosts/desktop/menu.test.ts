import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import { SHORTCUTS } from "#domain/shortcuts.ts";
import { acceleratorOf, menuTemplate } from "#electron/hosts/desktop/menu.ts";

function itemsOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

describe.each(["linux", "win32", "darwin"] as const)("the menu on %s", (platform) => {
  const sent: string[] = [];
  const template = menuTemplate(platform, (command) => sent.push(command));
  const items = itemsOf(template);

  test("has File, Edit, View, Go and Help", () => {
    const names = template.map((item) => item.label ?? item.role);
    expect(names).toEqual([...(platform === "darwin" ? ["appMenu"] : []), "File", "Edit", "View", "Go", "help"]);
  });

  test("sends each command under its own name and with the words of the shortcut table", () => {
    for (const item of items.filter((candidate) => candidate.click)) {
      item.click?.(...([] as unknown as Parameters<NonNullable<typeof item.click>>));
      expect(sent.at(-1)).toBe(item.id);
      expect(SHORTCUTS.find((shortcut) => shortcut.command === item.id)?.label).toBe(item.label);
    }
    expect(sent).toContain("undo");
    expect(sent).toContain("redo");
  });

  test("shows the keys of the table and leaves them to the page", () => {
    const undo = items.find((item) => item.id === "undo");
    expect(undo?.accelerator).toBe("CommandOrControl+Z");
    for (const item of items.filter((candidate) => candidate.accelerator)) {
      expect(item.registerAccelerator, item.id).toBe(false);
    }
  });

  test("holds every command that is for everywhere", () => {
    const everywhere = SHORTCUTS.filter((shortcut) => shortcut.group === "Everywhere").map(({ command }) => command);
    expect(items.map((item) => item.id)).toEqual(expect.arrayContaining(everywhere));
  });
});

test("a key without a modifier is no accelerator, because it is also a letter", () => {
  expect(acceleratorOf("J")).toBeNull();
  expect(acceleratorOf("?")).toBeNull();
  expect(acceleratorOf("Alt+1")).toBe("Alt+1");
  expect(acceleratorOf("Mod+Shift+Z")).toBe("CommandOrControl+Shift+Z");
});
