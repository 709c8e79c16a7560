import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ArticleMarks, ArticleView } from "#domain/contract/articles.ts";
import { IntervalTree } from "#domain/marks/interval-tree.ts";
import type { Mark } from "#domain/marks/mark.ts";
import type { TextRange } from "#domain/text/range.ts";
import { ArticleHeading } from "./article-heading.tsx";
import { Bubble } from "./bubble.tsx";
import { caretRect, moveCaret, movementOf, moveTo } from "./caret.ts";
import { type ClassNames, DrawnText } from "./drawn-text.ts";
import { choiceAmong } from "./hits.ts";
import { Margin } from "./margin.tsx";
import "./painting.css";
import { words } from "../words.ts";
import { applyPaint, clearPaint, type Paint, paintOf } from "./painting.ts";
import styles from "./text.module.css";
import { useNear } from "./use-near.ts";
import { readSelection, type TextSelection, useTextSelection } from "./use-selection.ts";

/** What the view around it may ask of the text. */
export interface TextHandle {
  /** Gives the text the focus, with its caret or selection where they last were. */
  focus(): void;
  /** Selects words, or sets the caret where the range is empty, and brings them into sight. */
  select(range: TextRange): void;
  selection(): TextSelection | null;
}

interface TextPaneProps {
  article: ArticleView;
  marks: ArticleMarks | null;
  /** The attribution or note that is open. */
  chosen: string | null;
  /** What is painted besides the marks: a claim in the making, hits of a search. */
  extra: Paint;
  /** Whether the bubble may stand by the selection. */
  offersBubble: boolean;
  onChoose: (ref: string | null) => void;
  /** Ctrl+Enter in the text, where something is there to be saved. */
  onSave: (() => void) | null;
  /** Enter in the text. */
  onEnter: (ref: string | null) => void;
  onEscape: () => void;
  onUnfold: () => void;
  /** Is told once the text is drawn and can be led to. */
  onReady: () => void;
  /** Is told what is selected, whenever that changes. */
  onSelection: (selection: TextSelection | null) => void;
  onShowOriginal: () => void;
  handle: Ref<TextHandle>;
}

const NO_MARKS: readonly Mark[] = [];

/** The looks of what is drawn; a paragraph has that of every block and no more. */
const NAMES: ClassNames = {
  chunk: styles.chunk ?? "",
  title: styles.title ?? "",
  block: styles.block ?? "",
  paragraph: "",
  heading: styles.heading ?? "",
  "list-item": styles.item ?? "",
  quote: styles.quote ?? "",
  "table-row": styles.row ?? "",
  caption: styles.caption ?? "",
  credit: styles.credit ?? "",
};

