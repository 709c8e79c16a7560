import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Direction } from "#domain/contract/base.ts";
import { canRun, commandOf } from "../keys.ts";
import styles from "./virtual-table.module.css";

export interface Column<Row, Order extends string> {
  id: string;
  label: string;
  /** A CSS grid track: `minmax(200px, 2fr)`, `90px`. */
  width: string;
  /** The order that its heading asks for; a column without one cannot be sorted by. */
  order?: Order;
  align?: "start" | "end";
  /** The width of the table, in pixels, from which on the column is shown; always where it is left out. */
  from?: number;
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
  /** Asked for, again and again, until the rows in sight are there. */
  onMore?: () => void;
  /** The rows that are selected, where several can be: Space and Ctrl-click take one, Shift takes a run. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** The word of a row that typing jumps to. */
  wordOf?: (row: Row) => string;
  rowHeight?: number;
}

const HEADING_HEIGHT = 33;
/** Letters typed within this many milliseconds of each other make one word. */
const TYPING_PAUSE = 700;

/** A table of any length: only the rows in sight are in the page. Arrow keys choose, Enter opens. */
export function VirtualTable<Row, Order extends string>(props: VirtualTableProps<Row, Order>) {
  const { rows, keyOf, chosen, onMore, rowHeight = 40 } = props;
  const scroller = useRef<HTMLTableElement>(null);
  const width = useWidth(scroller);
  const columns = props.columns.filter(({ from = 0 }) => from <= width);
  const count = Math.max(rows.length, props.total);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: HEADING_HEIGHT,
    scrollPaddingStart: HEADING_HEIGHT,
  });
  const items = virtualizer.getVirtualItems();
  // A key can ask for a row that is still to come, such as the last one; it is chosen once it is there.
  const [awaited, setAwaited] = useState<number | null>(null);
  const wanted = Math.max(items.at(-1)?.index ?? 0, awaited ?? 0);
  const wantsMore = rows.length < props.total && wanted >= rows.length - 20;
  useEffect(() => {
    if (wantsMore) onMore?.();
  }, [wantsMore, onMore]);

  const positions = useMemo(() => new Map(rows.map((row, index) => [keyOf(row), index])), [rows, keyOf]);
  const position = chosen === null ? -1 : (positions.get(chosen) ?? -1);
  const { onChoose } = props;
  useEffect(() => {
    const row = awaited === null ? undefined : rows[awaited];
    if (!row) return;
    setAwaited(null);
    onChoose(row);
  }, [awaited, rows, onChoose]);

  const goTo = (target: number) => {
    const index = Math.max(0, Math.min(count - 1, target));
    virtualizer.scrollToIndex(index);
    const row = rows[index];
    if (row) onChoose(row);
    else setAwaited(index);
    return index;
  };

  const selection = useSelection(props, position);
  const jump = useTypedWord(props, position, goTo);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const targets: Record<string, number> = {
      ArrowDown: position + 1,
      ArrowUp: position - 1,
      PageDown: position + page,
      PageUp: position - page,
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    const current = rows[position];
    if (event.key === "Enter" && current) props.onOpen(current);
    else if (target !== undefined) {
      const reached = goTo(target);
      if (event.shiftKey) selection.extendTo(reached);
    } else if (!selection.take(event) && !jump(event)) return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent, row: Row, index: number) => {
    if (event.shiftKey) selection.extendTo(index);
    else if (event.ctrlKey || event.metaKey) selection.toggle(index);
    onChoose(row);
  };

  const tracks = columns.map(({ width }) => width).join(" ");
  const shown = items.some(({ index }) => index === position);
  return (
    <table
      ref={scroller}
      className={styles.table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid.
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-multiselectable={props.onSelect ? true : undefined}
      tabIndex={0}
      aria-activedescendant={chosen && shown ? `row-${chosen}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const first = rows[0];
        if (event.target === event.currentTarget && position === -1 && first) onChoose(first);
      }}
    >
      <thead className={styles.headings}>
        <tr className={styles.row} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <Heading key={column.id} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          const place = {
            gridTemplateColumns: tracks,
            height: rowHeight,
            transform: `translateY(${start - HEADING_HEIGHT}px)`,
          };
          if (!row) {
            return (
              <tr key={index} className={`${styles.row} ${styles.body_row} ${styles.coming}`} style={place}>
                <td className={styles.cell} aria-label="Loading" />
              </tr>
            );
          }
          const key = keyOf(row);
          return (
            <tr
              key={key}
              id={`row-${key}`}
              aria-rowindex={index + 2}
              aria-selected={props.selected ? props.selected.has(key) : key === chosen}
              data-chosen={key === chosen || undefined}
              className={`${styles.row} ${styles.body_row}`}
              style={place}
              onClick={(event) => onClick(event, row, index)}
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

/** Selecting several rows; does nothing where the table has no selection. */
function useSelection<Row, Order extends string>(props: VirtualTableProps<Row, Order>, position: number) {
  const { rows, keyOf, selected, onSelect } = props;
  const anchor = useRef<number | null>(null);
  const keyAt = (index: number) => {
    const row = rows[index];
    return row ? keyOf(row) : null;
  };
  const toggle = (index: number) => {
    const key = keyAt(index);
    if (key === null) return;
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    anchor.current = index;
    onSelect?.(next);
  };
  const extendTo = (index: number) => {
    anchor.current ??= Math.max(0, position);
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    onSelect?.(new Set(rows.slice(from, to + 1).map(keyOf)));
  };
  /** Whether the key was one that selects. */
  const take = (event: KeyboardEvent): boolean => {
    if (!onSelect) return false;
    if (event.key === " ") toggle(position);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) onSelect(new Set(rows.map(keyOf)));
    else if (event.key === "Escape" && (selected?.size ?? 0) > 0) {
      anchor.current = null;
      onSelect(new Set());
    } else return false;
    return true;
  };
  return { toggle, extendTo, take };
}

/** Typing letters goes to the next row whose word begins with them. */
function useTypedWord<Row, Order extends string>(
  { rows, wordOf }: VirtualTableProps<Row, Order>,
  position: number,
  goTo: (index: number) => void,
) {
  const typed = useRef({ letters: "", at: 0 });
  /** Whether the key was a letter of a word. */
  return (event: KeyboardEvent): boolean => {
    if (!wordOf || event.ctrlKey || event.metaKey || !/^[\p{L}\p{N}]$/u.test(event.key)) return false;
    const goesOn = event.timeStamp - typed.current.at < TYPING_PAUSE;
    // A letter that does something in the view begins no word.
    const command = goesOn ? null : commandOf(event);
    if (command !== null && canRun(command)) return false;
    const letters = (goesOn ? typed.current.letters : "") + event.key.toLocaleLowerCase();
    typed.current = { letters, at: event.timeStamp };
    // A first letter looks beyond the chosen row, so that pressing it again goes on; a longer word may be the row itself.
    const from = letters.length === 1 ? position + 1 : Math.max(0, position);
    const fits = (row: Row) => wordOf(row).toLocaleLowerCase().startsWith(letters);
    const ahead = rows.findIndex((row, index) => index >= from && fits(row));
    const found = ahead === -1 ? rows.findIndex(fits) : ahead;
    if (found !== -1) goTo(found);
    return true;
  };
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
