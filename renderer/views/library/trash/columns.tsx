import type { TrashedRow } from "#domain/contract/library.ts";
import { instantInWords } from "../../../dates.ts";
import type { Column } from "../../../ui/virtual-table.tsx";
import { NOTES, OUTLET, TITLE } from "../article-columns.tsx";
import { words } from "./words.ts";

/** The trash has one order: what was thrown away last stands first. */
export type TrashOrder = "trashed";
const { headings } = words;

/** The columns of the trash. */
export const COLUMNS: readonly Column<TrashedRow, TrashOrder>[] = [
  TITLE,
  OUTLET,
  {
    id: "attributions",
    label: headings.attributions,
    from: 560,
    width: "72px",
    align: "end",
    draw: ({ attributions }) => (attributions > 0 ? attributions : ""),
  },
  { ...NOTES, from: 560 },
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
