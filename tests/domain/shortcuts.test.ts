import { describe, expect, it } from "vitest";
import { SHORTCUTS } from "#domain/shortcuts.ts";

const everyKey = SHORTCUTS.flatMap(({ command, group, keys }) => keys.map((key) => ({ command, group, key })));

describe("shortcuts", () => {
  it("name each command once", () => {
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.command)).size).toBe(SHORTCUTS.length);
  });

  it("give a key to one command only: reading and marking happen in the same place, and everywhere is there too", () => {
    const keys = everyKey.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(everyKey)("write $key as modifiers in a fixed order and one key", ({ key }) => {
    expect(key).toMatch(/^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9[\]?]|Delete|Enter|Escape|F\d{1,2})$/);
  });

  it("work everywhere only with a modifier or as a function key, save the one that shows them, so that typing is never taken for a command", () => {
    const bare = everyKey.filter(({ group, key }) => group === "Everywhere" && !key.includes("+") && !/^F\d/.test(key));
    expect(bare.map(({ command }) => command)).toEqual(["shortcuts"]);
  });

  it("say what they do", () => {
    for (const { label } of SHORTCUTS) expect(label).toMatch(/^[A-Z].*[^.]$/);
  });
});
