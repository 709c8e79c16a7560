import { useInfiniteQuery } from "@tanstack/react-query";
import { instantInWords } from "../../dates.ts";
import { PAGES, useRows } from "../../pages.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { queries } from "../../workbench.ts";
import styles from "./inspector.module.css";
import { words } from "./words.ts";

/** What happened to a claim or an article, newest first. */
export function Entries({ about }: { about: string }) {
  const entries = useInfiniteQuery(
    queries.history.list.infiniteOptions({
      ...PAGES,
      input: (after: string | null) => ({ after, about, limit: 100 }),
    }),
  );
  const { rows, total, more } = useRows(entries);
  if (entries.isError) return <ErrorNotice error={entries.error} retry={() => entries.refetch()} />;
  if (!entries.data) return <Skeleton lines={6} />;
  if (rows.length === 0) return <EmptyState title={words.history.emptyTitle}>{words.history.empty}</EmptyState>;
  return (
    <>
      <ol>
        {rows.map((entry) => (
          <li key={entry.sequence} className={styles.log}>
            <p dir="auto">
              {entry.label}
              {entry.kind === "done" ? "" : ` (${words.history[entry.kind]})`}
            </p>
            <p className={styles.hint}>
              {entry.author} · {instantInWords(entry.at)}
            </p>
          </li>
        ))}
      </ol>
      {rows.length < total ? <Button onPress={more}>{words.history.more}</Button> : null}
    </>
  );
}
