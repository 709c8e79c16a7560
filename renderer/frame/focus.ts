import { useEffect, useEffectEvent, useRef } from "react";
import { useCommand } from "../keys.ts";
import type { ViewName } from "../route.ts";

/** What a view is mainly for, the first of these that it has: what it names itself, the text, or its table. */
const MAIN_PARTS = ["[data-main-part]", "[data-reader-text]", "[role=grid]"] as const;

/** After so many milliseconds whoever closes a panel has given the focus back, and what is still lost is lost. */
const GRACE = 40;

/**
 * Keeps the focus on something, in every view alike: in a view that was gone to, on its main part; where what had the focus
 * has gone or can have it no more, on the main part again. F6 goes round the panes of the view, Escape leads from
 * anywhere in it to the main part, unless somebody further in makes something else of it.
 */
export function useFocusKept(view: ViewName): void {
  const shown = useRef(view);
  const isDue = useRef(false);
  // What Escape was to lead away from, where there was nothing yet to lead to.
  const left = useRef<Element | null>(null);
  // Where somebody was last; what had the focus may have gone, and nobody have given it back yet.
  const lastPane = useRef<Element | null>(null);
  const settle = useEffectEvent(() => {
    const place = viewElement();
    if (!place || place.closest("[inert], [aria-hidden=true]")) return;
    const focused = document.activeElement;
    // The view has put it where it wants it.
    if (place !== focused && place.contains(focused) && focused !== left.current) isDue.current = false;
    if (!isDue.current) return;
    if (focusMainPart(place)) isDue.current = false;
    // A view of fields, or one that is still on its way, has at least the next Tab begin in it.
    else if (place !== focused && focused !== left.current) place.focus({ preventScroll: true });
  });

  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    isDue.current = true;
    settle();
  }, [view]);

  useEffect(() => {
    let last: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      if (last && isNowhere() && (!last.isConnected || last.matches(":disabled") || !last.checkVisibility())) {
        last = null;
        isDue.current = true;
      }
      settle();
    };
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
      lastPane.current = last?.closest("[data-pane]") ?? lastPane.current;
    };
    // Whoever goes on by Tab or by the pointer, or goes on typing after Escape, is not to be called back.
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === "Tab" || left.current !== null) isDue.current = false;
      left.current = null;
    };
    const onPointerDown = () => {
      last = null;
      left.current = null;
      isDue.current = false;
    };
    const observer = new MutationObserver(() => {
      if (!isDue.current && !isNowhere()) return;
      // A page that changes all the time must not put it off again and again.
      timer ??= setTimeout(look, GRACE);
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ["disabled", "hidden", "inert", "aria-hidden"],
    });
    document.addEventListener("focusin", onFocus);
    window.addEventListener("keydown", onKeyDown, { capture: true });
    window.addEventListener("pointerdown", onPointerDown, { capture: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      window.removeEventListener("pointerdown", onPointerDown, { capture: true });
    };
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const place = viewElement();
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !place) return;
      if (!(event.target instanceof Element) || !place.contains(event.target)) return;
      if (mainPartOf(place)?.contains(event.target)) return;
      if (focusMainPart(place)) return event.preventDefault();
      // A table whose rows are still to come takes the focus once they are there.
      left.current = event.target;
      isDue.current = true;
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  useCommand("switch-pane", () => goToNextPane(lastPane.current));
}

/** Puts the focus on the main part of the view. False where it has none, or has not been drawn yet. */
export function focusView(): boolean {
  const place = viewElement();
  return place !== null && focusMainPart(place);
}

const viewElement = () => document.getElementById("view");

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function mainPartOf(place: Element): HTMLElement | null {
  for (const selector of MAIN_PARTS) {
    const part = [...place.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
    if (part) return part;
  }
  return null;
}

/** Whether there is a main part that took the focus, itself or, where it is a form, at the first thing in it. */
function focusMainPart(place: Element): boolean {
  const part = mainPartOf(place);
  if (!part) return false;
  const target = part.matches("[tabindex]") ? part : firstStop(part);
  target?.focus({ preventScroll: true });
  return part.contains(document.activeElement);
}

function firstStop(place: Element): HTMLElement | undefined {
  const stops = [...place.querySelectorAll<HTMLElement>(STOPS)];
  return stops.find((stop) => stop.role !== "separator" && !stop.matches(":disabled") && stop.checkVisibility());
}

/** What can be reached by Tab, save the rules between panes. */
const STOPS = "a[href], button, input, select, textarea, [tabindex='0']";

/**
 * Goes from pane to pane of the view, round, where the focus is nowhere from the last one. A pane is entered at its main part,
 * or at the first thing in it.
 */
function goToNextPane(last: Element | null): void {
  const panes = [...(viewElement()?.querySelectorAll<HTMLElement>("[data-pane]") ?? [])];
  const from = isNowhere() ? last : document.activeElement;
  const here = panes.findIndex((pane) => pane.contains(from));
  const order = panes.map((_, step) => panes[(here + 1 + step) % panes.length]);
  for (const pane of order) {
    if (!pane || (here !== -1 && pane === panes[here])) continue;
    if (!focusMainPart(pane)) firstStop(pane)?.focus();
    if (pane.contains(document.activeElement)) return;
  }
}
