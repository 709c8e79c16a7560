import type { DrawnText } from "./drawn-text.ts";

/** What a key does to the caret: `modify` as the browser does it, or a page up or down. */
type Movement =
  | { kind: "modify"; direction: "left" | "right" | "forward" | "backward"; granularity: string }
  | { kind: "page"; by: 1 | -1 };

/** A key press as far as the caret cares. */
interface Press {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The movement that a key press asks for, or null. Left and right are as seen, so they fit either writing direction. */
export function movementOf({ key, ctrlKey, altKey, metaKey }: Press): Movement | null {
  const byWord = ctrlKey || altKey;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const direction = key === "ArrowLeft" ? "left" : "right";
      if (metaKey) return { kind: "modify", direction, granularity: "lineboundary" };
      return { kind: "modify", direction, granularity: byWord ? "word" : "character" };
    }
    case "ArrowUp":
    case "ArrowDown": {
      const direction = key === "ArrowUp" ? "backward" : "forward";
      const granularity = metaKey ? "documentboundary" : ctrlKey ? "paragraph" : "line";
      return altKey ? null : { kind: "modify", direction, granularity };
    }
    case "Home":
    case "End": {
      const direction = key === "Home" ? "backward" : "forward";
      return { kind: "modify", direction, granularity: ctrlKey ? "documentboundary" : "lineboundary" };
    }
    case "PageUp":
    case "PageDown":
      return ctrlKey || altKey ? null : { kind: "page", by: key === "PageUp" ? -1 : 1 };
    default:
      return null;
  }
}

/** Moves the caret of the page's selection inside the text, or with `extend` only its far end. */
export function moveCaret(drawn: DrawnText, scroller: HTMLElement, movement: Movement, extend: boolean): void {
  const selection = document.getSelection();
  if (!selection) return;
  if (movement.kind === "page") {
    movePage(drawn, scroller, selection, movement.by, extend);
  } else if (movement.granularity === "documentboundary") {
    // The browser would go to the end of everything on the page; the text ends before.
    const end = drawn.blocks.at(-1)?.end ?? 0;
    moveTo(drawn, selection, movement.direction === "backward" ? 0 : end, extend);
  } else {
    const before = focusOf(drawn, selection);
    selection.modify(extend ? "extend" : "move", movement.direction, movement.granularity);
    if (focusOf(drawn, selection) === null && before !== null) moveTo(drawn, selection, before, extend);
  }
}

/** The offset of the caret, or null where it stands outside the text. */
export function focusOf(drawn: DrawnText, selection: Selection): number | null {
  return drawn.offsetOf(selection.focusNode, selection.focusOffset);
}

/** Where the caret stands on the page, or null where it cannot be told. */
export function caretRect(drawn: DrawnText, offset: number): DOMRect | null {
  const range = drawn.rangeOf({ start: offset, end: offset });
  if (!range) return null;
  const own = range.getClientRects()[0];
  if (own) return own;
  // At some line ends a collapsed range has no box; the character before has.
  const before = offset > 0 ? drawn.rangeOf({ start: offset - 1, end: offset })?.getClientRects()[0] : undefined;
  return before ? new DOMRect(before.right, before.top, 0, before.height) : null;
}

/** Puts the caret on an offset, or with `extend` the far end of the selection. */
export function moveTo(drawn: DrawnText, selection: Selection, offset: number, extend: boolean): void {
  const place = drawn.placeOf(offset);
  if (!place) return;
  if (extend && selection.anchorNode) selection.extend(place.node, place.offset);
  else selection.collapse(place.node, place.offset);
}

function movePage(drawn: DrawnText, scroller: HTMLElement, selection: Selection, by: 1 | -1, extend: boolean): void {
  const focus = focusOf(drawn, selection);
  const rect = focus === null ? null : caretRect(drawn, focus);
  if (!rect) return;
  const frame = scroller.getBoundingClientRect();
  const wanted = by * (scroller.clientHeight - 60);
  const before = scroller.scrollTop;
  scroller.scrollTop += wanted;
  const scrolled = scroller.scrollTop - before;
  if (Math.abs(scrolled) < 2) {
    moveTo(drawn, selection, by === 1 ? (drawn.blocks.at(-1)?.end ?? 0) : 0, extend);
    return;
  }
  const y = Math.max(frame.top + 4, Math.min(frame.bottom - 4, rect.top + rect.height / 2));
  const position = document.caretPositionFromPoint(rect.left, y);
  const offset = position ? drawn.offsetOf(position.offsetNode, position.offset) : null;
  if (offset !== null) moveTo(drawn, selection, offset, extend);
}
