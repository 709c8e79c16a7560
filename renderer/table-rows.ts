import { useEffect, useState, useSyncExternalStore } from "react";
import { DIRECTIONS, type Direction } from "#domain/contract/base.ts";
import { useLayout } from "./preferences.ts";
import { type PageQuery, RowsInSight } from "./rows-in-sight.ts";

/** How many rows are asked for at a time: few enough to be there at once, enough for some screens of scrolling. */
const PAGE_SIZE = 100;

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
  const askPage = (at: number) => ask({ at, limit: PAGE_SIZE, order, direction });
  const [rows] = useState(() => new RowsInSight(askPage, PAGE_SIZE));
  // What is asked is known by its key; the functions that ask are other ones each time.
  useEffect(() => rows.ask(askPage));
  // The view is drawn anew only for these; the rows that come and go while scrolling are the table's own affair.
  const total = useSyncExternalStore(rows.subscribe, () => rows.current().total);
  const isPending = useSyncExternalStore(rows.subscribe, () => rows.current().isPending);
  const error = useSyncExternalStore(rows.subscribe, () => rows.current().error);
  return {
    /** What the table takes. */
    table: {
      rows,
      order,
      direction,
      onOrder: (nextOrder: Order, nextDirection: Direction) => remember(`${nextOrder} ${nextDirection}`),
    },
    total,
    isPending,
    error,
    retry: rows.retry,
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