/** The text of an article with its marks, its caret and its margin. */
export function TextPane(props: TextPaneProps) {
  const { article, chosen, extra } = props;
  const { text, title, structure } = article;
  const marks = props.marks?.marks ?? NO_MARKS;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnText | null>(null);
  const [focused, setFocused] = useState(false);
  const layoutStamp = useLayoutStamp(scroller);
  const { isDragging, begin } = useDragging();
  const isPressed = useRef(false);

  useLayoutEffect(() => {
    if (!host.current) return;
    setDrawn(new DrawnText(host.current, { text, title, structure }, NAMES));
    return clearPaint;
  }, [text, title, structure]);

  const ready = useEffectEvent(props.onReady);
  const isReady = drawn !== null && scroller !== null;
  useEffect(() => {
    if (isReady) ready();
  }, [isReady]);

  const near = useNear(drawn, scroller);
  const tree = useMemo(() => new IntervalTree(marks), [marks]);
  const cards = useMemo(
    () => [...(props.marks?.cards ?? [])].sort((one, other) => one.start - other.start),
    [props.marks?.cards],
  );
  const selection = useTextSelection(drawn, article.text);
  const select = useEffectEvent(props.onSelection);
  useEffect(() => select(selection), [selection]);

  useLayoutEffect(() => {
    if (!drawn) return;
    const visible = near.flatMap(({ start, end }) => tree.overlapping(start, end));
    applyPaint(drawn, near, { ...paintOf([...new Set(visible)], chosen), ...extra });
  }, [drawn, near, tree, chosen, extra]);

  useImperativeHandle(
    props.handle,
    () => ({
      focus: () => {
        host.current?.focus({ preventScroll: true });
        if (drawn && selection && !readSelection(drawn, article.text)) restore(drawn, selection);
      },
      select: (range) => {
        if (!drawn || !scroller) return;
        host.current?.focus({ preventScroll: true });
        restore(drawn, { range, caret: range.end });
        bringIntoSight(drawn, scroller, range);
      },
      selection: () => (drawn && readSelection(drawn, article.text)) ?? selection,
    }),
    [drawn, scroller, selection, article.text],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!drawn || !scroller || event.nativeEvent.isComposing) return;
    const movement = movementOf(event);
    if (movement) {
      event.preventDefault();
      moveCaret(drawn, scroller, movement, event.shiftKey);
      followCaret(drawn, scroller);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && props.onSave) {
      event.preventDefault();
      props.onSave();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const caret = readSelection(drawn, article.text)?.caret ?? 0;
      const under = tree.overlapping(caret - 1, caret + 1);
      props.onEnter(chosen ?? choiceAmong(under, null));
    } else if (event.key === "Escape") {
      const current = readSelection(drawn, article.text);
      const native = document.getSelection();
      if (current?.range && native) moveTo(drawn, native, current.caret, false);
      else props.onEscape();
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      restore(drawn, { range: { start: 0, end: article.text.length }, caret: article.text.length });
    }
  };

  // The pointer brings the focus while the browser is about to select from where it is pressed, and what is selected in
  // between would be drawn on: the text takes the focus before, with nothing selected but what Shift is to extend.
  const onMouseDown = (event: React.MouseEvent<HTMLElement>) => {
    if (event.button !== 0 || focused) return;
    isPressed.current = true;
    event.currentTarget.focus({ preventScroll: true });
    isPressed.current = false;
    if (event.shiftKey && drawn && selection) restore(drawn, selection);
  };

  const onFocus = () => {
    setFocused(true);
    if (isPressed.current || !drawn || !scroller || readSelection(drawn, article.text)) return;
    if (selection) restore(drawn, selection);
    else setCaretInSight(drawn, scroller, near);
  };

  const markUnder = (x: number, y: number): Mark[] => (drawn ? marksAt(drawn, tree, x, y) : []);

  const onClick = (event: React.MouseEvent) => {
    if (!drawn || readSelection(drawn, article.text)?.range) return;
    const under = markUnder(event.clientX, event.clientY);
    props.onChoose(choiceAmong(under, chosen));
  };

  return (
    <div className={styles.scroller} ref={setScroller} data-article={article.id}>
      <div className={styles.columns}>
        <article className={styles.sheet} lang={article.language ?? undefined}>
          <ArticleHeading
            article={article}
            withTitle={drawn ? !drawn.holdsTitle : false}
            onShowOriginal={props.onShowOriginal}
          />
          <div
            ref={host}
            className={styles.text}
            data-reader-text=""
            role="document"
            aria-label={words.text.label(article.title)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the text has a caret of its own and takes keys.
            tabIndex={0}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onBlur={() => setFocused(false)}
            onClick={onClick}
            onMouseDown={onMouseDown}
            onPointerDown={begin}
            onPointerMove={(event) => {
              const isOver = event.buttons === 0 && markUnder(event.clientX, event.clientY).length > 0;
              event.currentTarget.dataset.over = isOver ? "mark" : "text";
            }}
          />
        </article>
        {drawn ? (
          <Margin
            drawn={drawn}
            cards={cards}
            near={near}
            outlet={article.outlet}
            chosen={chosen}
            layoutStamp={layoutStamp}
            onChoose={props.onChoose}
            onUnfold={props.onUnfold}
          />
        ) : null}
        {drawn && scroller && selection && focused ? (
          <Caret
            drawn={drawn}
            selection={selection}
            offersBubble={props.offersBubble && !isDragging}
            layoutStamp={layoutStamp}
            near={near}
          />
        ) : null}
      </div>
    </div>
  );
}

interface CaretProps {
  drawn: DrawnText;
  selection: TextSelection;
  offersBubble: boolean;
  layoutStamp: number;
  near: readonly TextRange[];
}

/** The caret, and the bubble by the selected words once the pointer is up. */
function Caret({ drawn, selection, offersBubble, layoutStamp, near }: CaretProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ caret: Box | null; bubble: { top: number; left: number } | null }>();
  const { range, caret } = selection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp and the stretches say that lines may have moved.
  useLayoutEffect(() => {
    const frame = holder.current?.parentElement?.getBoundingClientRect();
    if (!frame) return;
    const rect = caretRect(drawn, caret);
    setPlace({
      caret: rect && { top: rect.top - frame.top, left: rect.left - frame.left, height: rect.height },
      bubble: range && bubblePlace(drawn, range, frame),
    });
  }, [drawn, caret, range, layoutStamp, near]);
  return (
    <div ref={holder}>
      {place?.caret ? <div className={styles.caret} style={place.caret} data-reader-caret="" /> : null}
      {place?.bubble && offersBubble ? <Bubble {...place.bubble} /> : null}
    </div>
  );
}

