import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { MarginCard } from "#domain/contract/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { EmptyState } from "../../ui/states.tsx";
import { VerdictIcon } from "../../ui/verdict.tsx";
import styles from "./inspector.module.css";
import { words } from "./words.ts";

interface InArticleProps {
  /** In the order of the text. */
  cards: readonly MarginCard[];
  chosen: string | null;
  onChoose: (attributionId: string) => void;
}

/** Every claim of the article, in the order of the text; only those in sight are in the page. */
export function InArticle({ cards, chosen, onChoose }: InArticleProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 10,
  });
  if (cards.length === 0) return <EmptyState title={words.article.emptyTitle}>{words.article.empty}</EmptyState>;
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const card = cards[index];
          if (!card) return null;
          return (
            <li
              key={card.attributionId}
              data-index={index}
              ref={virtualizer.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                className={styles.entry}
                aria-current={card.attributionId === chosen}
                onClick={() => onChoose(card.attributionId)}
              >
                <b dir="auto">
                  <VerdictIcon verdict={card.verdict} title={termOf(VERDICTS, card.verdict).label} /> {card.statement}
                </b>
                <span className={styles.hint} dir="auto">
                  {card.chain.join(" → ") || words.margin.noChain}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
