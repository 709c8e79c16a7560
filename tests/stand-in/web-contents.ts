import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { carried, known } from "./addresses.ts";
import { browser } from "./browser.ts";
import { preventable } from "./events.ts";
import { ipcMain } from "./ipc-main.ts";
import type { MessagePortMain } from "./ports.ts";
import { record } from "./record.ts";
import { defaultSession, handlerOf, mayGo, settlePermissions } from "./session.ts";
import { strict } from "./strict.ts";
import { type Carried, carry, land } from "./wire.ts";
import { PRELOAD_WORLD, pageWorldScript, preloadWorldScript, SPEAK } from "./worlds.ts";

interface PausedRequest {
  requestId: string;
  frameId: string;
  resourceType: string;
  request: { url: string; method: string; headers: Record<string, string>; postDataEntries?: { bytes?: string }[] };
}

/** What the preload's world says. */
type Said = { address: string } & (
  | { kind: "send"; channel: string; words: Carried[] }
  | { kind: "invoke"; call: number; channel: string; words: Carried[] }
  | { kind: "port"; port: number; data: Carried }
  | { kind: "port-closed"; port: number }
  | { kind: "window-open"; url: string; name: string }
);

type OpenHandler = (details: { url: string; frameName: string; features: string }) => { action: "deny" | "allow" };

let count = 0;
let portCount = 0;

/** Electron's `WebContents`, over one page of Chromium. */
export class WebContents extends EventEmitter {
  readonly id = ++count;
  /** This, as the application has it. */
  readonly outside: WebContents = strict("webContents", this);
  readonly session = defaultSession;
  readonly #preload: string;
  readonly #ports = new Map<number, MessagePortMain>();
  #sessionId = "";
  #targetId = "";
  #mainFrame = "";
  #preloadWorld: string | null = null;
  #address = "";
  #openHandler: OpenHandler | null = null;
  /** The address that the application itself asked for, which is no navigation of the page's. */
  #expected: string | null = null;
  #onLoaded: (() => void) | null = null;
  #loaded = false;

  /** Opens a page that is ready for `loadURL` once the promise has come true. */
  readonly ready: Promise<void>;

  constructor(preload: string, size: { width: number; height: number }) {
    super();
    this.#preload = preload;
    this.ready = this.#open(size);
  }

