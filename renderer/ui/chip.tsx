import { Fragment, type ReactNode } from "react";
import type { Reliability } from "#domain/vocabulary/admiralty.ts";
import styles from "./chip.module.css";
import { GradeLetter } from "./grade-letter.tsx";

/** A small thing with a name, such as a source. */
function Chip({ children }: { children: ReactNode }) {
  return (
    <span className={styles.chip} dir="auto">
      {children}
    </span>
  );
}

interface Link {
  id: string;
  name: string;
  grade: Reliability | null;
}

/** A chain, origin first, as chips with arrows between them. Only to be read; the chain editor is in `claim/`. */
export function Chain({ hops }: { hops: readonly Link[] }) {
  return (
    <span className={styles.chain}>
      {hops.map((hop, index) => (
        <Fragment key={hop.id}>
          {index > 0 ? <Arrow /> : null}
          <Chip>
            {hop.name}
            <GradeLetter letter={hop.grade} />
          </Chip>
        </Fragment>
      ))}
    </span>
  );
}

/** The arrow between two hops. */
export function Arrow() {
  return (
    <span className={styles.arrow} role="img" aria-label="then">
      →
    </span>
  );
}
