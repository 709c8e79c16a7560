import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import styles from "./library.module.css";
import { words } from "./words.ts";

interface SelectionBarProps {
  selected: number;
  /** How many articles the question finds. */
  found: number;
  onAll: () => void;
  onNone: () => void;
  /** What can be done with the selection. */
  children?: ReactNode;
}

/** How much is selected, and what can be done with it. */
export function SelectionBar({ selected, found, onAll, onNone, children }: SelectionBarProps) {
  return (
    <section className={styles.strip} aria-label={words.selection}>
      <b className={styles.selected}>{words.selected(selected)}</b>
      {selected < found ? (
        <Button look="plain" onPress={onAll}>
          {words.selectAll(found)}
        </Button>
      ) : null}
      <Button look="plain" onPress={onNone}>
        {words.selectNone}
      </Button>
      <span className={styles.stripTools}>{children}</span>
    </section>
  );
}
