import { PROVENANCES, type Provenance } from "#domain/vocabulary/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import styles from "./library.module.css";

/** How full the circle is says how much is known. */
const SHAPES: Record<Provenance, React.ReactNode> = {
  known: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  partial: <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />,
  unknown: null,
};

/** How well it is known where an article comes from, as a shape and its word. */
export function ProvenanceMark({ provenance }: { provenance: Provenance }) {
  const term = termOf(PROVENANCES, provenance);
  return (
    <span className={styles.provenanceMark} title={term.definition}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
        {SHAPES[provenance]}
      </svg>
      {term.label}
    </span>
  );
}
