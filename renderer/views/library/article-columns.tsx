import type { Column } from "../../ui/virtual-table.tsx";
import styles from "./library.module.css";
import { words } from "./words.ts";

/** The columns that the library and its trash have in common. */

export const TITLE = {
  id: "title",
  label: words.headings.title,
  width: "minmax(190px, 3fr)",
  draw: ({ title }) => (
    <span className={styles.title} dir="auto">
      {title}
    </span>
  ),
} as const satisfies Column<{ title: string }, never>;

export const OUTLET = {
  id: "outlet",
  label: words.headings.outlet,
  width: "minmax(110px, 1fr)",
  draw: ({ outlet }) => <span dir="auto">{outlet}</span>,
} as const satisfies Column<{ outlet: string | null }, never>;

export const NOTES = {
  id: "notes",
  label: words.headings.notes,
  width: "52px",
  align: "end",
  draw: ({ notes }) => (notes > 0 ? notes : ""),
} as const satisfies Column<{ notes: number }, never>;
