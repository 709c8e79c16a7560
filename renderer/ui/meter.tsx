import { Label, ProgressBar } from "react-aria-components";
import type { Progress } from "#domain/contract/base.ts";
import styles from "./meter.module.css";

/** How far long work has come, and what it is at. */
export function Meter({ label, progress }: { label: string; progress: Progress | null }) {
  const total = progress?.total ?? null;
  return (
    <ProgressBar
      className={styles.meter ?? ""}
      isIndeterminate={total === null}
      value={progress?.done ?? 0}
      maxValue={Math.max(1, total ?? 1)}
    >
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <span className={styles.track}>
            <span style={{ width: `${percentage ?? 100}%` }} data-unknown={percentage === undefined || undefined} />
          </span>
          <span className={styles.what} dir="auto">
            {progress?.what}
          </span>
        </>
      )}
    </ProgressBar>
  );
}
