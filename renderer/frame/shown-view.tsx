import { useEffect, useState, useSyncExternalStore } from "react";
import type { ViewName } from "../route.ts";
import { Skeleton } from "../ui/states.tsx";
import { fetchView, viewHere, whenViewsCome } from "./views.ts";

/**
 * A view, as soon as its script is here. Not by React’s own means for it: those hold what takes the place of a skeleton back
 * for .3 s, however soon it is there. Throws where the script cannot be fetched.
 */
export function ShownView({ view }: { view: ViewName }) {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const View = useSyncExternalStore(whenViewsCome, () => viewHere(view));
  useEffect(() => {
    fetchView(view).catch((error: unknown) => setFailure({ error }));
  }, [view]);
  if (failure) throw failure.error;
  return View ? <View /> : <Skeleton lines={8} />;
}
