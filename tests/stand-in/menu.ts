import { type MenuRecord, record } from "./record.ts";
import { strict } from "./strict.ts";

interface Template {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  click?: () => void;
  submenu?: Template[];
}

const UNDERSTOOD = new Set(["id", "label", "role", "type", "accelerator", "registerAccelerator", "click", "submenu"]);
const ROLES = new Set([
  ...["appMenu", "help", "about", "quit", "close", "cut", "copy", "paste", "selectAll"],
  ...["resetZoom", "zoomIn", "zoomOut", "togglefullscreen"],
]);

/** A menu that was built. */
interface Built {
  items: MenuRecord[];
}

/** Electron's `Menu`: records what it is given. */
export const Menu = strict("Menu", {
  buildFromTemplate(template: Template[]): Built {
    return { items: template.map(built) };
  },
  setApplicationMenu(menu: Built | null): void {
    record.menu = menu?.items ?? [];
  },
});

function built(template: Template): MenuRecord {
  const unknown = Object.keys(template).filter((name) => !UNDERSTOOD.has(name));
  if (unknown.length > 0) throw new Error(`The stand-in for Electron does not know menu items with ${unknown}.`);
  if (template.role !== undefined && !ROLES.has(template.role)) {
    throw new Error(`The stand-in for Electron does not know the role “${template.role}”.`);
  }
  if (!template.role && !template.label && template.type !== "separator") throw new Error("A menu item needs a label.");
  return {
    id: template.id,
    label: template.label,
    role: template.role,
    accelerator: template.accelerator,
    registerAccelerator: template.registerAccelerator,
    click: template.click,
    submenu: (template.submenu ?? []).map(built),
  };
}

/** Clicks the item with an id, wherever it is. */
export function clickMenuItem(id: string): void {
  const item = find(record.menu, id);
  if (!item?.click) throw new Error(`The menu has no item “${id}” that can be clicked.`);
  item.click();
}

function find(items: readonly MenuRecord[], id: string): MenuRecord | null {
  for (const item of items) {
    const found = item.id === id ? item : find(item.submenu, id);
    if (found) return found;
  }
  return null;
}
