import { useDeferredValue, useMemo, useState } from "react";
import type { Mark } from "#domain/marks/mark.ts";
import type { TextSelection } from "../text/use-selection.ts";
import { type Passage, paragraphAt, passageOf } from "./passage.ts";

/**
 * The passage that a person means: the selected words, else the open mark where the caret stands on it, else the paragraph
 * of the caret. Null where nothing has been pointed at, or nobody `wants` to know.
 */
export function usePassage(text: string, marks: readonly Mark[] | undefined, chosen: string | null, wants: boolean) {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  // The caret goes first; what follows it may come a moment later.
  const settled = useDeferredValue(wants ? selection : null);
  const passage = useMemo((): Passage | null => {
    if (!settled) return null;
    const { range, caret } = settled;
    const mark = marks?.find(
      ({ ref, kind, start, end }) =>
        ref === chosen && (kind === "claim" || kind === "note") && start <= caret && caret <= end,
    );
    const meant = range ?? mark ?? paragraphAt(text, caret);
    return meant && passageOf(text, meant);
  }, [text, marks, chosen, settled]);
  return { passage, setSelection };
}
