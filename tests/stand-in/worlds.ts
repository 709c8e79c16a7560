/**
 * What runs within Chromium in place of Electron's renderer side: one function for the world of the preload, one for
 * the world of the page. Both are sent over as text, so that they may use nothing from outside themselves. The two
 * worlds share the document but no objects; what passes between them goes in events, whose details Chromium copies.
 */

/** The name of the preload's world. */
export const PRELOAD_WORLD = "preload";

/** The name of the function in that world by which it speaks to the main process. */
export const SPEAK = "standInSpeak";

/** The script of the preload's world. */
export function preloadWorldScript(preload: string): string {
  return `if (window === window.top) (${preloadWorld.toString()})(function (require, module, exports) {${preload}\n});`;
}

/** The script of the page's world. */
export function pageWorldScript(): string {
  return `if (window === window.top) (${pageWorld.toString()})();`;
}

type Carried = { as: "text" | "bytes" | "json"; value: string };
type Heard =
  | { kind: "event"; channel: string; words: Carried[]; ports: number[] }
  | { kind: "reply"; call: number; value?: Carried; failure?: string }
  | { kind: "port"; port: number; data: Carried }
  | { kind: "port-closed"; port: number }
  | { kind: "paths"; paths: Record<string, string> };

function preloadWorld(runPreload: (require: unknown, module: object, exports: object) => void): void {
  const world = globalThis as unknown as {
    standInSpeak(message: string): void;
    standInHear(message: Heard): void;
  };
  const speak = world.standInSpeak;

  function strictly<Part extends object>(name: string, part: Part): Part {
    return new Proxy(part, {
      get(target, property) {
        if (property in target || typeof property === "symbol") return Reflect.get(target, property);
        throw new Error(`The stand-in for Electron does not know ${name}.${property}.`);
      },
    });
  }

  function carry(value: unknown): Carried {
    if (typeof value === "string") return { as: "text", value };
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes =
        value instanceof ArrayBuffer
          ? new Uint8Array(value)
          : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      let text = "";
      for (let at = 0; at < bytes.length; at += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      }
      return { as: "bytes", value: btoa(text) };
    }
    return { as: "json", value: JSON.stringify(value ?? null) };
  }

  function land(carried: Carried): unknown {
    if (carried.as === "text") return carried.value;
    if (carried.as === "json") return JSON.parse(carried.value);
    return Uint8Array.from(atob(carried.value), (character) => character.charCodeAt(0));
  }

  function tell(message: object): void {
    speak(JSON.stringify({ ...message, address: window.location.href }));
  }

  // ipcRenderer
  const listeners = new Map<string, Set<(event: object, ...words: unknown[]) => void>>();
  const replies = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const ports = new Map<number, MessagePort>();
  let calls = 0;

  const ipcRenderer = strictly("ipcRenderer", {
    on(channel: string, listener: (event: object, ...words: unknown[]) => void): void {
      const there = listeners.get(channel) ?? new Set();
      listeners.set(channel, there.add(listener));
    },
    send(channel: string, ...words: unknown[]): void {
      tell({ kind: "send", channel, words: words.map(carry) });
    },
    invoke(channel: string, ...words: unknown[]): Promise<unknown> {
      const call = ++calls;
      tell({ kind: "invoke", call, channel, words: words.map(carry) });
      return new Promise((resolve, reject) => replies.set(call, { resolve, reject }));
    },
  });

  function takePort(id: number): MessagePort {
    const channel = new MessageChannel();
    ports.set(id, channel.port1);
    channel.port1.onmessage = (event) => tell({ kind: "port", port: id, data: carry(event.data) });
    channel.port1.addEventListener("close", () => tell({ kind: "port-closed", port: id }));
    return channel.port2;
  }

  world.standInHear = (message) => {
    switch (message.kind) {
      case "event": {
        const event = { ports: message.ports.map(takePort) };
        for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.words.map(land));
        return;
      }
      case "reply": {
        const waiting = replies.get(message.call);
        replies.delete(message.call);
        if (message.value) waiting?.resolve(land(message.value));
        else waiting?.reject(new Error(message.failure));
        return;
      }
      case "port":
        ports.get(message.port)?.postMessage(land(message.data));
        return;
      case "port-closed":
        ports.get(message.port)?.close();
        ports.delete(message.port);
        return;
      case "paths":
        Object.assign(paths, message.paths);
        return;
    }
  };

  // webUtils
  const paths: Record<string, string> = {};
  const webUtils = strictly("webUtils", {
    /** A file that a script made has no path; one that was dropped has the path that the test gave for its name. */
    getPathForFile(file: File): string {
      if (!(file instanceof File)) throw new TypeError("getPathForFile takes a File.");
      return paths[file.name] ?? "";
    },
  });

  // contextBridge
  type Held = { [name: string]: Held } | ((...words: unknown[]) => unknown) | string | number | boolean | null;
  type Shape = { function: number } | { object: Record<string, Shape> } | { plain: unknown };
  const held: ((...words: unknown[]) => unknown)[] = [];
  const exposed: { name: string; shape: Shape }[] = [];

  function shapeOf(value: Held): Shape {
    if (typeof value === "function") return { function: held.push(value) - 1 };
    if (typeof value === "object" && value !== null) {
      return { object: Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)])) };
    }
    return { plain: value };
  }

  function toPage(name: string, detail: unknown): void {
    window.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }));
  }

  function wordsFromPage(words: unknown[]): unknown[] {
    return words.map((word) => {
      const callback = (word as { standInCallback?: number } | null)?.standInCallback;
      if (callback === undefined) return word;
      return (...said: unknown[]) => toPage("callback", { callback, words: said });
    });
  }

  const contextBridge = strictly("contextBridge", {
    exposeInMainWorld(name: string, api: Held): void {
      const entry = { name, shape: shapeOf(api) };
      exposed.push(entry);
      toPage("expose", entry);
    },
  });

  window.addEventListener("stand-in:window-open", (event) => {
    tell({ kind: "window-open", ...(event as CustomEvent<{ url: string; name: string }>).detail });
  });
  window.addEventListener("stand-in:ready", () => {
    for (const entry of exposed) toPage("expose", entry);
  });
  window.addEventListener("stand-in:call", (event) => {
    const { call, target, words } = (event as CustomEvent<{ call: number; target: number; words: unknown[] }>).detail;
    const failed = (error: unknown) => ({ call, failure: error instanceof Error ? error.message : String(error) });
    try {
      const value = held[target]?.(...wordsFromPage(words));
      if (value instanceof Promise) {
        toPage("answer", { call, promised: true });
        value.then(
          (settled) => toPage("settled", { call, value: settled }),
          (error: unknown) => toPage("settled", failed(error)),
        );
      } else if (typeof value === "function") {
        toPage("answer", { call, shape: shapeOf(value as (...words: unknown[]) => unknown) });
      } else {
        toPage("answer", { call, value });
      }
    } catch (error) {
      toPage("answer", failed(error));
    }
  });

  function require(name: string): object {
    if (name !== "electron") throw new Error(`A sandboxed preload cannot load “${name}”.`);
    return strictly("electron", { ipcRenderer, webUtils, contextBridge });
  }
  const module = { exports: {} };
  runPreload(require, module, module.exports);
}