  get mainFrame(): { url: string; parent: null } {
    return { url: this.#address, parent: null };
  }

  get targetId(): string {
    return this.#targetId;
  }

  /** Whether a page of the application's has been loaded. */
  get loaded(): boolean {
    return this.#loaded;
  }

  getURL(): string {
    return this.#address;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async loadURL(address: string): Promise<void> {
    await this.ready;
    await settlePermissions(this.outside, address);
    const loaded = new Promise<void>((resolve) => {
      this.#onLoaded = resolve;
    });
    this.#expected = known(carried(address));
    const result = await this.#send("Page.navigate", { url: carried(address) });
    if (result.errorText) throw new Error(`${String(result.errorText)} loading “${address}”`);
    await loaded;
  }

  reload(): void {
    this.#expected = this.#address;
    this.#quietly(this.#send("Page.reload"));
  }

  send(channel: string, ...words: unknown[]): void {
    this.#toPreload({ kind: "event", channel, words: words.map(carry), ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => {
      const id = ++portCount;
      this.#ports.set(id, port);
      return { id, port };
    });
    this.#toPreload({ kind: "event", channel, words: [carry(message)], ports: ports.map(({ id }) => id) });
    for (const { id, port } of ports) {
      port.handOver({
        deliver: (data) => this.#toPreload({ kind: "port", port: id, data: carry(data) }),
        close: () => this.#toPreload({ kind: "port-closed", port: id }),
      });
    }
  }

  /** Closes the page in Chromium. */
  async destroy(): Promise<void> {
    this.#closePorts();
    await browser.send("Target.closeTarget", { targetId: this.#targetId });
  }

  /** Tells the preload's world where dropped files come from. */
  tellPaths(): void {
    this.#toPreload({ kind: "paths", paths: record.paths });
  }

  async #open(size: { width: number; height: number }): Promise<void> {
    const created = await browser.send("Target.createTarget", {
      url: "about:blank",
      newWindow: true,
      width: size.width,
      height: size.height,
    });
    this.#targetId = String(created.targetId);
    const attached = await browser.send("Target.attachToTarget", { targetId: this.#targetId, flatten: true });
    this.#sessionId = String(attached.sessionId);
    this.#hear("Runtime.executionContextCreated", (event) => this.#worldBegan(event));
    this.#hear("Runtime.executionContextDestroyed", (event) => this.#worldEnded(event));
    this.#hear("Runtime.executionContextsCleared", () => this.#worldEnded(null));
    this.#hear("Runtime.bindingCalled", (event) => this.#said(event));
    this.#hear("Page.frameNavigated", (event) => this.#navigated(event));
    this.#hear("Page.navigatedWithinDocument", (event) => this.#navigatedWithin(event));
    this.#hear("Page.domContentEventFired", () => this.emit("dom-ready"));
    this.#hear("Page.loadEventFired", () => this.#finished());
    this.#hear("Page.windowOpen", (event) => this.#windowBegan(event));
    this.#hear("Fetch.requestPaused", (event) => this.#quietly(this.#paused(event as unknown as PausedRequest)));
    const tree = (await this.#send("Page.getFrameTree")) as { frameTree: { frame: { id: string } } };
    this.#mainFrame = tree.frameTree.frame.id;
    await this.#send("Page.enable");
    await this.#send("Runtime.enable");
    await this.#send("Runtime.addBinding", { name: SPEAK, executionContextName: PRELOAD_WORLD });
    await this.#send("Page.addScriptToEvaluateOnNewDocument", { source: pageWorldScript() });
    await this.#send("Page.addScriptToEvaluateOnNewDocument", {
      source: preloadWorldScript(readFileSync(this.#preload, "utf8")),
      worldName: PRELOAD_WORLD,
    });
    await this.#send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  }

  #send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return browser.send(method, params, this.#sessionId);
  }

  /** Waits for something whose failure means only that the page has gone meanwhile. */
  #quietly(work: Promise<unknown>): void {
    work.catch((error: Error) => {
      if (!/gone|closed|not found|Invalid InterceptionId|Cannot find context|No target/i.test(error.message))
        throw error;
    });
  }

  #hear(method: string, listener: (event: Record<string, unknown>) => void): void {
    browser.on(method, (event: Record<string, unknown>, sessionId?: string) => {
      if (sessionId === this.#sessionId) listener(event);
    });
  }

  #toPreload(message: object): void {
    if (this.#preloadWorld === null) return;
    this.#quietly(
      this.#send("Runtime.evaluate", {
        expression: `standInHear(${JSON.stringify(message)})`,
        uniqueContextId: this.#preloadWorld,
      }),
    );
  }

  #worldBegan(event: Record<string, unknown>): void {
    const context = event.context as { name: string; uniqueId: string; auxData: { frameId: string } };
    if (context.name !== PRELOAD_WORLD || context.auxData.frameId !== this.#mainFrame) return;
    this.#preloadWorld = context.uniqueId;
    this.tellPaths();
  }

  #worldEnded(event: Record<string, unknown> | null): void {
    if (event !== null && event.executionContextUniqueId !== this.#preloadWorld) return;
    this.#preloadWorld = null;
    this.#closePorts();
  }

  #closePorts(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.close();
  }

  #said(event: Record<string, unknown>): void {
    if (event.name !== SPEAK) return;
    const said = JSON.parse(String(event.payload)) as Said;
    switch (said.kind) {
      case "send":
        ipcMain.receive(said.channel, this.#ipcEvent(said.address), said.words.map(land));
        return;
      case "invoke":
        this.#quietly(this.#answer(said));
        return;
      case "port": {
        const port = this.#ports.get(said.port);
        port?.postMessage(land(said.data));
        return;
      }
      case "port-closed":
        this.#ports.get(said.port)?.close();
        this.#ports.delete(said.port);
        return;
      case "window-open":
        this.#windowAskedFor(known(said.url), said.name);
        return;
    }
  }

  async #answer(said: Said & { kind: "invoke" }): Promise<void> {
    try {
      const value = await ipcMain.answer(said.channel, this.#ipcEvent(said.address), said.words.map(land));
      this.#toPreload({ kind: "reply", call: said.call, value: carry(value) });
    } catch (error) {
      this.#toPreload({
        kind: "reply",
        call: said.call,
        failure: `Error invoking remote method '${said.channel}': ${String(error)}`,
      });
    }
  }

  #ipcEvent(address: string): object {
    return { sender: this.outside, senderFrame: { url: known(address), parent: null }, type: "frame" };
  }

  #navigated(event: Record<string, unknown>): void {
    const frame = event.frame as { id: string; url: string; urlFragment?: string };
    if (frame.id === this.#mainFrame) this.#address = known(frame.url + (frame.urlFragment ?? ""));
  }

  #navigatedWithin(event: Record<string, unknown>): void {
    if (event.frameId === this.#mainFrame) this.#address = known(String(event.url));
  }

  #finished(): void {
    // The empty page that Chromium begins with is none of the application's.
    if (this.#address === "about:blank") return;
    this.#loaded = true;
    this.#onLoaded?.();
    this.#onLoaded = null;
    this.emit("did-finish-load");
  }

  /** Asks the application about a window that a script wants; it must deny it. */
  #windowAskedFor(url: string, frameName: string): void {
    const { action } = this.#openHandler?.({ url, frameName, features: "" }) ?? { action: "allow" };
    record.windowsAskedFor.push({ url, action });
    if (action === "allow") throw new Error(`The stand-in for Electron opens no windows for pages: “${url}”.`);
  }

  /** A window that a link or a frame began is there already; it is closed before it has loaded anything. */
  #windowBegan(event: Record<string, unknown>): void {
    this.#windowAskedFor(known(String(event.url)), String(event.windowName));
    this.#quietly(this.#closeOpened());
  }

  async #closeOpened(): Promise<void> {
    const { targetInfos } = (await browser.send("Target.getTargets")) as {
      targetInfos: { targetId: string; openerId?: string }[];
    };
    for (const target of targetInfos.filter((info) => info.openerId === this.#targetId)) {
      await browser.send("Target.closeTarget", { targetId: target.targetId });
    }
  }

  async #paused(paused: PausedRequest): Promise<void> {
    const url = known(paused.request.url);
    if (paused.resourceType === "Document" && !this.#mayNavigate(url, paused.frameId === this.#mainFrame)) {
      record.deniedNavigations.push(url);
      await this.#send("Fetch.failRequest", { requestId: paused.requestId, errorReason: "Aborted" });
      return;
    }
    const { method } = paused.request;
    if (!(await mayGo({ url, method, resourceType: paused.resourceType }))) {
      record.cancelled.push(url);
      await this.#send("Fetch.failRequest", { requestId: paused.requestId, errorReason: "BlockedByClient" });
      return;
    }
    const handler = handlerOf(url);
    if (!handler) {
      record.reachedNetwork.push(url);
      await this.#send("Fetch.continueRequest", { requestId: paused.requestId });
      return;
    }
    const response = await handler(requestOf(paused, url));
    await this.#send("Fetch.fulfillRequest", {
      requestId: paused.requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString("base64"),
    });
  }

  /** Asks the application's listeners about a navigation that it did not begin itself. */
  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#expected !== null && withoutFragment(this.#expected) === withoutFragment(url)) {
      this.#expected = null;
      return true;
    }
    const details = { url, isMainFrame, isSameDocument: false, frame: null, initiator: null };
    const frameEvent = preventable(details);
    this.emit("will-frame-navigate", frameEvent);
    if (frameEvent.defaultPrevented) return false;
    if (!isMainFrame) return true;
    const event = preventable(details);
    this.emit("will-navigate", event);
    return !event.defaultPrevented;
  }
}

function withoutFragment(address: string): string {
  return address.split("#")[0] ?? address;
}

function requestOf(paused: PausedRequest, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(paused.request.headers)) {
    headers.set(name, name.toLowerCase() === "origin" || name.toLowerCase() === "referer" ? known(value) : value);
  }
  const bytes = (paused.request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes ?? "", "base64"));
  const { method } = paused.request;
  const hasBody = method !== "GET" && method !== "HEAD" && bytes.length > 0;
  return new Request(url, { method, headers, ...(hasBody ? { body: Buffer.concat(bytes) } : {}) });
}
