import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { CommandName } from "#domain/shortcuts.ts";
import { useAction } from "../actions.ts";
import { ImportDesk } from "../importing/import-desk.tsx";
import { dispatchKeys, runCommand, useCommand, useCommands } from "../keys.ts";
import { prefer, useTheme } from "../preferences.ts";
import { currentRoute, emptied, go, replaceRoute, useRoute, type ViewName, WITHOUT_CASE } from "../route.ts";
import { shell } from "../shell.ts";
import { dismissFailures, dismissLatest } from "../toasts.ts";
import { keepTyping } from "../typed-ahead.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { PANELS } from "../ui/popover.tsx";
import { Skeleton } from "../ui/states.tsx";
import { ToastRegion } from "../ui/toast-region.tsx";
import { queries } from "../workbench.ts";
import { focusView, useFocusKept } from "./focus.ts";
import styles from "./frame.module.css";
import { redo, undo } from "./history.ts";
import { openCase, openChosenCase } from "./open-case.ts";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import { ShownView } from "./shown-view.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { fetchAtLeisure } from "./views.ts";
import { words } from "./words.ts";

const VIEW_COMMANDS = [
  ["view-library", "library"],
  ["view-read", "read"],
  ["view-search", "search"],
  ["view-claims", "claims"],
  ["view-sources", "sources"],
  ["view-report", "report"],
  ["view-settings", "settings"],
] as const satisfies readonly (readonly [CommandName, ViewName])[];

/** Everything on the screen: the bar, the rail, the view of the moment and the status. */
export function Frame() {
  const route = useRoute();
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const current = useQuery(queries.cases.current.queryOptions());
  useTheme();

  useEffect(() => dispatchKeys(window), []);
  useEffect(fetchAtLeisure, []);
  useShellCommands();
  const reached = VIEW_COMMANDS.filter(([, view]) => current.data !== null || WITHOUT_CASE.includes(view));
  useCommands(Object.fromEntries(reached.map(([command, view]) => [command, () => goTo(view, route.view)])));
  // At once: the words typed right behind the keys are meant for the field of the palette.
  useCommand("palette", () => flushSync(() => setOpen("palette")));
  useCommand("shortcuts", () => flushSync(() => setOpen("shortcuts")));
  useCommand("new-case", () => go({ view: "start", id: "new" }));
  useCommand("open-case", openChosenCase);
  useCommand("export", () => go({ view: "report" }), Boolean(current.data));
  useCommand("undo", undo);
  useCommand("redo", redo);
  useAction(words.themes.light, () => prefer({ theme: "light" }));
  useAction(words.themes.dark, () => prefer({ theme: "dark" }));
  useAction(words.themes.system, () => prefer({ theme: "system" }));

  // Somebody who comes with a case open, and with no place in mind, wants the case and not the way to it.
  useEffect(() => {
    if (current.data && location.hash === "") replaceRoute({ view: "library" });
  }, [current.data]);

  // Without a case there is nothing to see in most places.
  const view = current.data === null && !WITHOUT_CASE.includes(route.view) ? "start" : route.view;
  useFocusKept(view);
  useLeavingFormerCase(current.data?.path);
  useCommand("dismiss", dismissLatest);
  useEffect(() => {
    const name = current.data?.name;
    document.title = name ? `${words.views[view]} · ${name} · ${words.product}` : words.product;
  }, [current.data?.name, view]);

  return (
    <div className={styles.frame}>
      <TopBar onSearch={() => setOpen("palette")} />
      <Rail view={view} hasCase={Boolean(current.data)} />
      <main className={styles.view} id="view" tabIndex={-1}>
        <ErrorBoundary key={view}>
          {current.isPending ? <Skeleton lines={8} /> : <ShownView view={view} />}
        </ErrorBoundary>
      </main>
      {current.data ? <ImportDesk /> : null}
      <StatusBar />
      <ToastRegion />
      <aside id={PANELS} aria-label={words.panels} />
      {open === "palette" ? <Palette onClose={() => setOpen(null)} /> : null}
      {open === "shortcuts" ? <ShortcutSheet onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

/**
 * Takes from the screen what failed in another case than the one that is open now, and from the address what was open of it:
 * it is of no interest in this one, or is not in it.
 */
function useLeavingFormerCase(path: string | undefined): void {
  const former = useRef<string | undefined>(undefined);
  useEffect(() => {
    dismissFailures();
    if (path === undefined) return;
    const isOther = former.current !== undefined && former.current !== path;
    if (isOther) replaceRoute(emptied(currentRoute()));
    former.current = path;
  }, [path]);
}

/**
 * Goes to a view by its key; who is in it already is led to its main part. What is typed right behind the keys of the search
 * is meant for its field, which is still to come.
 */
function goTo(view: ViewName, shown: ViewName): void {
  if (view === shown && focusView()) return;
  if (view === "search") keepTyping();
  if (view !== shown) go({ view });
}

/** Does what the native menu asks for, through the same door as the keys. */
function useShellCommands(): void {
  useEffect(
    () =>
      shell.onCommand((asked) => {
        if (asked.kind === "command") runCommand(asked.command);
        else void openCase(asked.path);
      }),
    [],
  );
}
