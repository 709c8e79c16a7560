import type { ComponentProps, ReactNode } from "react";
import type { useTable } from "../table-rows.ts";
import { ErrorNotice, Skeleton } from "./states.tsx";
import { VirtualTable } from "./virtual-table.tsx";

/** What a table of the contract brings with it. */
type Brought = "rows" | "order" | "direction" | "onOrder" | "keyOf";

interface ListedTableProps<Row extends { id: string }, Order extends string>
  extends Omit<ComponentProps<typeof VirtualTable<Row, Order>>, Brought> {
  /** What `useTable` gave. */
  listed: ReturnType<typeof useTable<Row, Order>>;
  /** What stands in its place where nothing is listed. */
  nothing: ReactNode;
}

/** The table of a list of the contract, or what stands in its place: that it is coming, why it is not, or that nothing is there. */
export function ListedTable<Row extends { id: string }, Order extends string>({
  listed: { table, total, isPending, error, retry },
  nothing,
  ...rest
}: ListedTableProps<Row, Order>) {
  if (error) return <ErrorNotice error={error} retry={retry} />;
  if (isPending) return <Skeleton lines={10} />;
  if (total === 0) return nothing;
  return <VirtualTable {...rest} {...table} keyOf={idOf} />;
}

function idOf(row: { id: string }): string {
  return row.id;
}
