import type { CLAIM_ORDERS, ClaimRow } from "#domain/contract/claims.ts";
import { CREDIBILITIES } from "#domain/vocabulary/admiralty.ts";
import { PREDICATES } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { WORK_STATES } from "#domain/vocabulary/verdicts.ts";
import { VerdictBadge } from "../../ui/verdict.tsx";
import type { Column } from "../../ui/virtual-table.tsx";
import styles from "./claims.module.css";
import { words } from "./words.ts";

export type ClaimOrder = (typeof CLAIM_ORDERS)[number];
const { headings } = words;

/** The columns of the table of claims. */
export const COLUMNS: readonly Column<ClaimRow, ClaimOrder>[] = [
  {
    id: "statement",
    label: headings.statement,
    width: "minmax(240px, 4fr)",
    order: "statement",
    draw: ({ statement }) => (
      <span className={styles.statement} dir="auto">
        {statement}
      </span>
    ),
  },
  {
    id: "verdict",
    label: headings.verdict,
    width: "128px",
    order: "verdict",
    draw: ({ verdict }) => <VerdictBadge verdict={verdict} />,
  },
  {
    id: "credibility",
    label: headings.credibility,
    width: "78px",
    order: "credibility",
    align: "end",
    draw: ({ credibility }) =>
      credibility === null ? (
        <span className={styles.none}>{words.noCredibility}</span>
      ) : (
        <abbr
          className={styles.credibility}
          title={words.credibility(credibility, termOf(CREDIBILITIES, credibility).label)}
        >
          {credibility}
        </abbr>
      ),
  },
  {
    id: "attributions",
    from: 700,
    label: headings.attributions,
    width: "88px",
    order: "attributions",
    align: "end",
    draw: ({ attributions }) => attributions,
  },
  {
    id: "articles",
    from: 620,
    label: headings.articles,
    width: "64px",
    order: "articles",
    align: "end",
    draw: ({ articles }) => articles,
  },
  {
    id: "predicate",
    from: 840,
    label: headings.predicate,
    width: "minmax(80px, 110px)",
    draw: ({ predicate }) => termOf(PREDICATES, predicate).label,
  },
  {
    id: "workState",
    from: 760,
    label: headings.workState,
    width: "minmax(76px, 100px)",
    draw: ({ workState }) => termOf(WORK_STATES, workState).label,
  },
];
