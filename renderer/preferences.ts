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

const KEY = queries.application.preferences.queryKey();

/** How many changes are on their way. What is told of earlier ones meanwhile is not how things are to be any more. */
let onTheirWay = 0;

/** Takes what the workbench tells of the preferences. */
export function takePreferences(preferences: Preferences): void {
  if (onTheirWay === 0) queryClient.setQueryData(KEY, preferences);
}

/** Changes preferences: on the screen at once, in the settings file soon. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const before = queryClient.getQueryData(KEY);
  if (before) queryClient.setQueryData(KEY, { ...before, ...change });
  onTheirWay++;
  try {
    const preferences = await workbench.application.prefer(change);
    onTheirWay--;
    takePreferences(preferences);
  } catch (error) {
    onTheirWay--;
    if (before) takePreferences(before);
    sayFailure(error);
  }
}

/** A remembered part of the layout, such as the width of a pane: `const [width, setWidth] = useLayout("read.list", 248)`. */
export function useLayout<Value extends LayoutValue>(name: string, initial: Value): [Value, (value: Value) => void] {
  const layout = usePreferences()?.layout;
  const remembered = layout?.[name];
  const value = typeof remembered === typeof initial ? (remembered as Value) : initial;
  const remember = (next: Value) => {
    const current = queryClient.getQueryData(KEY)?.layout ?? {};
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
