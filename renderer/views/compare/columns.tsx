import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, type Ref, useImperativeHandle, useRef } from "react";
import styles from "./compare.module.css";
import type { Fragment, SideBySide, SideRow } from "./rows.ts";
import { words } from "./words.ts";

/** How the rest of the view moves through the texts. */
export interface ColumnsHandle {
  /** Brings the next or previous difference into the middle, counted from the one that is there. */
  step(by: 1 | -1): void;
}

interface ColumnsProps {
  texts: SideBySide;
  ref?: Ref<ColumnsHandle>;
}

/** Two texts in one scrolling place, so that they cannot lose each other. Only the rows in sight are in the page. */
export function Columns({ texts, ref }: ColumnsProps) {
  const scroller = useRef<HTMLElement>(null);
  const at = useRef(-1);
  const { rows, differences } = texts;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimatedHeight(rows[index]),
    overscan: 6,
    paddingStart: 12,
    paddingEnd: 40,
  });
  useImperativeHandle(ref, () => ({
    step(by) {
      const last = differences.length - 1;
      if (last < 0) return;
      at.current = Math.min(last, Math.max(0, at.current + by));
      const row = differences[at.current];
      if (row === undefined) return;
      virtualizer.scrollToIndex(row, { align: "center" });
      for (const mark of scroller.current?.querySelectorAll("[data-current]") ?? [])
        mark.removeAttribute("data-current");
      // After the row has been drawn.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          for (const mark of scroller.current?.querySelectorAll(`[data-difference="${at.current}"]`) ?? []) {
            mark.setAttribute("data-current", "");
          }
        }),
      );
    },
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={scroller} className={styles.texts} aria-label={words.texts} tabIndex={0}>
      <div className={styles.run} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <div
              key={index}
              data-index={index}
              ref={virtualizer.measureElement}
              className={styles.pair}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Cell fragments={row.left} side="left" />
              <Cell fragments={row.right} side="right" />
            </div>
          ) : null;
        })}
      </div>
    </section>
  );
}

/** One text of a row. What is the same recedes; what is not is marked by its element, an underline and a tint. */
const Cell = memo(function Cell({ fragments, side }: { fragments: readonly Fragment[]; side: "left" | "right" }) {
  const Changed = side === "left" ? "del" : "ins";
  return (
    <p className={styles.cell} dir="auto">
      {fragments.map((fragment, index) => {
        const Words = fragment.kind === "only" ? Changed : "span";
        return (
          <Words
            // biome-ignore lint/suspicious/noArrayIndexKey: the fragments of a row never change their order.
            key={index}
            className={styles[fragment.kind]}
            data-difference={fragment.difference ?? undefined}
          >
            {fragment.words}
          </Words>
        );
      })}
    </p>
  );
});

/** A line of some seventy characters is 26 pixels high. */
function estimatedHeight(row: SideRow | undefined): number {
  const length = (fragments: readonly Fragment[]) => fragments.reduce((sum, { words: text }) => sum + text.length, 0);
  const longest = row ? Math.max(length(row.left), length(row.right)) : 0;
  return 26 * Math.max(1, Math.ceil(longest / 70));
}
