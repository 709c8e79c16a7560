import { useMemo } from "react";

export const NOTHING_SELECTED: ReadonlySet<string> = new Set();

/** The articles that a command is about: those that are selected, else the one that is chosen. */
export function useConcerned(selected: ReadonlySet<string>, chosen: string | null): string[] {
  return useMemo(() => (selected.size > 0 ? [...selected] : chosen ? [chosen] : []), [selected, chosen]);
}
