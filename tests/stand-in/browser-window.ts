import { EventEmitter } from "node:events";
import { application } from "./application.ts";
import { preventable } from "./events.ts";
import { strict } from "./strict.ts";
import { WebContents } from "./web-contents.ts";

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The options that the stand-in understands; a test must not rest on one that is passed over. */
const UNDERSTOOD = new Set([
  "x",
  "y",
  "width",
  "height",
  "minWidth",
  "minHeight",
  "show",
  "title",
  "backgroundColor",
  "webPreferences",
]);

/** The web preferences that it emulates, with the only value that it can emulate; `null` for any. */
const EMULATED: Record<string, unknown> = {
  preload: null,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: null,
};

type Options = Partial<Rectangle> & { webPreferences?: { preload?: string } & Record<string, unknown> };

const windows: BrowserWindowOverChromium[] = [];

/** Electron's `BrowserWindow`, over one page of a headless Chromium. */
class BrowserWindowOverChromium extends EventEmitter {
  readonly webContents: WebContents;
  readonly #contents: WebContents;
  readonly #outside: BrowserWindowOverChromium;
  readonly #bounds: Rectangle;
  #maximized = false;
  #minimized = false;
  #visible = true;
  #focused = false;
  #destroyed = false;

  constructor(options: Options = {}) {
    super();
    const { webPreferences = {} } = options;
    checkOptions(options, webPreferences);
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#visible = (options as { show?: boolean }).show ?? true;
    this.#contents = new WebContents(webPreferences.preload ?? "", this.#bounds);
    this.webContents = this.#contents.outside;
    this.#contents.once("dom-ready", () => this.emit("ready-to-show"));
    this.#outside = strict("BrowserWindow", this);
    windows.push(this.#outside);
    application.opened(this, this.#contents.outside);
    // biome-ignore lint/correctness/noConstructorReturn: the application is to have the strict side of the window only.
    return this.#outside;
  }

  static getAllWindows(): BrowserWindowOverChromium[] {
    return [...windows];
  }

  static fromWebContents(contents: WebContents): BrowserWindowOverChromium | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.#contents.loadURL(address);
  }

  show(): void {
    this.#visible = true;
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.#focused = true;
  }

  isFocused(): boolean {
    return this.#focused;
  }

  maximize(): void {
    this.#maximized = true;
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  minimize(): void {
    this.#minimized = true;
  }

  restore(): void {
    this.#minimized = false;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    this.closeForQuit().catch((error: unknown) => console.error(error));
  }

  async closeForQuit(): Promise<boolean> {
    if (this.#destroyed) return true;
    const event = preventable({});
    this.emit("close", event);
    if (event.defaultPrevented) return false;
    this.#destroyed = true;
    windows.splice(windows.indexOf(this.#outside), 1);
    await this.#contents.destroy();
    this.emit("closed");
    application.closed(this);
    return true;
  }
}

function checkOptions(options: object, webPreferences: Record<string, unknown>): void {
  const unknown = Object.keys(options).filter((name) => !UNDERSTOOD.has(name));
  if (unknown.length > 0) throw new Error(`The stand-in for Electron does not know BrowserWindow({ ${unknown} }).`);
  for (const [name, value] of Object.entries(webPreferences)) {
    if (!(name in EMULATED)) throw new Error(`The stand-in for Electron does not know webPreferences.${name}.`);
    if (EMULATED[name] !== null && EMULATED[name] !== value) {
      throw new Error(`The stand-in for Electron can emulate webPreferences.${name} only as ${EMULATED[name]}.`);
    }
  }
  const { contextIsolation = true, sandbox = true } = webPreferences;
  if (!contextIsolation || !sandbox) throw new Error("The stand-in for Electron emulates sandboxed pages only.");
}

export const BrowserWindow = strict("BrowserWindow", BrowserWindowOverChromium);
