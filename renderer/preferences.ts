import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Preferences } from "#domain/contract/application.ts";
import { sayFailure } from "./toasts.ts";
import { queries, queryClient, workbench } from "./workbench.ts";

type LayoutValue = Preferences["layout"][string];

/** What the person has chosen; undefined until the workbench has said it. */
export function usePreferences(): Preferences | undefined {
  return useQuery(queries.application.preferences.queryOptions()).data;
}

/** Changes preferences: on the screen at once, in the settings file soon. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const key = queries.application.preferences.queryKey();
  const before = queryClient.getQueryData(key);
  if (before) queryClient.setQueryData(key, { ...before, ...change });
  try {
    queryClient.setQueryData(key, await workbench.application.prefer(change));
  } catch (error) {
    if (before) queryClient.setQueryData(key, before);
    sayFailure(error);
  }
}

/** A remembered part of the layout, such as the width of a pane: `const [width, setWidth] = useLayout("read.list", 248)`. */
export function useLayout<Value extends LayoutValue>(name: string, initial: Value): [Value, (value: Value) => void] {
  const layout = usePreferences()?.layout;
  const remembered = layout?.[name];
  const value = typeof remembered === typeof initial ? (remembered as Value) : initial;
  const remember = (next: Value) => {
    const current = queryClient.getQueryData(queries.application.preferences.queryKey())?.layout ?? {};
    void prefer({ layout: { ...current, [name]: next } });
  };
  return [value, remember];
}

/** Gives the page the colours that the person chose. */
export function useTheme(): void {
  const theme = usePreferences()?.theme ?? "system";
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
