import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { ArticleRow } from "#domain/contract/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICT_CODES, VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { dateInWords } from "../../dates.ts";
import { PAGE_SIZE, PAGES, useRows } from "../../pages.ts";
import { addressOf, go } from "../../route.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { VerdictIcon } from "../../ui/verdict.tsx";
import { queries } from "../../workbench.ts";
import styles from "./article-list.module.css";
import { words } from "./words.ts";

/**
 * The article that is open is sought among so many rows, and not farther down: every page that is there is asked for again
 * whenever the articles change.
 */
const MOST_SOUGHT_AMONG = PAGE_SIZE * 2;

/** The pages of all articles, in the order of the list. */
export function useArticleRows() {
  const articles = useInfiniteQuery(
    queries.articles.list.infiniteOptions({ ...PAGES, input: (after: string | null) => ({ after, limit: PAGE_SIZE }) }),
  );
  return { articles, ...useRows(articles) };
}

/** The articles of the case beside the text; only those in sight are in the page. */
export function ArticleList({ current }: { current: string | null }) {
  const { articles, rows, total, more } = useArticleRows();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 76,
    overscan: 8,
    // A row keeps its measure when others come before it.
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const position = rows.findIndex(({ id }) => id === current);
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 20;
  const isSought = current !== null && position === -1 && rows.length < MOST_SOUGHT_AMONG;
  useEffect(() => {
    if (isNearEnd || isSought) more();
  }, [isNearEnd, isSought, more]);

  // The list follows the article, once: it may have been opened before its row came, as after an import.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (position === -1 || followed.current === current) return;
    followed.current = current;
    virtualizer.scrollToIndex(position, { align: "auto" });
  }, [current, position, virtualizer]);

  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <h2>{words.list.label}</h2>
        {total > 0 ? words.list.count(rows.length, total) : null}
      </div>
      {articles.isError ? <ErrorNotice error={articles.error} retry={() => articles.refetch()} /> : null}
      {articles.isPending ? <Skeleton lines={9} /> : null}
      {articles.data && rows.length === 0 ? (
        <EmptyState
          title={words.list.emptyTitle}
          actions={<Button onPress={() => go({ view: "library" })}>{words.list.library}</Button>}
        >
          {words.list.empty}
        </EmptyState>
      ) : null}
      <div ref={scroller} className={styles.scroller}>
        <ul style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <li
                key={row.id}
                data-index={index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Item row={row} isCurrent={row.id === current} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

interface ItemProps {
  row: ArticleRow;
  isCurrent: boolean;
}

function Item({ row, isCurrent }: ItemProps) {
  const day = row.published && dateInWords(row.published.slice(0, 10));
  const facts = [row.outlet ?? "", day || words.list.noDate, row.language ?? ""];
  return (
    <a
      href={addressOf({ view: "read", id: row.id })}
      className={styles.article}
      aria-current={isCurrent ? "true" : undefined}
    >
      <span className={styles.title} dir="auto">
        {row.title}
      </span>
      <span className={styles.meta}>
        <Facts facts={facts.filter(Boolean)} />
        <span className={styles.verdicts}>
          {VERDICT_CODES.filter((verdict) => row.verdicts[verdict]).map((verdict) => {
            const count = row.verdicts[verdict] ?? 0;
            const label = termOf(VERDICTS, verdict).label;
            return (
              <span key={verdict}>
                <VerdictIcon verdict={verdict} title={`${count} ${label.toLowerCase()}`} />
                {count > 1 ? count : null}
              </span>
            );
          })}
        </span>
      </span>
    </a>
  );
}
