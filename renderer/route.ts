import { useEffect, useSyncExternalStore } from "react";
import type { TextRange } from "#domain/text/range.ts";

export const VIEWS = [
  "start",
  "library",
  "trash",
  "read",
  "search",
  "compare",
  "claims",
  "sources",
  "report",
  "settings",
] as const;
export type ViewName = (typeof VIEWS)[number];

/** Views that need no open case. */
export const WITHOUT_CASE: readonly ViewName[] = ["start", "settings"];

/** Where the person is: a view, what is open in it, and what is chosen there. Kept in the address, so that reload and back work. */
export interface Route {
  view: ViewName;
  /** The article, claim, source or report that is open in the view; null for none. */
  id: string | null;
  /** The mark (attribution or note) that is chosen in the article; null for none. */
  mark: string | null;
  /** The words in the text of the article that the person is led to, in UTF-16 code units; null for none. */
  at: TextRange | null;
  /** The question that is asked in the view; null for none. */
  query: string | null;
  /** The article, or the revision, that is held beside the one that is open; null for none. */
  with: string | null;
  revision: string | null;
}

/** Reads an address of ours: `#/read/<id>?mark=<id>`. Whatever is not one leads to the start. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [name, id] = path.split("/");
  const view = VIEWS.find((candidate) => candidate === name) ?? "start";
  const said = new URLSearchParams(query);
  return {
    view,
    id: id ? decode(id) : null,
    mark: said.get("mark"),
    at: readRange(said.get("at")),
    query: said.get("query"),
    with: said.get("with"),
    revision: said.get("revision"),
  };
}

function readRange(said: string | null): TextRange | null {
  const [start, end] =
    /^(\d{1,9})-(\d{1,9})$/
      .exec(said ?? "")
      ?.slice(1)
      .map(Number) ?? [];
  return start !== undefined && end !== undefined && start < end ? { start, end } : null;
}

/** The address of a place. */
export function addressOf({ view, id, at, ...rest }: Partial<Route> & { view: ViewName }): string {
  const path = id ? `#/${view}/${encodeURIComponent(id)}` : `#/${view}`;
  const { mark, query, with: other, revision } = rest;
  const named = { mark, at: at && `${at.start}-${at.end}`, query, with: other, revision };
  const said = Object.entries(named).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return said.length > 0 ? `${path}?${said.join("&")}` : path;
}

/**
 * Goes to a place, at once: a browser would tell of a new address only later, and the view that is left could meanwhile say
 * in it what is chosen there. The way back is kept.
 */
export function go(route: Partial<Route> & { view: ViewName }): void {
  const address = addressOf(route);
  if (address === location.hash) return;
  history.pushState(null, "", address);
  tellOfAddress();
}

/**
 * Whether the person is still where they are now, for when something that is begun here is done: whoever has gone elsewhere by
 * then is not called back.
 */
export function watchPlace(): () => boolean {
  // Where another case is opened meanwhile, nothing but the view may be left of the place.
  const here = [location.hash, addressOf(emptied(currentRoute()))];
  return () => here.includes(location.hash);
}

/** The way from here to a place, for when something is done that leads there. It is to be asked for when that is begun. */
export function wayTo(route: Partial<Route> & { view: ViewName }): () => void {
  const isHere = watchPlace();
  return () => {
    if (isHere()) go(route);
  };
}

/** The same place with nothing of a case in it. */
export function emptied(route: Route): Partial<Route> & { view: ViewName } {
  return WITHOUT_CASE.includes(route.view) ? route : { view: route.view, query: route.query };
}

/**
 * Says in the address what is chosen now in a view, without a step in the way back. Whoever has gone to another view by then
 * is not called back: a browser tells of the links that it follows itself only after it has changed the address.
 */
export function replaceRoute(route: Partial<Route> & { view: ViewName }): void {
  if (location.hash === "" || currentRoute().view === route.view) replaceAddress(addressOf(route));
}

/**
 * Says in the address what a view shows of itself where the person asked for nothing in it; null where they did. Whoever has
 * asked by the time that it is said is not called back: it is said a moment after it was drawn.
 */
export function useShownByItself(route: (Partial<Route> & { view: ViewName }) | null): void {
  const asked = useSyncExternalStore(subscribe, currentHash);
  const shown = route && addressOf(route);
  useEffect(() => {
    if (shown !== null && location.hash === asked) replaceAddress(shown);
  }, [shown, asked]);
}

function replaceAddress(address: string): void {
  if (address === location.hash) return;
  history.replaceState(history.state, "", address);
  tellOfAddress();
}

function tellOfAddress(): void {
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Where the person is now, and is on the way to from the moment that this is in the address. */
export function currentRoute(): Route {
  return parseRoute(location.hash);
}

/** Where the person is now; whatever uses it is drawn anew when that changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return parseRoute(hash);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

function currentHash(): string {
  return location.hash;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
