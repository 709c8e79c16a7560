import { describe, expect, it } from "vitest";
import { commandOf, isChord, type Press, printed } from "../../renderer/keys.ts";

function press(key: string, rest: Partial<Press> = {}): Press {
  return { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...rest };
}

describe("commandOf", () => {
  it("knows single letters, in either case of the letter but not with Shift", () => {
    expect(commandOf(press("c"), false)).toBe("make-claim");
    expect(commandOf(press("C"), false)).toBe("make-claim");
    expect(commandOf(press("C", { shiftKey: true }), false)).toBe("compare");
    expect(commandOf(press("Q"), false)).toBe("mark-cue");
    expect(commandOf(press("Q", { shiftKey: true }), false)).toBeNull();
  });

  it("takes Ctrl for Mod, and Cmd on a Mac", () => {
    expect(commandOf(press("k", { ctrlKey: true }), false)).toBe("palette");
    expect(commandOf(press("k", { metaKey: true }), true)).toBe("palette");
    expect(commandOf(press("k", { ctrlKey: true }), true)).toBeNull();
    expect(commandOf(press("k", { ctrlKey: true, metaKey: true }), false)).toBeNull();
  });

  it("tells undo from redo by Shift", () => {
    expect(commandOf(press("z", { ctrlKey: true }), false)).toBe("undo");
    expect(commandOf(press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe("redo");
  });

  it("goes by the place of the key on keyboards of other scripts", () => {
    expect(commandOf(press("с", { code: "KeyC" }), false)).toBe("make-claim");
    expect(commandOf(press("¡", { code: "Digit1", altKey: true }), true)).toBe("view-library");
  });

  it("goes by the letter where another Latin layout has it elsewhere", () => {
    expect(commandOf(press("q", { code: "KeyA" }), false)).toBe("mark-cue");
  });

  it("takes a question mark however it is typed", () => {
    expect(commandOf(press("?", { shiftKey: true, code: "Slash" }), false)).toBe("shortcuts");
  });
});

describe("isChord", () => {
  it("is true of what may fire while a person types", () => {
    expect(isChord(press("c"))).toBe(false);
    expect(isChord(press("Delete"))).toBe(false);
    expect(isChord(press("F6"))).toBe(true);
    expect(isChord(press("k", { ctrlKey: true }))).toBe(true);
  });
});

it("prints combinations as the keyboard has them", () => {
  expect(printed("Mod+Shift+Z", false)).toBe("Ctrl Shift Z");
  expect(printed("Mod+Shift+Z", true)).toBe("⌘⇧Z");
});
