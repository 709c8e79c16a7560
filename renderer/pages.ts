import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Page } from "#domain/contract/base.ts";

/** How many rows are asked for at a time: few enough for the first of them to be there at once, enough for scrolling. */
export const PAGE_SIZE = 400;

/** The input for the pages of a list: `infiniteOptions({ ...PAGES, input: (after: string | null) => ({ after, … }) })`. */
export const PAGES = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: Page<unknown>) => page.next,
};

/** The pages of a list as one run of rows, with the way to more of them. */
export function useRows<Row>(query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>): {
  rows: readonly Row[];
  total: number;
  more: () => void;
} {
  const { data, fetchNextPage, hasNextPage, isFetching } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  return { rows, total: data?.pages[0]?.total ?? 0, more };
}
