import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Direction } from "#domain/contract/base.ts";
import styles from "./virtual-table.module.css";

export interface Column<Row, Order extends string> {
  id: string;
  label: string;
  /** A CSS grid track: `minmax(200px, 2fr)`, `90px`. */
  width: string;
  /** The order that its heading asks for; a column without one cannot be sorted by. */
  order?: Order;
  align?: "start" | "end";
  draw: (row: Row) => ReactNode;
}

interface VirtualTableProps<Row, Order extends string> {
  label: string;
  columns: readonly Column<Row, Order>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How many rows there are in all; more than `rows` while pages are still to come. */
  total: number;
  order: Order;
  direction: Direction;
  onOrder: (order: Order, direction: Direction) => void;
  /** The row that is chosen, or null. */
  chosen: string | null;
  onChoose: (row: Row) => void;
  /** Enter or a double click. */
  onOpen: (row: Row) => void;
  /** Asked for when the end of `rows` comes near. */
  onMore?: () => void;
  rowHeight?: number;
}

/** A table of any length: only the rows in sight are in the page. Arrow keys choose, Enter opens. */
export function VirtualTable<Row, Order extends string>(props: VirtualTableProps<Row, Order>) {
  const { columns, rows, keyOf, chosen, onMore, rowHeight = 40 } = props;
  const scroller = useRef<HTMLTableSectionElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const wantsMore = rows.length < props.total && last >= rows.length - 20;
  useEffect(() => {
    if (wantsMore) onMore?.();
  }, [wantsMore, onMore]);

  const tracks = columns.map(({ width }) => width).join(" ");
  const position = rows.findIndex((row) => keyOf(row) === chosen);

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const targets: Record<string, number> = {
      ArrowDown: position + 1,
      ArrowUp: position - 1,
      PageDown: position + page,
      PageUp: position - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key];
    const current = rows[position];
    if (event.key === "Enter" && current && event.target === event.currentTarget) {
      event.preventDefault();
      props.onOpen(current);
    } else if (target !== undefined && event.target === event.currentTarget) {
      event.preventDefault();
      const index = Math.max(0, Math.min(rows.length - 1, target));
      const row = rows[index];
      if (!row) return;
      virtualizer.scrollToIndex(index);
      props.onChoose(row);
    }
  };

  return (
    <table
      className={styles.table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid.
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      tabIndex={0}
      aria-activedescendant={chosen ? `row-${chosen}` : undefined}
      onKeyDown={move}
      onFocus={(event) => {
        const first = rows[0];
        if (event.target === event.currentTarget && position === -1 && first) props.onChoose(first);
      }}
    >
      <thead className={styles.headings}>
        <tr className={styles.row} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <Heading key={column.id} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody
        ref={scroller}
        className={styles.body}
        style={{ "--whole": `${virtualizer.getTotalSize()}px` } as React.CSSProperties}
      >
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const key = keyOf(row);
          return (
            <tr
              key={key}
              id={`row-${key}`}
              aria-rowindex={index + 2}
              aria-selected={key === chosen}
              className={`${styles.row} ${styles.body_row}`}
              style={{ gridTemplateColumns: tracks, height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => props.onChoose(row)}
              onDoubleClick={() => props.onOpen(row)}
            >
              {columns.map((column) => (
                <td key={column.id} className={styles.cell} data-align={column.align}>
                  {column.draw(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Heading<Row, Order extends string>({
  column,
  order,
  direction,
  onOrder,
}: { column: Column<Row, Order> } & Pick<VirtualTableProps<Row, Order>, "order" | "direction" | "onOrder">) {
  const own = column.order;
  const isSorted = own !== undefined && own === order;
  const Icon = direction === "ascending" ? ArrowUp : ArrowDown;
  const turned = direction === "ascending" ? "descending" : "ascending";
  return (
    <th scope="col" className={styles.heading} data-align={column.align} aria-sort={isSorted ? direction : undefined}>
      {own === undefined ? (
        column.label
      ) : (
        <button type="button" onClick={() => onOrder(own, isSorted ? turned : "ascending")}>
          {column.label}
          {isSorted ? <Icon aria-hidden="true" /> : null}
        </button>
      )}
    </th>
  );
}
