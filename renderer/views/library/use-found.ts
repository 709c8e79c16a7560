import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { ArticleRow } from "#domain/contract/articles.ts";
import type { TableRows } from "../../rows-in-sight.ts";
import { queries } from "../../workbench.ts";
import type { AskedQuestion } from "./use-question.ts";

/**
 * Whether the article that is chosen is among those that are found; null until it is known, and where none is chosen. A row
 * that is there tells at once. One that is far from what is in sight is asked for. Where nothing can be asked (`input` is
 * null) nothing is found.
 */
export function useFound(
  chosen: string | null,
  rows: TableRows<ArticleRow>,
  input: AskedQuestion["input"] | null,
): boolean | null {
  const isHere = useSyncExternalStore(rows.subscribe, () => chosen !== null && rowOf(rows, chosen) !== undefined);
  const { data } = useQuery({
    ...queries.articles.ids.queryOptions({ input: { ...input, among: chosen === null ? [] : [chosen] } }),
    enabled: chosen !== null && input !== null && !isHere,
  });
  if (chosen === null) return null;
  return input !== null && (isHere || (data?.includes(chosen) ?? null));
}

/** The row of an article, where it is among those that are there. */
export function rowOf(rows: TableRows<ArticleRow>, id: string): ArticleRow | undefined {
  for (const [, row] of rows.current().loaded()) if (row.id === id) return row;
  return undefined;
}