interface Box {
  top: number;
  left: number;
  height: number;
}

const BUBBLE_HEIGHT = 34;
const BUBBLE_HALF = 225;

/** Above the first line of the words where there is room in sight, else below their last. */
function bubblePlace(drawn: DrawnText, range: TextRange, frame: DOMRect): { top: number; left: number } | null {
  const rects = [...(drawn.rangeOf(range)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const first = rects[0];
  const last = rects.at(-1);
  if (!first || !last) return null;
  const isAbove = first.top - BUBBLE_HEIGHT - 8 > 48;
  const top = isAbove ? first.top - BUBBLE_HEIGHT - 6 : last.bottom + 6;
  const middle = isAbove ? (first.left + first.right) / 2 : (last.left + last.right) / 2;
  const left = Math.max(BUBBLE_HALF + 4, Math.min(frame.width - BUBBLE_HALF - 4, middle - frame.left));
  return { top: top - frame.top, left };
}

/** Whether words are being drawn over with the pointer; `begin` is for the press that may begin it. */
function useDragging(): { isDragging: boolean; begin: () => void } {
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const up = () => setIsDragging(false);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, []);
  return { isDragging, begin: () => setIsDragging(true) };
}

/** A number that changes when the text is laid out at another width or in another face. */
function useLayoutStamp(scroller: HTMLElement | null): number {
  const [stamp, setStamp] = useState(0);
  useEffect(() => {
    if (!scroller) return;
    const next = () => setStamp((number) => number + 1);
    const observer = new ResizeObserver(next);
    observer.observe(scroller);
    if (scroller.firstElementChild) observer.observe(scroller.firstElementChild);
    document.fonts.addEventListener("loadingdone", next);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", next);
    };
  }, [scroller]);
  return stamp;
}

function restore(drawn: DrawnText, { range, caret }: TextSelection): void {
  const from = drawn.placeFollowing(range && range.start !== range.end ? range.start : caret);
  const to = drawn.placeOf(range ? range.end : caret);
  if (!from || !to) return;
  const backwards = range !== null && caret === range.start && range.start !== range.end;
  const [anchor, focus] = backwards ? [to, from] : [from, to];
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

function setCaretInSight(drawn: DrawnText, scroller: HTMLElement, near: readonly TextRange[]): void {
  const top = scroller.getBoundingClientRect().top;
  const start = near[0]?.start ?? 0;
  const block = drawn.blocks.find(
    (candidate) =>
      candidate.start >= start && (drawn.paragraphOf(candidate.start)?.getBoundingClientRect().bottom ?? 0) > top + 20,
  );
  restore(drawn, { range: null, caret: block?.start ?? 0 });
}

/** The marks under a point of the page, none where the point lies beside the letters. */
function marksAt(drawn: DrawnText, tree: IntervalTree<Mark>, x: number, y: number): Mark[] {
  const position = document.caretPositionFromPoint(x, y);
  const offset = position ? drawn.offsetOf(position.offsetNode, position.offset) : null;
  if (offset === null) return [];
  // The caret snaps to the nearer edge of a character; the point may be on either side of it.
  for (const start of [offset, offset - 1]) {
    const rects = start < 0 ? [] : (drawn.rangeOf({ start, end: start + 1 })?.getClientRects() ?? []);
    if ([...rects].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)) {
      return tree.at(start);
    }
  }
  return [];
}

function bringIntoSight(drawn: DrawnText, scroller: HTMLElement, range: TextRange): void {
  const frame = scroller.getBoundingClientRect();
  const isInSight = (rect: DOMRect | undefined) => rect && rect.top > frame.top + 50 && rect.bottom < frame.bottom - 50;
  const rectOf = () => drawn.rangeOf(range)?.getClientRects()[0] ?? caretRect(drawn, range.start) ?? undefined;
  if (isInSight(rectOf())) return;
  drawn.paragraphOf(range.start)?.scrollIntoView({ block: "center" });
  // A long paragraph may still hide the words, and chunks above may have been laid out only now.
  requestAnimationFrame(() => {
    const rect = rectOf();
    if (rect && !isInSight(rect)) scroller.scrollTop += rect.top - frame.top - frame.height / 3;
  });
}

function followCaret(drawn: DrawnText, scroller: HTMLElement): void {
  const selection = document.getSelection();
  const offset = selection && drawn.offsetOf(selection.focusNode, selection.focusOffset);
  const rect = offset === null ? null : caretRect(drawn, offset);
  if (!rect) return;
  const frame = scroller.getBoundingClientRect();
  const above = frame.top + 24 - rect.top;
  const below = rect.bottom + 24 - frame.bottom;
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
