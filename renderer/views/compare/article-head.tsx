import type { ReactNode } from "react";
import { addressOf } from "../../route.ts";
import { Facts } from "../../ui/facts.tsx";
import styles from "./compare.module.css";

interface ArticleHeadProps {
  /** “Left text”, “Right text”, or which text of an article it is. */
  side: string;
  id: string;
  title: string;
  facts: readonly string[];
  /** What speaks for its being the original. */
  likely?: string | null;
  children?: ReactNode;
}

/** What stands over a text: where it is from, with the way to read it. */
export function ArticleHead({ side, id, title, facts, likely, children }: ArticleHeadProps) {
  return (
    <div className={styles.article}>
      <span className={styles.side}>{side}</span>
      <h2 dir="auto">
        <a href={addressOf({ view: "read", id })} title={title}>
          {title}
        </a>
      </h2>
      <Facts className={styles.facts} facts={facts} />
      {likely ? <span className={styles.likely}>{likely}</span> : null}
      {children}
    </div>
  );
}
