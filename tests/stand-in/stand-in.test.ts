import { describe, expect, test } from "vitest";
import { addScheme, carried, known } from "./addresses.ts";
import { MessageChannelMain, type PortMessage } from "./ports.ts";
import { strict } from "./strict.ts";
import { carry, land } from "./wire.ts";

describe("the stand-in", () => {
  test("names what it does not know", () => {
    const part = strict("app", { quit: () => "gone" });
    expect(part.quit()).toBe("gone");
    expect(() => Reflect.get(part, "dock")).toThrow("does not know app.dock");
  });

  test("carries the application's addresses and knows them again", () => {
    addScheme("app");
    for (const address of ["app://sourceline/", "app://sourceline/a/b?c=d#e", "blob:app://sourceline/1-2"]) {
      expect(carried(address)).toMatch(/^(blob:)?https:\/\/sourceline\.app\.invalid\//);
      expect(known(carried(address))).toBe(address);
    }
    for (const address of ["https://evil.example/", "about:blank", "data:,x", "https://x.other.invalid/"]) {
      expect(carried(address)).toBe(address);
      expect(known(address)).toBe(address);
    }
  });

  test("carries text, bytes and plain values as they are, and refuses the rest", () => {
    for (const value of ["“text”", "", { a: [1, null, "x"] }, null, 7, new Uint8Array([0, 255, 128])]) {
      expect(land(carry(value))).toEqual(value);
    }
    expect(() => carry({ call: () => {} })).toThrow("plain values only");
    expect(() => carry({ set: new Set() })).toThrow("plain values only");
  });

  test("holds messages back until a port is started, and closes both ends together", async () => {
    const { port1, port2 } = new MessageChannelMain();
    const heard: unknown[] = [];
    port2.on("message", (message: PortMessage) => heard.push(message.data));
    port1.postMessage("early");
    await Promise.resolve();
    expect(heard).toEqual([]);
    port2.start();
    port1.postMessage("late");
    await Promise.resolve();
    expect(heard).toEqual(["early", "late"]);
    const closed = new Promise((resolve) => port2.on("close", () => resolve(true)));
    port1.close();
    expect(await closed).toBe(true);
  });
});
