import { ArrowDown, ArrowUp } from "lucide-react";
import { memo, type ReactNode } from "react";
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
  /** The width of the table, in pixels, from which on the column is shown; always where it is left out. */
  from?: number;
  draw: (row: Row) => ReactNode;
}

interface BodyRowProps<Row, Order extends string> {
  id: string;
  row: Row;
  index: number;
  /** Pixels below the headings. */
  top: number;
  height: number;
  columns: readonly Column<Row, Order>[];
  isChosen: boolean;
  isSelected: boolean;
  canBePicked: boolean;
}

/** A row in its place. It is drawn once however long the table is scrolled. */
export const BodyRow = memo(function BodyRow<Row, Order extends string>(props: BodyRowProps<Row, Order>) {
  const { row, top, height } = props;
  return (
    <tr
      id={`row-${props.id}`}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      aria-selected={props.isSelected}
      data-chosen={props.isChosen || undefined}
      className={`${styles.row} ${styles.body_row}`}
      style={{ top, height }}
    >
      {props.columns.map((column, index) => (
        <td key={column.id} className={styles.cell} data-align={column.align}>
          {index === 0 && props.canBePicked ? <span className={styles.pick} data-pick aria-hidden="true" /> : null}
          {column.draw(row)}
        </td>
      ))}
    </tr>
  );
}) as <Row, Order extends string>(props: BodyRowProps<Row, Order>) => ReactNode;

/** The place of a row that is still to come. */
export const ComingRow = memo(function ComingRow({ top, height }: { top: number; height: number }) {
  return (
    <tr className={`${styles.row} ${styles.body_row} ${styles.coming}`} style={{ top, height }}>
      <td className={styles.cell} aria-label="Loading" />
    </tr>
  );
});

interface HeadingsProps<Row, Order extends string> {
  columns: readonly Column<Row, Order>[];
  order: Order;
  direction: Direction;
  onOrder: (order: Order, direction: Direction) => void;
}

/** The headings, which put the table in order where their column can be sorted by. */
export const Headings = memo(function Headings<Row, Order extends string>(props: HeadingsProps<Row, Order>) {
  return (
    <thead className={styles.headings}>
      <tr className={styles.row}>
        {props.columns.map((column) => (
          <Heading key={column.id} column={column} {...props} />
        ))}
      </tr>
    </thead>
  );
}) as <Row, Order extends string>(props: HeadingsProps<Row, Order>) => ReactNode;

function Heading<Row, Order extends string>({
  column,
  order,
  direction,
  onOrder,
}: { column: Column<Row, Order> } & HeadingsProps<Row, Order>) {
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
