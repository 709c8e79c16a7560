import type { TrashedRow } from "#domain/contract/library.ts";
import { instantInWords } from "../../../dates.ts";
import type { Column } from "../../../ui/virtual-table.tsx";
import styles from "./trash.module.css";
import { words } from "./words.ts";

/** The trash has one order: what was thrown away last stands first. */
export type TrashOrder = "trashed";
const { headings } = words;

/** The columns of the trash. */
export const COLUMNS: readonly Column<TrashedRow, TrashOrder>[] = [
  {
    id: "title",
    label: headings.title,
    width: "minmax(200px, 3fr)",
    draw: ({ title }) => (
      <span className={styles.title} dir="auto">
        {title}
      </span>
    ),
  },
  {
    id: "outlet",
    label: headings.outlet,
    width: "minmax(110px, 1fr)",
    draw: ({ outlet }) => <span dir="auto">{outlet}</span>,
  },
  {
    id: "attributions",
    label: headings.attributions,
    from: 560,
    width: "72px",
    align: "end",
    draw: ({ attributions }) => (attributions > 0 ? attributions : ""),
  },
  {
    id: "notes",
    label: headings.notes,
    from: 560,
    width: "52px",
    align: "end",
    draw: ({ notes }) => (notes > 0 ? notes : ""),
  },
  {
    id: "trashedAt",
    label: headings.trashedAt,
    width: "168px",
    draw: ({ trashedAt }) => <time dateTime={trashedAt}>{instantInWords(trashedAt)}</time>,
  },
  {
    id: "trashedBy",
    label: headings.trashedBy,
    from: 700,
    width: "minmax(90px, 1fr)",
    draw: ({ trashedBy }) => <span dir="auto">{trashedBy}</span>,
  },
];
