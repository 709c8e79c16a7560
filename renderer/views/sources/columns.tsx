import type { SOURCE_ORDERS, SourceRow } from "#domain/contract/sources.ts";
import { SOURCE_KINDS } from "#domain/vocabulary/sources.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { GradeLetter } from "../../ui/grade-letter.tsx";
import type { Column } from "../../ui/virtual-table.tsx";
import styles from "./sources.module.css";
import { words } from "./words.ts";

export type SourceOrder = (typeof SOURCE_ORDERS)[number];
const { headings } = words;

/** The columns of the registry. */
export const COLUMNS: readonly Column<SourceRow, SourceOrder>[] = [
  {
    id: "name",
    label: headings.name,
    width: "minmax(180px, 2fr)",
    order: "name",
    draw: ({ name, named }) => (
      <>
        <b className={styles.name} dir="auto">
          {name}
        </b>
        {named ? null : <span className={styles.faint}> {words.unnamed}</span>}
      </>
    ),
  },
  {
    id: "kind",
    from: 480,
    label: headings.kind,
    width: "112px",
    order: "kind",
    draw: ({ kind }) => termOf(SOURCE_KINDS, kind).label,
  },
  {
    id: "grade",
    label: headings.grade,
    width: "56px",
    order: "grade",
    draw: ({ grade }) =>
      grade === null ? (
        <span className={styles.faint}>{words.ungraded}</span>
      ) : (
        <span className={styles.grade}>
          <GradeLetter letter={grade} />
        </span>
      ),
  },
  {
    id: "party",
    label: headings.party,
    width: "52px",
    draw: ({ party }) => (party ? <span className={styles.party}>{words.party}</span> : ""),
  },
  {
    id: "aliases",
    from: 720,
    label: headings.aliases,
    width: "minmax(90px, 1fr)",
    draw: ({ aliases }) => (
      <span className={styles.faint} dir="auto">
        {aliases.join(", ")}
      </span>
    ),
  },
  {
    id: "claims",
    label: headings.claims,
    width: "60px",
    order: "claims",
    align: "end",
    draw: ({ claims }) => claims,
  },
  {
    id: "articles",
    from: 620,
    label: headings.articles,
    width: "68px",
    order: "articles",
    align: "end",
    draw: ({ articles }) => articles,
  },
];
