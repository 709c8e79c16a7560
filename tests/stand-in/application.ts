import { EventEmitter } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unwatchFile,
  watchFile,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { preventable } from "./events.ts";
import { strict } from "./strict.ts";
import type { WebContents } from "./web-contents.ts";

/** What the application needs of its windows to quit. */
interface Closable {
  /** Closes, unless a listener prevents it; gives whether it did. */
  closeForQuit(): Promise<boolean>;
}

const USER_DATA_SWITCH = "--user-data-dir=";

/** Electron's `app`. */
class Application extends EventEmitter {
  readonly isPackaged = false;
  readonly #userData: string;
  readonly #windows = new Set<Closable>();
  #sandboxed = false;
  #ready = false;
  #quitting = false;
  #lockFolder: string | null = null;

  constructor() {
    super();
    const given = process.argv.find((word) => word.startsWith(USER_DATA_SWITCH));
    this.#userData = given ? given.slice(USER_DATA_SWITCH.length) : mkdtempSync(join(tmpdir(), "stand-in-"));
  }

  get sandboxed(): boolean {
    return this.#sandboxed;
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error("app.enableSandbox() can only be called before app is ready");
    this.#sandboxed = true;
  }

  async whenReady(): Promise<void> {
    // Electron becomes ready once the main script has run.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#ready) return;
    this.#ready = true;
    this.emit("ready");
  }

  isReady(): boolean {
    return this.#ready;
  }

  getVersion(): string {
    return String(this.#manifest().version);
  }

  getName(): string {
    return String(this.#manifest().productName ?? this.#manifest().name);
  }

  getAppPath(): string {
    return dirname(this.#manifestPath());
  }

  getPath(name: string): string {
    if (name === "userData") return this.#userData;
    throw new Error(`The stand-in for Electron does not know the path “${name}”.`);
  }

  /** The first process with these user data has the lock; a later one leaves its command line there for the first. */
  requestSingleInstanceLock(): boolean {
    const folder = join(this.#userData, "single-instance");
    const holder = join(folder, "holder");
    if (existsSync(holder) && !isRunning(Number(readFileSync(holder, "utf8")))) {
      rmSync(folder, { recursive: true });
    }
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(holder, String(process.pid), { flag: "wx" });
    } catch {
      const said = join(folder, `${process.pid}.json`);
      writeFileSync(`${said}.new`, JSON.stringify({ commandLine: process.argv, workingFolder: process.cwd() }));
      renameSync(`${said}.new`, said);
      return false;
    }
    this.#lockFolder = folder;
    watchFile(folder, { interval: 50 }, () => this.#hearOthers(folder));
    return true;
  }

  /** Asks everything to close, then goes; listeners may prevent it. */
  quit(): void {
    this.#quit().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  }

  exit(code = 0): void {
    if (this.#lockFolder) {
      unwatchFile(this.#lockFolder);
      rmSync(this.#lockFolder, { recursive: true, force: true });
    }
    process.exit(code);
  }

  /** Takes a new window in. */
  opened(window: Closable, contents: WebContents): void {
    this.#windows.add(window);
    this.emit("web-contents-created", preventable({}), contents);
  }

  /** Lets a window go that has closed. */
  closed(window: Closable): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0 || this.#quitting) return;
    if (this.listenerCount("window-all-closed") > 0) this.emit("window-all-closed");
    else this.quit();
  }

  async #quit(): Promise<void> {
    const before = preventable({});
    this.emit("before-quit", before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    for (const window of [...this.#windows]) {
      if (await window.closeForQuit()) continue;
      this.#quitting = false;
      return;
    }
    const last = preventable({});
    this.emit("will-quit", last);
    this.#quitting = false;
    if (last.defaultPrevented) return;
    this.emit("quit", preventable({}), 0);
    this.exit(0);
  }

  #hearOthers(folder: string): void {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
      const file = join(folder, name);
      const said = JSON.parse(readFileSync(file, "utf8")) as { commandLine: string[]; workingFolder: string };
      rmSync(file);
      this.emit("second-instance", preventable({}), said.commandLine, said.workingFolder, null);
    }
  }

  #manifest(): Record<string, unknown> {
    return JSON.parse(readFileSync(this.#manifestPath(), "utf8")) as Record<string, unknown>;
  }

  /** The package.json of the application: the first one above its main script. */
  #manifestPath(): string {
    const script = process.argv[1] ?? fileURLToPath(import.meta.url);
    for (let folder = dirname(script); folder !== dirname(folder); folder = dirname(folder)) {
      const path = join(folder, "package.json");
      if (existsSync(path)) return path;
    }
    throw new Error(`There is no package.json above “${script}”.`);
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

export const application = new Application();
export const app = strict("app", application);
