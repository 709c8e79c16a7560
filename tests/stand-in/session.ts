import { EventEmitter } from "node:events";
import { addScheme, carried } from "./addresses.ts";
import { browser } from "./browser.ts";
import { strict } from "./strict.ts";

type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  decide: (decision: { cancel?: boolean; redirectURL?: string }) => void,
) => void;
type Handler = (request: Request) => Response | Promise<Response>;

/** The permissions of Chromium that a page can ask for, under Electron's names and the DevTools protocol's. */
const PERMISSIONS: Record<string, string> = {
  geolocation: "geolocation",
  notifications: "notifications",
  midi: "midi",
  media: "camera",
  "clipboard-read": "clipboard-read",
  "idle-detection": "idle-detection",
  "window-management": "window-management",
  "storage-access": "storage-access",
};

const schemeHandlers = new Map<string, Handler>();
let beforeRequest: BeforeRequest | null = null;
let requestPermission: ((contents: unknown, permission: string, decide: (granted: boolean) => void) => void) | null =
  null;
let checkPermission: ((contents: unknown, permission: string) => boolean) | null = null;

const webRequest = strict("session.webRequest", {
  onBeforeRequest(listener: BeforeRequest): void {
    beforeRequest = listener;
  },
});

class Session extends EventEmitter {
  readonly webRequest = webRequest;

  setPermissionRequestHandler(handler: typeof requestPermission): void {
    requestPermission = handler;
  }

  setPermissionCheckHandler(handler: typeof checkPermission): void {
    checkPermission = handler;
  }

  /** Headless Chromium has no devices to offer; that the handler is set is for the tests of the host itself. */
  setDevicePermissionHandler(handler: (details: object) => boolean): void {
    if (typeof handler !== "function") throw new TypeError("setDevicePermissionHandler takes a function.");
  }

  /** Likewise for screens. */
  setDisplayMediaRequestHandler(handler: (request: object, decide: (streams: object) => void) => void): void {
    if (typeof handler !== "function") throw new TypeError("setDisplayMediaRequestHandler takes a function.");
  }
}

export const defaultSession = strict("session.defaultSession", new Session());
export const session = strict("session", { defaultSession });

export const protocol = strict("protocol", {
  registerSchemesAsPrivileged(
    schemes: { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[],
  ): void {
    for (const { scheme, privileges } of schemes) {
      // An https address stands in for the scheme, which is right for these only.
      if (!privileges.standard || !privileges.secure) {
        throw new Error(`The stand-in for Electron knows standard and secure schemes only, and “${scheme}” is not.`);
      }
      addScheme(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    schemeHandlers.set(scheme, handler);
  },
});

/** Whether a request may go on, as the application says. */
export function mayGo(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
  const listener = beforeRequest;
  if (!listener) return Promise.resolve(true);
  return new Promise((resolve, reject) =>
    listener(details, (decision) => {
      if (decision.redirectURL) reject(new Error("The stand-in for Electron does not redirect requests."));
      else resolve(decision.cancel !== true);
    }),
  );
}

/** The application's handler for the scheme of an address, if it has one. */
export function handlerOf(address: string): Handler | undefined {
  return schemeHandlers.get(new URL(address).protocol.slice(0, -1));
}

/**
 * Sets every permission as the application's handlers say. Electron asks them when a page asks; Chromium is told here
 * beforehand, because the DevTools protocol cannot ask. Without handlers everything is granted, as in Electron.
 */
export async function settlePermissions(contents: object, origin: string): Promise<void> {
  for (const [permission, name] of Object.entries(PERMISSIONS)) {
    const asked = await new Promise<boolean>((resolve) =>
      requestPermission ? requestPermission(contents, permission, resolve) : resolve(true),
    );
    const granted = asked && (checkPermission?.(contents, permission) ?? true);
    await browser.send("Browser.setPermission", {
      permission: { name },
      setting: granted ? "granted" : "denied",
      origin: new URL(carried(origin)).origin,
    });
  }
}
