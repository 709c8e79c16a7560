import { useEffect, useState } from "react";
import { type TextRange, tidyRange } from "#domain/text/range.ts";
import { focusOf } from "./caret.ts";
import type { DrawnText } from "./drawn-text.ts";

/** What is selected in the text, as offsets. */
export interface TextSelection {
  /** The selected words, or null where nothing but a caret is there. */
  range: TextRange | null;
  /** The offset of the caret: the end that moves. */
  caret: number;
}

/** Follows the page's selection while it lies in the text, and remembers it when the focus goes elsewhere. */
export function useTextSelection(drawn: DrawnText | null, text: string): TextSelection | null {
  const [remembered, setRemembered] = useState<(TextSelection & { of: DrawnText }) | null>(null);
  useEffect(() => {
    if (!drawn) return;
    const follow = () => {
      const read = readSelection(drawn, text);
      if (read) setRemembered({ ...read, of: drawn });
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [drawn, text]);
  // What was selected in another article is nothing here.
  return remembered?.of === drawn ? remembered : null;
}

/** Reads the page's selection; null where it lies outside the text. */
export function readSelection(drawn: DrawnText, text: string): TextSelection | null {
  const selection = document.getSelection();
  if (!selection) return null;
  const caret = focusOf(drawn, selection);
  const anchor = drawn.offsetOf(selection.anchorNode, selection.anchorOffset);
  if (caret === null || anchor === null) return null;
  return { range: anchor === caret ? null : tidyRange(text, anchor, caret), caret };
}
