import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { MarginCard } from "#domain/contract/articles.ts";
import type { TextRange } from "#domain/text/range.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { VerdictIcon, verdictColour } from "../../../ui/verdict.tsx";
import { words } from "../words.ts";
import type { DrawnText } from "./drawn-text.ts";
import { type Fold, layOutMargin, type Placed } from "./margin-layout.ts";
import styles from "./text.module.css";

interface MarginProps {
  drawn: DrawnText;
  /** Cards in the order of the text. */
  cards: readonly MarginCard[];
  near: readonly TextRange[];
  /** The article's own outlet, which ends every chain here and goes without saying. */
  outlet: string | null;
  chosen: string | null;
  /** Changes whenever the text may have been laid out anew. */
  layoutStamp: number;
  onChoose: (ref: string) => void;
  onUnfold: () => void;
}

interface Arrangement {
  placed: ReadonlyMap<string, Placed>;
  folds: readonly Fold[];
}

const NOWHERE: Arrangement = { placed: new Map(), folds: [] };
const LINE_HEIGHT = 14;

/** Cards beside the passages that are near the viewport, each tied to its passage by a hairline where it was displaced. */
export function Margin({ drawn, cards, near, outlet, chosen, layoutStamp, onChoose, onUnfold }: MarginProps) {
  const holder = useRef<HTMLElement>(null);
  const [arrangement, setArrangement] = useState(NOWHERE);
  const visible = useMemo(
    () => cards.filter(({ start }) => near.some((stretch) => start >= stretch.start && start < stretch.end)),
    [cards, near],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that lines may stand elsewhere now.
  useLayoutEffect(() => {
    const margin = holder.current;
    if (!margin) return;
    const top = margin.getBoundingClientRect().top;
    const wishes = visible.map(({ attributionId, start }) => ({
      id: attributionId,
      anchor: (drawn.rangeOf({ start, end: start + 1 })?.getClientRects()[0]?.top ?? top) - top,
      height: margin.querySelector<HTMLElement>(`[data-card="${attributionId}"]`)?.offsetHeight ?? 0,
    }));
    const { placed, folds } = layOutMargin(wishes, chosen);
    setArrangement({ placed: new Map(placed.map((place) => [place.id, place])), folds });
  }, [drawn, visible, chosen, layoutStamp]);

  const displaced = [...arrangement.placed.values()].filter(({ anchor, top }) => Math.abs(top - anchor) > 3);
  return (
    <aside ref={holder} className={styles.margin} aria-label={words.margin.label}>
      <svg className={styles.hairlines} aria-hidden="true">
        {displaced.map(({ id, anchor, top }) => (
          <path key={id} d={`M0 ${anchor + LINE_HEIGHT}H6L12 ${top + LINE_HEIGHT}H15`} />
        ))}
      </svg>
      {visible.map((card) => {
        const place = arrangement.placed.get(card.attributionId);
        const verdict = termOf(VERDICTS, card.verdict).label;
        return (
          <button
            key={card.attributionId}
            type="button"
            data-card={card.attributionId}
            aria-pressed={card.attributionId === chosen}
            className={styles.card}
            style={
              {
                "--v": verdictColour(card.verdict),
                transform: `translateY(${place?.top ?? 0}px)`,
                visibility: place ? "visible" : "hidden",
              } as React.CSSProperties
            }
            title={words.margin.card(card.statement, verdict)}
            onClick={() => onChoose(card.attributionId)}
          >
            <b dir="auto">
              <VerdictIcon verdict={card.verdict} title={verdict} /> {card.statement}
            </b>
            <span dir="auto">{wayOf(card.chain, outlet)}</span>
          </button>
        );
      })}
      {arrangement.folds.map((fold) => (
        <button
          key={fold.ids[0]}
          type="button"
          className={styles.fold}
          style={{ transform: `translateY(${fold.top}px)` }}
          onClick={onUnfold}
        >
          {words.margin.more(fold.ids.length)}
        </button>
      ))}
    </aside>
  );
}

function wayOf(chain: readonly string[], outlet: string | null): string {
  const way = chain.length > 1 && chain.at(-1) === outlet ? chain.slice(0, -1) : chain;
  return way.length > 0 ? way.join(" → ") : words.margin.noChain;
}
