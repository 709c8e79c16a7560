import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(max-width: 1100px)");

/** Whether the window is too narrow for three panes. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
}
