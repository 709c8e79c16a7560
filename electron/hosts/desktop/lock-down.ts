import type { App, Session, WebContents } from "electron";
import { mayDownload, mayNavigate, mayRequest } from "./security.ts";

/** Refuses, for every page that ever comes to be, whatever security.ts does not allow. */
export function lockDown(app: App): void {
  app.enableSandbox();
  app.on("web-contents-created", (_event, contents) => lockDownContents(contents));
  // The default is to refuse as well; written out so that nobody has to know.
  app.on("certificate-error", (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
  app.on("select-client-certificate", (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}

/** Refuses what a page asks of the machine and of the network. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayRequest(details) }));
  session.on("will-download", (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault();
  });
}

function lockDownContents(contents: WebContents): void {
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-navigate", (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
