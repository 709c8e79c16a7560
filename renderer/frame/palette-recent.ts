import type { ReactNode } from "react";
import { queries, queryClient } from "../workbench.ts";

/** One thing that the palette offers. */
export interface PaletteItem {
  id: string;
  label: string;
  /** A few words more: the outlet of an article, the kind of a source. */
  hint?: ReactNode;
  icon?: ReactNode;
  run: () => void;
}

const MOST = 5;

/** What was done from the palette, latest first, and in which case: another case has other articles and claims. */
let recent: { path: string | null; items: PaletteItem[] } = { path: null, items: [] };

/** Remembers what was done from the palette for as long as the page lives. */
export function remember(item: PaletteItem): void {
  const path = queryClient.getQueryData(queries.cases.current.queryKey())?.path ?? null;
  const others = recentItems(path).filter((other) => other.id !== item.id && other.id !== `recent-${item.id}`);
  // The same thing may stand in two groups; each needs an id of its own.
  const id = item.id.startsWith("recent-") ? item.id : `recent-${item.id}`;
  recent = { path, items: [{ ...item, id }, ...others.filter((other) => other.id !== id)].slice(0, MOST) };
}

/** What was done last in this case. */
export function recentItems(path: string | null): PaletteItem[] {
  return recent.path === path ? recent.items : [];
}
