import { RELIABILITIES, type Reliability } from "#domain/vocabulary/admiralty.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import styles from "./chip.module.css";

/** A source's reliability as its letter; the words stand in its title. Nothing where it has no grade. */
export function GradeLetter({ letter }: { letter: Reliability | null }) {
  if (letter === null) return null;
  const words = `Reliability ${letter}: ${termOf(RELIABILITIES, letter).label.toLowerCase()}`;
  return (
    <abbr className={styles.grade} title={words}>
      {letter}
    </abbr>
  );
}
