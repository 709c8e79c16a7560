import type { ComponentType } from "react";
import type { ViewName } from "../route.ts";

/** Where the script of each view is had. */
export const VIEW_SCRIPTS = {
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

/**
 * Fetches the script of the view that an address leads to. An address that names none leads to the library, or to the start
 * where no case is open. What cannot be fetched is told where the view is to be shown.
 */
export async function loadPlace(hash: string): Promise<void> {
  const named = /^#\/(\w+)/.exec(hash)?.[1];
  const load = Object.entries(VIEW_SCRIPTS).find(([view]) => view === named)?.[1] ?? VIEW_SCRIPTS.library;
  await load().catch(() => {});
}
