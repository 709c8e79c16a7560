import { describe, expect, it } from "vitest";
import { SHORTCUTS } from "#domain/shortcuts.ts";
import { commandsFor } from "../../renderer/frame/palette-commands.ts";

const all = () => true;
const offered = (typed: string) => commandsFor(typed, all, []).map(({ command }) => command);

describe("commands of the palette", () => {
  it("are all but the palette itself where nothing is typed", () => {
    expect(offered("")).toHaveLength(SHORTCUTS.length - 1);
    expect(offered("")).not.toContain("palette");
  });

  it("hold every typed word as a beginning, in any order and case", () => {
    expect(offered("go lib")).toEqual(["view-library"]);
    expect(offered("LIBRARY go")).toEqual(["view-library"]);
    expect(offered("ibrary")).toEqual([]);
  });

  it("put those first that begin with what was typed", () => {
    expect(offered("re")[0]).toBe("redo");
    expect(offered("re").length).toBeGreaterThan(1);
  });

  it("are only those that can be done now", () => {
    expect(commandsFor("", (command) => command === "undo", []).map(({ command }) => command)).toEqual(["undo"]);
  });

  it("are followed by what can be done without a key", () => {
    const run = () => {};
    const paste = { label: "Paste text", run };
    expect(commandsFor("past", all, [paste])).toEqual([{ command: null, label: "Paste text", run }]);
    expect(commandsFor("copy", all, [paste]).map(({ label }) => label)).not.toContain("Paste text");
  });
});