function pageWorld(): void {
  type Shape = { function: number } | { object: Record<string, Shape> } | { plain: unknown };
  interface Answer {
    call: number;
    value?: unknown;
    promised?: boolean;
    shape?: Shape;
    failure?: string;
  }
  const callbacks: ((...words: unknown[]) => void)[] = [];
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  let answer: Answer | null = null;

  function toPreload(name: string, detail: unknown): void {
    window.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }));
  }

  function build(shape: Shape): unknown {
    if ("plain" in shape) return shape.plain;
    if ("function" in shape) return (...words: unknown[]) => call(shape.function, words);
    return Object.freeze(Object.fromEntries(Object.entries(shape.object).map(([name, part]) => [name, build(part)])));
  }

  function call(target: number, words: unknown[]): unknown {
    const id = ++calls;
    answer = null;
    const carried = words.map((word) =>
      typeof word === "function" ? { standInCallback: callbacks.push(word as () => void) - 1 } : word,
    );
    toPreload("call", { call: id, target, words: carried });
    const given = answer as Answer | null;
    if (!given) throw new Error("The preload did not answer.");
    if (given.failure !== undefined) throw new Error(given.failure);
    if (given.shape) return build(given.shape);
    if (given.promised) return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    return given.value;
  }

  // Electron asks its handler before a window comes to be; a denied one is nothing to the page that asked.
  const openWithin = window.open.bind(window);
  window.open = (url = "about:blank", name = "_blank", ...more) => {
    if (["_self", "_parent", "_top"].includes(name)) return openWithin(url, name, ...more);
    toPreload("window-open", { url: new URL(url, window.location.href).href, name });
    return null;
  };

  window.addEventListener("stand-in:expose", (event) => {
    const { name, shape } = (event as CustomEvent<{ name: string; shape: Shape }>).detail;
    if (name in window) return;
    Object.defineProperty(window, name, { value: build(shape), enumerable: true });
  });
  window.addEventListener("stand-in:answer", (event) => {
    answer = (event as CustomEvent<Answer>).detail;
  });
  window.addEventListener("stand-in:settled", (event) => {
    const settled = (event as CustomEvent<Answer>).detail;
    const waiting = promises.get(settled.call);
    promises.delete(settled.call);
    if (settled.failure === undefined) waiting?.resolve(settled.value);
    else waiting?.reject(new Error(settled.failure));
  });
  window.addEventListener("stand-in:callback", (event) => {
    const { callback, words } = (event as CustomEvent<{ callback: number; words: unknown[] }>).detail;
    callbacks[callback]?.(...words);
  });
  window.dispatchEvent(new CustomEvent("stand-in:ready"));
}
