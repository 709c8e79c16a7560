import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Rectangle = z.infer<typeof Rectangle>;

const WindowState = Rectangle.extend({ maximized: z.boolean() });
export type WindowState = z.infer<typeof WindowState>;

/** The least that the three panes of the reader need. */
export const SMALLEST_WINDOW = { width: 960, height: 600 };

const USUAL_WINDOW = { width: 1440, height: 900 };

/** How much of the window must lie on a display for a person to get hold of it. */
const GRIP = 80;

/**
 * Where the window goes: where it was, if that is still on a display that is there; else in the middle of the first
 * display, and never larger than it. `displays` are their work areas, the primary one first.
 */
export function placeWindow(saved: unknown, displays: readonly Rectangle[]): WindowState {
  const before = WindowState.safeParse(saved);
  if (before.success) {
    for (const display of displays) {
      const fitted = fitTo(before.data, display);
      if (holdsGrip(display, fitted)) return fitted;
    }
  }
  const display = displays[0] ?? { x: 0, y: 0, ...USUAL_WINDOW };
  const width = Math.min(USUAL_WINDOW.width, display.width);
  const height = Math.min(USUAL_WINDOW.height, display.height);
  return {
    x: display.x + Math.floor((display.width - width) / 2),
    y: display.y + Math.floor((display.height - height) / 2),
    width,
    height,
    maximized: false,
  };
}

/** The window no larger than the display, and no smaller than it can be. */
function fitTo(window: WindowState, display: Rectangle): WindowState {
  return {
    ...window,
    width: Math.max(SMALLEST_WINDOW.width, Math.min(window.width, display.width)),
    height: Math.max(SMALLEST_WINDOW.height, Math.min(window.height, display.height)),
  };
}

/** Whether enough of the title bar lies on the display to drag the window by. */
function holdsGrip(display: Rectangle, window: Rectangle): boolean {
  const left = Math.max(display.x, window.x);
  const right = Math.min(display.x + display.width, window.x + window.width);
  return right - left >= GRIP && window.y >= display.y && window.y <= display.y + display.height - GRIP;
}

/** What was saved of the window, or null; a file that cannot be read is no reason not to start. */
export function readWindowState(settingsFolder: string): unknown {
  try {
    return JSON.parse(readFileSync(fileIn(settingsFolder), "utf8"));
  } catch {
    return null;
  }
}

/** Keeps where the window is; losing that is no reason to trouble a person. */
export function saveWindowState(settingsFolder: string, state: WindowState): void {
  const file = fileIn(settingsFolder);
  try {
    mkdirSync(settingsFolder, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // The next window opens in the middle of the display.
  }
}

function fileIn(settingsFolder: string): string {
  return join(settingsFolder, "window.json");
}
