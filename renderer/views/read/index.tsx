import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useCommand } from "../../keys.ts";
import { go, useRoute, useShownByItself } from "../../route.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { queries } from "../../workbench.ts";
import { useArticleRows } from "./article-list.tsx";
import { Reader } from "./reader.tsx";
import { words } from "./words.ts";

/** The article that was read last, so that going elsewhere and back does not lose the place. */
let lastRead: string | null = null;

/** The reader: an article, or the one that was read last, or the first. */
export default function ReadView() {
  const { id, mark, at, query, revision } = useRoute();
  const { articles, rows } = useArticleRows();
  const article = useQuery({
    ...queries.articles.get.queryOptions({ input: { id: id ?? "" } }),
    enabled: id !== null,
  });

  const position = rows.findIndex((row) => row.id === id);
  const goBy = (by: 1 | -1) => {
    const next = position === -1 ? undefined : rows[position + by];
    if (next) go({ view: "read", id: next.id });
  };
  useCommand("next-article", () => goBy(1));
  useCommand("previous-article", () => goBy(-1));

  const fallback = rows.find((row) => row.id === lastRead)?.id ?? rows[0]?.id ?? null;
  useEffect(() => {
    if (id !== null) lastRead = id;
  }, [id]);
  useShownByItself(id === null && fallback !== null ? { view: "read", id: fallback } : null);

  if (articles.isError) return <ErrorNotice error={articles.error} retry={() => articles.refetch()} />;
  if (id === null && articles.data) {
    return fallback === null ? (
      <EmptyState
        title={words.list.emptyTitle}
        actions={
          <Button look="primary" onPress={() => go({ view: "library" })}>
            {words.list.library}
          </Button>
        }
      >
        {words.list.empty}
      </EmptyState>
    ) : null;
  }
  if (article.isError) {
    return (
      <ErrorNotice
        error={article.error}
        retry={() => article.refetch()}
        actions={<Button onPress={() => go({ view: "library" })}>{words.list.library}</Button>}
      />
    );
  }
  if (!article.data) return <Skeleton lines={12} />;
  return (
    <Reader key={article.data.id} article={article.data} chosen={mark} at={at} asked={query} revision={revision} />
  );
}
