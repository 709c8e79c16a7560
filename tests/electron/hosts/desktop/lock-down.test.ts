import { EventEmitter } from "node:events";
import type { App, Session } from "electron";
import { beforeEach, describe, expect, test } from "vitest";
import { lockDown, lockDownSession } from "#electron/hosts/desktop/lock-down.ts";
import { PAGE_ORIGIN, PAGE_URL } from "#electron/hosts/desktop/security.ts";

/** Electron's side of the matter: takes handlers and lets a test call them. */
class Recorder extends EventEmitter {
  readonly handlers: Record<string, (...words: unknown[]) => unknown> = {};
  sandboxed = false;
  readonly webRequest = { onBeforeRequest: (handler: () => void) => this.keep("onBeforeRequest", handler) };

  enableSandbox(): void {
    this.sandboxed = true;
  }

  setPermissionRequestHandler = (handler: () => void) => this.keep("permissionRequest", handler);
  setPermissionCheckHandler = (handler: () => void) => this.keep("permissionCheck", handler);
  setDevicePermissionHandler = (handler: () => void) => this.keep("device", handler);
  setDisplayMediaRequestHandler = (handler: () => void) => this.keep("displayMedia", handler);
  setWindowOpenHandler = (handler: () => void) => this.keep("windowOpen", handler);

  keep(name: string, handler: () => void): void {
    this.handlers[name] = handler;
  }

  /** What a handler says, whether it answers or calls back with its last argument. */
  said(name: string, ...words: unknown[]): unknown {
    let called: unknown;
    const answered = this.handlers[name]?.(...words, (decision: unknown) => {
      called = decision;
    });
    return answered ?? called;
  }

  /** Whether an event was prevented. */
  prevented(name: string, details: object, ...words: unknown[]): boolean {
    let prevented = false;
    const event = {
      ...details,
      preventDefault: () => {
        prevented = true;
      },
    };
    this.emit(name, event, ...words);
    return prevented;
  }
}

describe("a session", () => {
  let session: Recorder;
  beforeEach(() => {
    session = new Recorder();
    lockDownSession(session as unknown as Session);
  });

  test("grants no permission, whether it is asked for or looked up", () => {
    expect(session.said("permissionRequest", {}, "geolocation")).toBe(false);
    expect(session.said("permissionCheck", {}, "geolocation")).toBe(false);
  });

  test("gives no device and no picture of the screen", () => {
    expect(session.said("device", { deviceType: "usb" })).toBe(false);
    expect(session.said("displayMedia", {})).toEqual({});
  });

  test("cancels every request but our own", () => {
    expect(session.said("onBeforeRequest", { url: PAGE_URL })).toEqual({ cancel: false });
    expect(session.said("onBeforeRequest", { url: "https://elsewhere.example/" })).toEqual({ cancel: true });
  });

  test("saves files of the case and no others", () => {
    const item = (address: string) => ({ getURL: () => address });
    expect(session.prevented("will-download", {}, item(`${PAGE_ORIGIN}/originals/abc`))).toBe(false);
    expect(session.prevented("will-download", {}, item("https://elsewhere.example/program.exe"))).toBe(true);
  });
});

describe("every page that comes to be", () => {
  let app: Recorder;
  let contents: Recorder;
  beforeEach(() => {
    app = new Recorder();
    contents = new Recorder();
    lockDown(app as unknown as App);
    app.emit("web-contents-created", {}, contents);
  });

  test("is in the sandbox", () => {
    expect(app.sandboxed).toBe(true);
  });

  test("can take no other page into itself", () => {
    expect(contents.prevented("will-attach-webview", {})).toBe(true);
  });

  test.each(["will-navigate", "will-redirect", "will-frame-navigate"])("is held where it is by %s", (name) => {
    expect(contents.prevented(name, { url: "https://elsewhere.example/", isMainFrame: true })).toBe(true);
    expect(contents.prevented(name, { url: PAGE_URL, isMainFrame: true })).toBe(false);
  });

  test("opens no window", () => {
    expect(contents.said("windowOpen", { url: PAGE_URL })).toEqual({ action: "deny" });
  });

  test("is not shown where a certificate is wrong, and presents none of the person's", () => {
    let trusted: unknown;
    const decide = (decision: unknown) => {
      trusted = decision;
    };
    expect(app.prevented("certificate-error", {}, {}, "https://a.example/", "expired", {}, decide)).toBe(true);
    expect(trusted).toBe(false);
    let chosen: unknown = "none yet";
    const choose = (certificate: unknown) => {
      chosen = certificate;
    };
    expect(app.prevented("select-client-certificate", {}, {}, "https://a.example/", [{}], choose)).toBe(true);
    expect(chosen).toBeUndefined();
  });
});
