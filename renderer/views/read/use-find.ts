import { useDeferredValue, useMemo, useState } from "react";
import { findInText } from "#domain/search/find.ts";
import type { TextRange } from "#domain/text/range.ts";
import { hitFrom } from "./text/find.ts";

/** The search in the text: what is looked for, where it occurs, and the hit of the moment. */
export function useFind(text: string) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [from, setFrom] = useState(0);
  const [step, setStep] = useState(0);
  const wanted = useDeferredValue(isOpen ? typed : "");
  const hits = useMemo(() => findInText(text, wanted), [text, wanted]);
  const position = hits.length === 0 ? 0 : (hitFrom(hits, from) + step + hits.length * 1_000) % hits.length;
  return {
    isOpen,
    typed,
    hits,
    position,
    current: (hits[position] ?? null) as TextRange | null,
    /** The hit that Enter means: of the words as they stand in the field, even where the painting lags behind them. */
    take: (): TextRange | null => {
      if (wanted === typed) return hits[position] ?? null;
      const latest = findInText(text, typed);
      return latest[hitFrom(latest, from)] ?? null;
    },
    /** Opens the bar; the first hit is the one after this offset. */
    open: (caret: number) => {
      setFrom(caret);
      setStep(0);
      setIsOpen(true);
    },
    close: () => setIsOpen(false),
    type: (value: string) => {
      setTyped(value);
      setStep(0);
    },
    go: (by: 1 | -1) => setStep((number) => number + by),
  };
}
