import type { MessagePort } from "node:worker_threads";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { JSDOM } from "jsdom";
import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished, vi } from "vitest";
import { temporaryService } from "./service.ts";

/**
 * What scripts of the page need of a browser, for as long as a test runs. They look for it when they are loaded, so that a test
 * imports them after this, by `await import`.
 */
export function page(): Window {
  const { window } = new JSDOM("<!doctype html>", { url: "http://page.test/" });
  for (const name of ["window", "document", "location", "history", "localStorage", "HashChangeEvent"] as const) {
    vi.stubGlobal(name, name === "window" ? window : window[name]);
  }
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return window as unknown as Window;
}

/** The same over a real service, as the desktop connects them; gives a port of another window, too. */
export function connectedPage(): { otherWindow: () => MessagePort } {
  const { service } = temporaryService();
  const window = page();
  Object.assign(window, { sourcelineShell: {} });
  const connect = () => {
    const port = service.connect();
    onTestFinished(() => port.close());
    return port;
  };
  // The page asks for its port as soon as it can take it.
  window.addEventListener("message", ({ data }) => {
    if (data?.kind !== "sourceline-connect") return;
    const handing = new (window as unknown as typeof globalThis).Event("message");
    window.dispatchEvent(
      Object.assign(handing, { source: window, data: { kind: "sourceline-port" }, ports: [connect()] }),
    );
  });
  return { otherWindow: connect };
}

/** Runs a hook of React as a component would. Its answer is that of the last drawing. */
export function runHook<Given, Answer>(hook: (given: Given) => Answer, first: Given) {
  const held: { answer?: Answer } = {};
  const draws = () => {
    held.answer = hook(latest);
  };
  let latest = first;
  const root = createRoot(document.createElement("div"));
  const client = new QueryClient();
  const draw = (given: Given) => {
    latest = given;
    act(() => root.render(createElement(QueryClientProvider, { client }, createElement(Drawn, { draws }))));
  };
  draw(first);
  onTestFinished(() => act(() => root.unmount()));
  return { draw, answer: () => held.answer as Answer };
}

function Drawn({ draws }: { draws: () => void }): null {
  draws();
  return null;
}
