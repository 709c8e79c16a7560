import { type RefObject, useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { Mark } from "#domain/marks/mark.ts";
import { useCommand } from "../../keys.ts";
import { nextStop, stopsOf } from "./text/hits.ts";
import type { TextHandle } from "./text/text-pane.tsx";

/**
 * Leads from mark to mark of a text. Gives what goes to one of them by its reference: it is opened by `open`, and the caret
 * stands where its words begin. A link to a mark leads to its words once, and a step that is asked for before the marks
 * have come is taken once they are there.
 */
export function useStops(
  text: RefObject<TextHandle | null>,
  marks: readonly Mark[] | undefined,
  chosen: string | null,
  open: (ref: string) => void,
): (ref: string) => void {
  const stops = useMemo(() => stopsOf(marks ?? []), [marks]);
  const wasLed = useRef(false);
  const dueStep = useRef<1 | -1 | null>(null);
  const standAt = (ref: string | null) => {
    const stop = stops.find((each) => each.ref === ref);
    if (stop) text.current?.select({ start: stop.start, end: stop.start });
    return stop !== undefined;
  };
  const goTo = (ref: string) => {
    open(ref);
    standAt(ref);
  };
  const step = (by: 1 | -1) => {
    dueStep.current = marks ? null : by;
    const stop = nextStop(stops, chosen, text.current?.selection()?.caret ?? 0, by);
    if (stop) goTo(stop.ref);
  };
  useCommand("next-mark", () => step(1));
  useCommand("previous-mark", () => step(-1));

  const standAtChosen = useEffectEvent(standAt);
  useEffect(() => {
    if (!wasLed.current && stops.length > 0) wasLed.current = standAtChosen(chosen);
  }, [stops, chosen]);

  const stepAtLast = useEffectEvent(() => {
    if (dueStep.current !== null) step(dueStep.current);
  });
  useEffect(() => {
    if (marks) stepAtLast();
  }, [marks]);
  return goTo;
}
