import { useEffect, useEffectEvent } from "react";

/** Something that can be done at the moment and has no key of its own; the palette offers it by its label. */
export interface Action {
  label: string;
  run: () => void;
}

let offered: readonly Action[] = [];

/** Has the palette offer an action for as long as the component is there and `enabled`. */
export function useAction(label: string, handler: () => unknown, enabled = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return;
    const own = { label, run: () => void run() };
    offered = [...offered, own];
    return () => {
      offered = offered.filter((other) => other !== own);
    };
  }, [label, enabled]);
}

/** What is offered at the moment; of those with one label the one that came last, the innermost on the screen. */
export function offeredActions(): readonly Action[] {
  return [...new Map(offered.map((action) => [action.label, action])).values()];
}
