import type { ARTICLE_ORDERS, ArticleRow } from "#domain/contract/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICT_CODES, VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { dateInWords, publishedInWords } from "../../dates.ts";
import { VerdictIcon } from "../../ui/verdict.tsx";
import type { Column } from "../../ui/virtual-table.tsx";
import { NOTES, OUTLET, TITLE } from "./article-columns.tsx";
import styles from "./library.module.css";
import { ProvenanceMark } from "./provenance-mark.tsx";
import { words } from "./words.ts";

export type ArticleOrder = (typeof ARTICLE_ORDERS)[number];
type ColumnName = keyof typeof words.headings;

const { headings } = words;

/** Every column of the library, in the order in which they stand. */
export const COLUMNS: readonly (Column<ArticleRow, ArticleOrder> & { id: ColumnName })[] = [
  { ...TITLE, order: "title" },
  { ...OUTLET, order: "outlet" },
  {
    id: "byline",
    label: headings.byline,
    from: 820,
    width: "minmax(100px, 1fr)",
    draw: ({ byline }) => <span dir="auto">{byline}</span>,
  },
  {
    id: "dateline",
    label: headings.dateline,
    from: 820,
    width: "minmax(80px, 0.6fr)",
    draw: ({ dateline }) => <span dir="auto">{dateline}</span>,
  },
  {
    id: "published",
    label: headings.published,
    width: "160px",
    from: 440,
    order: "published",
    draw: ({ published }) => published && <time dateTime={published}>{publishedInWords(published)}</time>,
  },
  { id: "language", label: headings.language, width: "66px", from: 880, draw: ({ language }) => language },
  {
    id: "claims",
    label: headings.claims,
    width: "minmax(96px, 1.3fr)",
    from: 596,
    draw: (row) => <Verdicts row={row} />,
  },
  { ...NOTES, from: 940 },
  {
    id: "tags",
    label: headings.tags,
    from: 1000,
    width: "minmax(84px, 1fr)",
    draw: ({ tags }) => (
      <span className={styles.tags} dir="auto" title={tags.join(", ")}>
        {tags.join(", ")}
      </span>
    ),
  },
  {
    id: "provenance",
    label: headings.provenance,
    from: 740,
    width: "92px",
    draw: ({ provenance }) => <ProvenanceMark provenance={provenance} />,
  },
  { id: "copies", label: headings.copies, from: 740, width: "128px", draw: (row) => <Copies row={row} /> },
  {
    id: "collected",
    label: headings.collected,
    from: 860,
    width: "104px",
    order: "collected",
    draw: ({ collectedAt }) => <time dateTime={collectedAt}>{dateInWords(collectedAt.slice(0, 10))}</time>,
  },
];

/** The columns that are shown until the person chooses others. The title is always there. */
export const FIRST_COLUMNS: string = "title outlet published language claims tags notes";

function Copies({ row: { links, proposals } }: { row: ArticleRow }) {
  const said = [
    links > 0 ? words.copiesLinked(links) : "",
    proposals > 0 ? words.copiesProposed(proposals) : "",
  ].filter(Boolean);
  return <span className={styles.tags}>{said.join(", ")}</span>;
}

function Verdicts({ row }: { row: ArticleRow }) {
  const counts = VERDICT_CODES.flatMap((verdict) => {
    const count = row.verdicts[verdict] ?? 0;
    return count > 0 ? [{ verdict, count, label: termOf(VERDICTS, verdict).label }] : [];
  });
  if (counts.length === 0) return <span className={styles.none}>{words.noClaims}</span>;
  const said = counts.map(({ count, label }) => words.verdictCount(count, label)).join(", ");
  return (
    <span className={styles.verdicts} role="img" aria-label={said} title={said}>
      {counts.map(({ verdict, count }) => (
        <span key={verdict}>
          <VerdictIcon verdict={verdict} />
          {count > 1 ? count : null}
        </span>
      ))}
    </span>
  );
}
