import type { ComponentType } from "react";
import { VIEWS, type ViewName } from "../route.ts";

/** Where the script of each view is had. */
const SCRIPTS = {
  start: () => import("../views/start/index.tsx"),
  library: () => import("../views/library/index.tsx"),
  trash: () => import("../views/library/trash/index.tsx"),
  read: () => import("../views/read/index.tsx"),
  search: () => import("../views/search/index.tsx"),
  compare: () => import("../views/compare/index.tsx"),
  claims: () => import("../views/claims/index.tsx"),
  sources: () => import("../views/sources/index.tsx"),
  report: () => import("../views/report/index.tsx"),
  settings: () => import("../views/settings/index.tsx"),
} as const satisfies Record<ViewName, () => Promise<{ default: ComponentType }>>;

const here = new Map<ViewName, ComponentType>();
const awaiting = new Set<() => void>();

/** What draws a view; null while its script is not here. */
export function viewHere(view: ViewName): ComponentType | null {
  return here.get(view) ?? null;
}

/** Fetches the script of a view, unless it is here. Fails where it cannot be fetched. */
export async function fetchView(view: ViewName): Promise<void> {
  if (here.has(view)) return;
  const { default: drawing } = await SCRIPTS[view]();
  here.set(view, drawing);
  for (const tell of awaiting) tell();
}

/** Tells whenever the script of a view has come. Gives what ends that. */
export function whenViewsCome(tell: () => void): () => void {
  awaiting.add(tell);
  return () => awaiting.delete(tell);
}

/**
 * Fetches the script of the view that an address leads to. An address that names none leads to the library, or to the start
 * where no case is open. What cannot be fetched is told where the view is to be shown.
 */
export async function fetchPlace(hash: string): Promise<void> {
  const named = /^#\/(\w+)/.exec(hash)?.[1];
  await fetchView(VIEWS.find((view) => view === named) ?? "library").catch(() => {});
}

/** Not every browser that the local host may meet says when it has nothing to do. */
const atLeisure = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));

/** Fetches what the other views are drawn by, one after the other while nothing else is to do, so that nobody waits for it. */
export function fetchAtLeisure(): void {
  const [next] = VIEWS.filter((view) => !here.has(view));
  if (!next) return;
  atLeisure(() => fetchView(next).then(fetchAtLeisure, () => {}));
}
