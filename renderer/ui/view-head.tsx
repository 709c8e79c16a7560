import type { ReactNode } from "react";
import styles from "./view-head.module.css";

interface ViewHeadProps {
  title: string;
  /** How much there is, in words: “12 of 400”. */
  count?: string | undefined;
  /** Filters and buttons. */
  children?: ReactNode;
}

/** The head of a view: what it shows, how much of it, and what can be done here. */
export function ViewHead({ title, count, children }: ViewHeadProps) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {count ? (
        <span className={styles.count} role="status">
          {count}
        </span>
      ) : null}
      <div className={styles.tools}>{children}</div>
    </header>
  );
}

/** A view that is a head over a table or another body that scrolls by itself. */
export function ViewBody({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.view}>
      {head}
      <div className={styles.body}>{children}</div>
    </div>
  );
}

/** A part of an inspector, under a small heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>
        {title}
        {aside ? <span>{aside}</span> : null}
      </h2>
      {children}
    </section>
  );
}
