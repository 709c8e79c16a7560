import { hashKey, type QueryFunction, type QueryKey, useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { DIRECTIONS, type Direction, type Page } from "#domain/contract/base.ts";
import { useLayout } from "./preferences.ts";
import { queryClient } from "./workbench.ts";

/** How many rows are asked for at a time: few enough to be there at once, enough for some screens of scrolling. */
const PAGE_SIZE = 100;
/** Rows this close to what is in sight are asked for before they are seen. */
const AHEAD = 40;
/** Pages that are only flown over by the scroll bar are not asked for; this many milliseconds tell. */
const FLYING = 60;

/** The rows of a list of any length, by their positions; only those near what is in sight are there. */
export interface TableRows<Row> {
  /** Tells one question from another: the positions of one mean nothing in another. */
  question: string;
  total: number;
  /** The row at a position; undefined while it is still to come. */
  rowAt: (position: number) => Row | undefined;
  /** The rows that are there, with their positions. */
  loaded: () => Iterable<readonly [number, Row]>;
  /** Says which positions are in sight. */
  look: (first: number, last: number) => void;
  /** All rows from one position to another, both included, wherever they are. */
  between: (first: number, last: number) => Promise<Row[]>;
}

/** A page of a list as TanStack Query asks for it; `queryOptions` of the contract gives one. */
interface PageQuery<Row> {
  queryKey: QueryKey;
  queryFn: QueryFunction<Page<Row>>;
}

/** Where a page of a table is, and in which order. */
interface Place<Order extends string> {
  at: number;
  limit: number;
  order: Order;
  direction: Direction;
}

interface TableQuestion<Row, Order extends string> {
  /** Under this name the order is remembered. */
  name: string;
  orders: readonly Order[];
  /** The order until the person chooses another. */
  first: Order;
  ask: (place: Place<Order>) => PageQuery<Row>;
}

/** A table of a list of the contract: its rows, read as they come in sight, and its order, which is remembered. */
export function useTable<Row, Order extends string>({ name, orders, first, ask }: TableQuestion<Row, Order>) {
  const [remembered, remember] = useLayout<string>(`${name}.order`, `${first} ascending`);
  const [order = first, direction = "ascending"] = readOrder(remembered, orders);
  const { rows, isPending, error, retry } = useTableRows((at) => ask({ at, limit: PAGE_SIZE, order, direction }));
  return {
    /** What the table takes. */
    table: {
      rows,
      order,
      direction,
      onOrder: (nextOrder: Order, nextDirection: Direction) => remember(`${nextOrder} ${nextDirection}`),
    },
    total: rows.total,
    isPending,
    error,
    retry,
  };
}

function readOrder<Order extends string>(
  remembered: string,
  orders: readonly Order[],
): [Order, Direction] | [undefined, undefined] {
  const [named, turned] = remembered.split(" ");
  const order = orders.find((one) => one === named);
  const direction = DIRECTIONS.find((one) => one === turned);
  return order && direction ? [order, direction] : [undefined, undefined];
}

interface Known<Row> {
  question: string;
  total: number;
  pages: ReadonlyMap<number, readonly Row[]>;
}

/** Rows by their positions; `ask` gives the page that begins at a position. Until a new question is answered the old rows stay. */
function useTableRows<Row>(ask: (at: number) => PageQuery<Row>) {
  const question = hashKey(ask(0).queryKey);
  const [sight, setSight] = useState({ question, first: 0, last: 0 });
  const last = useRef<Known<Row>>({ question, total: 0, pages: new Map() });

  const pages = pagesNear(sight.question === question ? sight : { first: 0, last: 0 });
  const answers = useQueries({ queries: pages.map((page) => ask(page * PAGE_SIZE)) });
  const known = knownFrom(question, pages, answers, last.current);
  const isAnswered = known.question === question;
  useEffect(() => {
    last.current = known;
  });

  const flying = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [firstPage = 0, lastPage = 0] = [pages[0], pages.at(-1)];
  const look = useCallback(
    (first: number, latest: number) => {
      clearTimeout(flying.current);
      const near = pagesNear({ first, last: latest });
      const [from = 0, to = 0] = [near[0], near.at(-1)];
      // Rows of an earlier question may be on the screen still; where they stand says nothing.
      if (!isAnswered || (from === firstPage && to === lastPage)) return;
      const turn = () => setSight({ question, first, last: latest });
      if (from <= lastPage + 1 && to >= firstPage - 1) turn();
      else flying.current = setTimeout(turn, FLYING);
    },
    [question, isAnswered, firstPage, lastPage],
  );
  useEffect(() => () => clearTimeout(flying.current), []);

  const rows: TableRows<Row> = {
    question: known.question,
    total: known.total,
    rowAt: (position) => known.pages.get(Math.floor(position / PAGE_SIZE))?.[position % PAGE_SIZE],
    *loaded() {
      for (const [page, those] of known.pages) {
        for (const [index, row] of those.entries()) yield [page * PAGE_SIZE + index, row] as const;
      }
    },
    look,
    async between(first, latest) {
      const found: Row[] = [];
      for (let at = first - (first % PAGE_SIZE); at <= latest; at += PAGE_SIZE) {
        const page = await queryClient.fetchQuery(ask(at));
        found.push(...page.rows.slice(Math.max(0, first - at), latest - at + 1));
      }
      return found;
    },
  };
  return {
    rows,
    /** Whether nothing is known yet, of this question or one before. */
    isPending: known.pages.size === 0 && known.total === 0 && answers.some((answer) => answer.isPending),
    error: answers.find((answer) => answer.error)?.error ?? null,
    retry: () => {
      for (const answer of answers) void answer.refetch();
    },
  };
}

interface Answer<Row> {
  data: Page<Row> | undefined;
  dataUpdatedAt: number;
}

function knownFrom<Row>(
  question: string,
  pages: readonly number[],
  answers: readonly Answer<Row>[],
  before: Known<Row>,
): Known<Row> {
  const there = new Map<number, readonly Row[]>();
  let latest: Answer<Row> | undefined;
  for (const [index, answer] of answers.entries()) {
    const page = pages[index];
    if (!answer.data || page === undefined) continue;
    there.set(page, answer.data.rows);
    if (!latest || answer.dataUpdatedAt > latest.dataUpdatedAt) latest = answer;
  }
  if (latest?.data) return { question, total: latest.data.total, pages: there };
  // Another place of the same list: how long it is, is known.
  return before.question === question ? { ...before, pages: there } : before;
}

/** The numbers of the pages that hold these positions or are close to them. */
function pagesNear({ first, last }: { first: number; last: number }): number[] {
  const from = Math.floor(Math.max(0, first - AHEAD) / PAGE_SIZE);
  const to = Math.floor((last + AHEAD) / PAGE_SIZE);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
