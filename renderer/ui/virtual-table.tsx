import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, Check } from "lucide-react";
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Direction } from "#domain/contract/base.ts";
import { canRun, commandOf } from "../keys.ts";
import type { TableRows } from "../table-rows.ts";
import { sayFailure } from "../toasts.ts";
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
  rows: TableRows<Row>;
  keyOf: (row: Row) => string;
  order: Order;
  direction: Direction;
  onOrder: (order: Order, direction: Direction) => void;
  /** The row that is chosen, or null. */
  chosen: string | null;
  onChoose: (row: Row) => void;
  /** Enter or a double click. */
  onOpen: (row: Row) => void;
  /** The rows that are selected, where several can be: Space and Ctrl-click take one, Shift takes a run. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Selects every row of the list, those that were never in sight too. */
  onSelectAll?: () => void;
  /** The word of a row that typing jumps to. */
  wordOf?: (row: Row) => string;
  rowHeight?: number;
}

const HEADING_HEIGHT = 33;
/** Letters typed within this many milliseconds of each other make one word. */
const TYPING_PAUSE = 700;

/** A table of any length: only the rows in sight are in the page. Arrow keys choose, Enter opens. */
export function VirtualTable<Row, Order extends string>(props: VirtualTableProps<Row, Order>) {
  const { rows, keyOf, chosen, selected, rowHeight = 40 } = props;
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
  const { look, question } = rows;
  useEffect(() => look(first, last), [look, first, last]);
  useOnChange(question, () => virtualizer.scrollToOffset(0));

  const { position, place, goTo } = usePosition(props, (index) => virtualizer.scrollToIndex(index));
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
      End: rows.total - 1,
    };
    const target = targets[event.key];
    const current = rows.rowAt(position);
    if (event.key === "Enter" && current) props.onOpen(current);
    else if (target !== undefined) {
      const reached = goTo(target);
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
    if (isPicked) return;
    place(index, row);
    props.onChoose(row);
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
      aria-rowcount={rows.total + 1}
      aria-multiselectable={props.onSelect ? true : undefined}
      data-pickable={props.onSelect ? true : undefined}
      data-picking={(selected?.size ?? 0) > 0 || undefined}
      tabIndex={0}
      aria-activedescendant={chosen && shown ? `row-${chosen}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && position === -1 && rows.total > 0) goTo(0);
      }}
    >
      <thead className={styles.headings}>
        <tr className={styles.row} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <Heading key={column.id} column={column} {...props} />
          ))}
        </tr>
      </thead>
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
          const key = row && keyOf(row);
          return (
            <BodyRow
              key={key ?? index}
              id={key}
              row={row}
              index={index}
              top={start - HEADING_HEIGHT}
              height={rowHeight}
              columns={columns}
              tracks={tracks}
              isChosen={key !== undefined && key === chosen}
              isSelected={key !== undefined && (selected ? selected.has(key) : key === chosen)}
              canBePicked={selected !== undefined}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface BodyRowProps<Row, Order extends string> {
  id: string | undefined;
  /** Undefined while it is still to come. */
  row: Row | undefined;
  index: number;
  top: number;
  height: number;
  columns: readonly Column<Row, Order>[];
  tracks: string;
  isChosen: boolean;
  isSelected: boolean;
  canBePicked: boolean;
}

/** A row in its place. It is drawn once however long the table is scrolled. */
const BodyRow = memo(function BodyRow<Row, Order extends string>(props: BodyRowProps<Row, Order>) {
  const { row, id } = props;
  const place = {
    gridTemplateColumns: props.tracks,
    height: props.height,
    transform: `translateY(${props.top}px)`,
  };
  if (row === undefined) {
    return (
      <tr className={`${styles.row} ${styles.body_row} ${styles.coming}`} style={place}>
        <td className={styles.cell} aria-label="Loading" />
      </tr>
    );
  }
  return (
    <tr
      id={`row-${id}`}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      aria-selected={props.isSelected}
      data-chosen={props.isChosen || undefined}
      className={`${styles.row} ${styles.body_row}`}
      style={place}
    >
      {props.columns.map((column, index) => (
        <td key={column.id} className={styles.cell} data-align={column.align}>
          {index === 0 && props.canBePicked ? (
            <span className={styles.pick} data-pick aria-hidden="true">
              <Check />
            </span>
          ) : null}
          {column.draw(row)}
        </td>
      ))}
    </tr>
  );
}) as <Row, Order extends string>(props: BodyRowProps<Row, Order>) => ReactNode;

/** The row that an event of the pointer happened in, or null. */
function rowAround<Row>(event: MouseEvent<HTMLElement>, rows: TableRows<Row>): { index: number; row: Row } | null {
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

/** Where the chosen row stands, and the way to another. */
function usePosition<Row, Order extends string>(
  { rows, keyOf, chosen, onChoose }: VirtualTableProps<Row, Order>,
  scrollTo: (index: number) => void,
) {
  // A row that is out of sight is not there any more; where it stood is still known.
  const [last, setLast] = useState({ question: "", key: "", index: -1 });
  // A key can ask for a row that is still to come, such as the last one; it is chosen once it is there.
  const [awaited, setAwaited] = useState<number | null>(null);
  const position = positionOf(rows, keyOf, chosen, last);

  const place = (index: number, row: Row) => setLast({ question: rows.question, key: keyOf(row), index });
  const goTo = (target: number) => {
    const index = Math.max(0, Math.min(rows.total - 1, target));
    scrollTo(index);
    const row = rows.rowAt(index);
    setAwaited(row === undefined ? index : null);
    if (row === undefined) return index;
    place(index, row);
    onChoose(row);
    return index;
  };
  const awaitedRow = awaited === null ? undefined : rows.rowAt(awaited);
  const arrive = useEffectEvent(() => {
    if (awaited === null || awaitedRow === undefined) return;
    setAwaited(null);
    place(awaited, awaitedRow);
    onChoose(awaitedRow);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that has come is chosen.
  useEffect(() => arrive(), [awaitedRow]);
  return { position, place, goTo };
}

function positionOf<Row>(
  rows: TableRows<Row>,
  keyOf: (row: Row) => string,
  chosen: string | null,
  last: { question: string; key: string; index: number },
): number {
  if (chosen === null) return -1;
  if (last.key === chosen && last.question === rows.question) {
    const row = rows.rowAt(last.index);
    if (row === undefined || keyOf(row) === chosen) return last.index;
  }
  for (const [index, row] of rows.loaded()) if (keyOf(row) === chosen) return index;
  return -1;
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
  const latest = useRef(0);
  const toggle = (index: number) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    const next = new Set(selected);
    const key = keyOf(row);
    if (!next.delete(key)) next.add(key);
    anchor.current = index;
    onSelect?.(next);
  };
  const extendTo = (index: number) => {
    if (!onSelect) return;
    anchor.current ??= Math.max(0, position);
    const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
    // A long run is fetched first; one that was asked for later goes before it.
    const own = ++latest.current;
    rows.between(from, to).then((run) => {
      if (own === latest.current) onSelect(new Set(run.map(keyOf)));
    }, sayFailure);
  };
  /** Whether the key was one that selects. */
  const take = (event: KeyboardEvent): boolean => {
    if (!onSelect) return false;
    if (event.key === " ") toggle(position);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) props.onSelectAll?.();
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
    const fitting = [...rows.loaded()].filter(([, row]) => fits(row)).map(([index]) => index);
    const found = fitting.find((index) => index >= from) ?? fitting[0];
    if (found !== undefined) goTo(found);
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
