import type { TextRange } from "#domain/text/range.ts";
import { Letters, type Passage, placeIn } from "./passage.ts";

/** The words of what is drawn, of whatever elements, so that a passage can be found in them. */
export class DrawnWords {
  readonly #letters: Letters;
  readonly #nodes: { node: Text; start: number }[] = [];

  constructor(root: Node) {
    const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    let start = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeValue ?? "";
      this.#nodes.push({ node: node as Text, start });
      pieces.push(words);
      // What stands between two elements is told by the drawing and not by a letter.
      start += words.length + 1;
    }
    this.#letters = new Letters(pieces.join("\n"));
  }

  /** Where a passage is drawn; null where its words are not among these. */
  #find(passage: Passage): Range | null {
    const place = placeIn(this.#letters, passage);
    return place && this.#rangeOf(place);
  }

  /** Paints a passage where it is drawn and brings it into sight; takes the paint away and gives false where it is not. */
  show(passage: Passage, scroller: Element): boolean {
    const range = this.#find(passage);
    if (range) showPassage(scroller, range);
    else hidePassage(scroller);
    return range !== null;
  }

  #rangeOf({ start, end }: TextRange): Range | null {
    const from = this.#nodeAt(start);
    const to = this.#nodeAt(end - 1);
    if (!from || !to) return null;
    const range = from.node.ownerDocument.createRange();
    range.setStart(from.node, start - from.start);
    range.setEnd(to.node, end - to.start);
    return range;
  }

  #nodeAt(offset: number): { node: Text; start: number } | undefined {
    let low = 0;
    let high = this.#nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#nodes[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#nodes[low];
  }
}

/** The name under which the passage is painted, in our page as in the frame. */
export const HIGHLIGHT = "original-passage";

/** Paints a passage in the window that it is drawn in and brings it into sight in what scrolls there. */
function showPassage(scroller: Element, range: Range): void {
  const view = windowOf(scroller);
  view.CSS.highlights.set(HIGHLIGHT, new view.Highlight(range));
  if (isInSight(scroller, range)) return;
  range.startContainer.parentElement?.scrollIntoView({ block: "center", inline: "nearest" });
  // A long paragraph may still hide the words, and what is above may have been laid out only now.
  view.requestAnimationFrame(() => {
    if (!isInSight(scroller, range)) {
      scroller.scrollTop += range.getBoundingClientRect().top - topOf(scroller) - scroller.clientHeight / 3;
    }
  });
}

/** Takes the paint away. */
export function hidePassage(scroller: Element): void {
  windowOf(scroller).CSS.highlights.delete(HIGHLIGHT);
}

function isInSight(scroller: Element, range: Range): boolean {
  const { top, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
  const above = top - topOf(scroller);
  return above > 12 && above + height < scroller.clientHeight - 12;
}

/** Where the top of what is in sight lies; a page that scrolls as a whole moves away from under its window. */
function topOf(scroller: Element): number {
  return scroller === scroller.ownerDocument.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
}

function windowOf(element: Element): Window & typeof globalThis {
  return (element.ownerDocument.defaultView ?? window) as Window & typeof globalThis;
}
