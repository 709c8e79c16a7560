import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { isProblem, sentenceOf } from "../problems.ts";
import { Button } from "./button.tsx";
import styles from "./states.module.css";

interface EmptyStateProps {
  title: string;
  /** What this place is for and how to begin. */
  children?: ReactNode;
  /** Buttons that begin. */
  actions?: ReactNode;
}

/** A place with nothing in it yet, which says how to begin. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.body}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

interface ErrorNoticeProps {
  error: unknown;
  /** What cures it, if the person can do something here. */
  retry?: (() => void) | undefined;
  actions?: ReactNode;
}

/** A failure in its own sentence, with its cure. */
export function ErrorNotice({ error, retry, actions }: ErrorNoticeProps) {
  // That something was removed or undone is no failure. To ask again would not bring it back, and where it comes back it shows.
  if (isProblem(error, "NOT_FOUND")) {
    return (
      <div className={styles.empty}>
        <p className={styles.body}>{sentenceOf(error)}</p>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    );
  }
  // Nor is it that a person stopped something, who knows how to begin anew.
  if (isProblem(error, "STOPPED")) {
    return (
      <p className={styles.stopped} role="status">
        {sentenceOf(error)}
      </p>
    );
  }
  return (
    <div className={styles.error} role="alert">
      <CircleAlert aria-hidden="true" />
      <p>{sentenceOf(error)}</p>
      {retry ? (
        <Button look="quiet" onPress={retry}>
          Try again
        </Button>
      ) : null}
      {actions}
    </div>
  );
}

/** Shows its children only once a moment has passed, so that what is quick never flickers. */
function Later({ children, after = 150 }: { children: ReactNode; after?: number }) {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return passed ? children : null;
}

/** Grey lines in place of words that are on their way. */
export function Skeleton({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <Later>
      <div className={styles.skeleton} role="status" aria-label={label}>
        {Array.from({ length: lines }, (_, index) => `line ${index}`).map((line) => (
          <span key={line} />
        ))}
      </div>
    </Later>
  );
}
