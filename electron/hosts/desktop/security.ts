import type { CustomScheme, OnBeforeRequestListenerDetails, WebPreferences } from "electron";

/** The scheme that the page and its files are served under. It stands in for `file:`, which has rights over the disk. */
export const SCHEME = "app";

/** The origin of the page. Nothing else is ever shown in a window. */
export const PAGE_ORIGIN = `${SCHEME}://sourceline`;

export const PAGE_URL = `${PAGE_ORIGIN}/`;

/** What the scheme may do: be an origin of its own, count as secure, and be fetched from. Nothing more. */
export const SCHEME_PRIVILEGES: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** How every window is made: the page has no Node, no access to the preload's world and no way round the sandbox. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
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
    // The text under study is nobody's business but the analyst's: a spell checker would fetch dictionaries.
    spellcheck: false,
  };
}

/** Whether an address is the page itself; views are behind the `#`, so that there is only one. */
export function isPage(address: string): boolean {
  const url = parse(address);
  return url !== null && originOf(url) === PAGE_ORIGIN && url.pathname === "/";
}

/** Whether an address is of our own origin. */
function isOurs(address: string): boolean {
  const url = parse(address);
  return url !== null && originOf(url) === PAGE_ORIGIN;
}

/** Whether a frame may go to an address: the window to the page alone, a frame within it to the preview of a report. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  if (isMainFrame) return isPage(address);
  if (address === "about:blank" || address === "about:srcdoc") return true;
  return isOurs(address) && parse(address)?.pathname.startsWith("/rendered/") === true;
}

/** Whether a request may leave: our own scheme, what the page holds in memory, and the developer tools. */
export function mayRequest(request: Pick<OnBeforeRequestListenerDetails, "url">): boolean {
  const url = parse(request.url);
  if (url === null) return false;
  switch (url.protocol) {
    case `${SCHEME}:`:
      return isOurs(request.url);
    case "blob:":
      return request.url.startsWith(`blob:${PAGE_ORIGIN}/`);
    case "data:":
    case "devtools:":
      return true;
    default:
      return false;
  }
}

/** Whether a file that the page offers may be saved: an original or a rendered file of the case. */
export function mayDownload(address: string): boolean {
  const path = parse(address)?.pathname ?? "";
  return isOurs(address) && (path.startsWith("/originals/") || path.startsWith("/rendered/"));
}

/** What is known of who sent a message. */
export interface Sender {
  senderFrame: { url: string; parent: unknown } | null;
  sender: unknown;
}

/** Whether a message came from the page of our window: its main frame, at our address. */
export function isFromPage(event: Sender, ourContents: unknown): boolean {
  const frame = event.senderFrame;
  return event.sender === ourContents && frame !== null && frame.parent === null && isPage(frame.url);
}

/**
 * An https address as it can be shown to a person before it is opened, or null where it is not to be opened at all:
 * other schemes start programs, and credentials are there to mislead the eye (`https://bank.example@evil.example`).
 * Names in other scripts come out in punycode, so that look-alike letters show.
 */
export function externalAddress(address: string): string | null {
  const url = parse(address);
  if (url === null || url.protocol !== "https:") return null;
  if (url.username !== "" || url.password !== "") return null;
  if (url.hostname === "") return null;
  return url.href;
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** `URL.origin` is “null” for schemes that Node does not know, so it is put together here. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}
