import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import type { Direction } from "#domain/contract/base.ts";
import type { KnownRows, TableRows } from "../rows-in-sight.ts";
import styles from "./virtual-table.module.css";
import { type ChosenRows, usePosition, useSelection, useTypedWord } from "./virtual-table-keys.ts";
import { BodyRow, type Column, ComingRow, Headings } from "./virtual-table-rows.tsx";

export type { Column } from "./virtual-table-rows.tsx";

interface VirtualTableProps<Row, Order extends string> extends ChosenRows<Row> {
  label: string;
  columns: readonly Column<Row, Order>[];
  rows: TableRows<Row>;
  order: Order;
  direction: Direction;
  onOrder: (order: Order, direction: Direction) => void;
  /** Enter or a double click. */
  onOpen: (row: Row) => void;
  rowHeight?: number;
}

const HEADING_HEIGHT = 33;

/** A table of any length: only the rows in sight are in the page. Arrow keys choose, Enter opens. */
export function VirtualTable<Row, Order extends string>(props: VirtualTableProps<Row, Order>) {
  const { keyOf, selected, rowHeight = 40 } = props;
  const { look, between } = props.rows;
  const rows = useSyncExternalStore(props.rows.subscribe, props.rows.current);
  const scroller = useRef<HTMLTableElement>(null);
  const width = useWidth(scroller);
  const columns = useMemo(() => props.columns.filter(({ from = 0 }) => from <= width), [props.columns, width]);
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEADING_HEIGHT,
    scrollPaddingStart: HEADING_HEIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const [first = 0, last = 0] = [items[0]?.index, items.at(-1)?.index];
  const { question } = rows;
  useEffect(() => look(question, first, last), [look, question, first, last]);
  useOnChange(question, () => virtualizer.scrollToOffset(0));

  const chosen = usePosition(props, rows, (index) => virtualizer.scrollToIndex(index));
  const { position, shownKey, goTo } = chosen;
  const selection = useSelection(props, rows, { between, position });
  const jump = useTypedWord(props, rows, { position, goTo });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    // Whatever another key does, it does to the row that is seen as chosen.
    if (chosen.isPassing && !event.repeat) flushSync(chosen.rest);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const targets: Record<string, number> = {
      ArrowDown: position + 1,
      ArrowUp: position - 1,
      PageDown: position + page,
      PageUp: position - page,
      Home: 0,
      End: rows.total - 1,
    };
    const target = targets[event.key];
    const current = rows.rowAt(position);
    if (event.key === "Enter" && current) props.onOpen(current);
    else if (target !== undefined) {
      const reached = event.repeat ? chosen.pass(target) : goTo(target);
      if (event.shiftKey) selection.extendTo(reached);
    } else if (!selection.take(event) && !jump(event)) return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const pointed = rowAround(event, rows);
    if (!pointed) return;
    const { index, row } = pointed;
    const isPicked = event.target instanceof Element && event.target.closest("[data-pick]") !== null;
    if (event.shiftKey) selection.extendTo(index);
    else if (isPicked || event.ctrlKey || event.metaKey) selection.toggle(index);
    if (!isPicked) chosen.place(index, row);
  };

  const shown = items.some(({ index }) => index === position);
  return (
    <table
      ref={scroller}
      className={styles.table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid.
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-multiselectable={props.onSelect ? true : undefined}
      data-pickable={props.onSelect ? true : undefined}
      data-picking={(selected?.size ?? 0) > 0 || undefined}
      style={{ "--tracks": columns.map(({ width: track }) => track).join(" ") } as CSSProperties}
      tabIndex={0}
      aria-activedescendant={shownKey && shown ? `row-${shownKey}` : undefined}
      onKeyDown={onKeyDown}
      onKeyUp={chosen.rest}
      onBlur={chosen.rest}
      onFocus={(event) => {
        // Whoever has chosen something keeps it, also where it is not among the rows: the focus may have been led here.
        if (event.target === event.currentTarget && shownKey === null && rows.total > 0) goTo(0);
      }}
    >
      <Headings columns={columns} order={props.order} direction={props.direction} onOrder={props.onOrder} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the table's, which has the focus. */}
      <tbody
        className={styles.body}
        style={{ height: virtualizer.getTotalSize() }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const pointed = rowAround(event, rows);
          if (pointed) props.onOpen(pointed.row);
        }}
      >
        {items.map(({ index, start }) => {
          const row = rows.rowAt(index);
          const place = { top: start - HEADING_HEIGHT, height: rowHeight };
          // Rows to come are all alike: while they fly by, the same few stay in the page.
          if (row === undefined) return <ComingRow key={`coming ${index - first}`} {...place} />;
          const key = keyOf(row);
          return (
            <BodyRow
              key={key}
              id={key}
              row={row}
              index={index}
              {...place}
              columns={columns}
              isChosen={key === shownKey}
              isSelected={selected ? selected.has(key) : key === shownKey}
              canBePicked={selected !== undefined}
            />
          );
        })}
      </tbody>
    </table>
  );
}

/** The row that an event of the pointer happened in, or null. */
function rowAround<Row>(event: MouseEvent<HTMLElement>, rows: KnownRows<Row>): { index: number; row: Row } | null {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
  const index = Number(element?.dataset.index ?? -1);
  const row = rows.rowAt(index);
  return row === undefined ? null : { index, row };
}

/** Does something when a value is another than it was; not at first. */
function useOnChange(value: string, act: () => void): void {
  const before = useRef(value);
  const react = useEffectEvent(act);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    react();
  }, [value]);
}

/** The width of an element as it changes; none until it has been measured. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    setWidth(measured.clientWidth);
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
