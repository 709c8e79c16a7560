import { describe, expect, test } from "vitest";
import {
  externalAddress,
  isFromPage,
  isPage,
  mayDownload,
  mayNavigate,
  mayRequest,
  PAGE_ORIGIN,
  PAGE_URL,
  SCHEME_PRIVILEGES,
  webPreferences,
} from "#electron/hosts/desktop/security.ts";

const ELSEWHERE = [
  "https://evil.example/",
  "http://127.0.0.1:8080/",
  "file:///etc/passwd",
  "app://evil/",
  "app://sourceline.evil.example/",
  "app://sourceline@evil.example/",
  "app://sourceline:8080/",
  "App://evil/",
  "javascript:alert(1)",
  "data:text/html,<h1>x</h1>",
  "about:blank",
  "chrome://settings",
  "view-source:app://sourceline/",
  "not an address",
  "",
];

describe("the windows", () => {
  test("give the page nothing but its preload", () => {
    expect(webPreferences("/there/preload.cjs")).toMatchObject({
      preload: "/there/preload.cjs",
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
  });

  test("are served from a scheme with an origin of its own and no rights beyond that", () => {
    expect(SCHEME_PRIVILEGES.privileges).toEqual({ standard: true, secure: true, supportFetchAPI: true });
    expect(PAGE_URL).toBe(`${PAGE_ORIGIN}/`);
  });
});

describe("navigation", () => {
  test("is allowed to the page, whichever view it shows", () => {
    for (const address of [PAGE_URL, `${PAGE_ORIGIN}/#/claims`, `${PAGE_ORIGIN}/?theme=dark#/read/1`]) {
      expect(isPage(address), address).toBe(true);
      expect(mayNavigate(address, true), address).toBe(true);
    }
  });

  test.each(ELSEWHERE)("is refused to “%s”", (address) => {
    expect(mayNavigate(address, true)).toBe(false);
  });

  test("is refused to files of the case, which are only ever shown within a frame", () => {
    expect(mayNavigate(`${PAGE_ORIGIN}/rendered/1?preview`, true)).toBe(false);
    expect(mayNavigate(`${PAGE_ORIGIN}/originals/abc`, true)).toBe(false);
    expect(mayNavigate(`${PAGE_ORIGIN}/rendered/1?preview`, false)).toBe(true);
  });

  test("within a frame stays with previews", () => {
    expect(mayNavigate("about:srcdoc", false)).toBe(true);
    expect(mayNavigate(PAGE_URL, false)).toBe(false);
    expect(mayNavigate(`${PAGE_ORIGIN}/originals/abc`, false)).toBe(false);
    for (const address of ELSEWHERE.filter((candidate) => candidate !== "about:blank")) {
      expect(mayNavigate(address, false), address).toBe(false);
    }
  });
});

describe("requests", () => {
  test.each([
    PAGE_URL,
    `${PAGE_ORIGIN}/assets/page.js`,
    `blob:${PAGE_ORIGIN}/1`,
    "data:,x",
    "devtools://devtools/x.js",
  ])("to “%s” go on", (url) => {
    expect(mayRequest({ url })).toBe(true);
  });

  test.each([
    "https://evil.example/",
    "http://localhost/",
    "ws://127.0.0.1:9/rpc",
    "wss://evil.example/",
    "ftp://evil.example/",
    "file:///etc/passwd",
    "app://evil/",
    "blob:https://evil.example/1",
    "blob:app://sourceline.evil.example/1",
    "chrome-extension://abc/x.js",
    "",
  ])("to “%s” are cancelled", (url) => {
    expect(mayRequest({ url })).toBe(false);
  });
});

describe("downloads", () => {
  test("are originals and rendered files of the case", () => {
    expect(mayDownload(`${PAGE_ORIGIN}/originals/abc`)).toBe(true);
    expect(mayDownload(`${PAGE_ORIGIN}/rendered/1`)).toBe(true);
    expect(mayDownload(`${PAGE_ORIGIN}/index.html`)).toBe(false);
    expect(mayDownload("https://evil.example/originals/abc")).toBe(false);
    expect(mayDownload("app://evil/rendered/1")).toBe(false);
    expect(mayDownload("data:text/plain,x")).toBe(false);
  });
});

describe("the sender of a message", () => {
  const contents = {};
  const frame = { url: PAGE_URL, parent: null };

  test("is the main frame of our window at our address", () => {
    expect(isFromPage({ sender: contents, senderFrame: frame }, contents)).toBe(true);
  });

  test.each([
    ["another window", { sender: {}, senderFrame: frame }],
    ["a frame within the page", { sender: contents, senderFrame: { url: PAGE_URL, parent: frame } }],
    ["another address", { sender: contents, senderFrame: { url: "https://evil.example/", parent: null } }],
    ["a file of the case", { sender: contents, senderFrame: { url: `${PAGE_ORIGIN}/rendered/1`, parent: null } }],
    ["a frame that has gone", { sender: contents, senderFrame: null }],
  ])("is refused where it is %s", (_who, event) => {
    expect(isFromPage(event, contents)).toBe(false);
  });
});

describe("an address for the person's browser", () => {
  test("is shown whole", () => {
    expect(externalAddress("https://news.example/a?b=c#d")).toBe("https://news.example/a?b=c#d");
  });

  test("shows look-alike letters as punycode", () => {
    expect(externalAddress("https://аpple.example/")).toBe("https://xn--pple-43d.example/");
  });

  test.each([
    "http://news.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "smb://server/share",
    "mailto:a@b.example",
    "https://bank.example@evil.example/",
    "https://user:secret@news.example/",
    "https://",
    "news.example",
    "",
  ])("is refused where it is “%s”", (address) => {
    expect(externalAddress(address)).toBeNull();
  });
});
