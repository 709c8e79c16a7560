import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  placeWindow,
  readWindowState,
  SMALLEST_WINDOW,
  saveWindowState,
} from "#electron/hosts/desktop/window-state.ts";

const LAPTOP = { x: 0, y: 25, width: 1512, height: 900 };
const MONITOR = { x: 1512, y: 0, width: 2560, height: 1400 };

describe("where the window goes", () => {
  test("is where it was", () => {
    const saved = { x: 1700, y: 100, width: 1400, height: 1000, maximized: true };
    expect(placeWindow(saved, [LAPTOP, MONITOR])).toEqual(saved);
  });

  test("is the middle of the first display where the one it was on has gone", () => {
    const saved = { x: 1700, y: 100, width: 1400, height: 850, maximized: false };
    expect(placeWindow(saved, [LAPTOP])).toEqual({ x: 36, y: 25, width: 1440, height: 900, maximized: false });
  });

  test("is the middle of the first display where what was saved makes no sense", () => {
    for (const saved of [null, 7, "x", [], {}, { x: "0", y: 0, width: 1, height: 1, maximized: true }]) {
      expect(placeWindow(saved, [LAPTOP])).toMatchObject({ x: 36, y: 25 });
    }
  });

  test("is no larger than the display", () => {
    const saved = { x: 0, y: 25, width: 5_000, height: 5_000, maximized: false };
    expect(placeWindow(saved, [LAPTOP])).toMatchObject({ width: 1512, height: 900 });
  });

  test("always leaves a person something to drag it by", () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    const saved = fc.record({ x: number, y: number, width: size, height: size, maximized: fc.boolean() });
    fc.assert(
      fc.property(saved, (state) => {
        const placed = placeWindow(state, [LAPTOP, MONITOR]);
        const grips = [LAPTOP, MONITOR].map((display) => {
          const across = Math.min(placed.x + placed.width, display.x + display.width) - Math.max(placed.x, display.x);
          return across >= 80 && placed.y >= display.y && placed.y < display.y + display.height;
        });
        expect(grips).toContain(true);
        expect(placed.width).toBeGreaterThanOrEqual(SMALLEST_WINDOW.width);
        expect(placed.height).toBeGreaterThanOrEqual(SMALLEST_WINDOW.height);
      }),
    );
  });
});

describe("what is kept of it", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "window-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("is read back", () => {
    const state = { x: 1, y: 2, width: 1000, height: 700, maximized: false };
    saveWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
  });

  test("is nothing where there is no file, or a broken one", () => {
    expect(readWindowState(folder)).toBeNull();
    writeFileSync(join(folder, "window.json"), "{ not json");
    expect(readWindowState(folder)).toBeNull();
  });

  test("troubles nobody where it cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() =>
      saveWindowState(join(folder, "file", "within"), { x: 0, y: 0, width: 1, height: 1, maximized: false }),
    ).not.toThrow();
  });
});
