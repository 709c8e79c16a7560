import { ChevronDown, ChevronUp } from "lucide-react";
import { keysOfCommand } from "../../keys.ts";
import { IconButton } from "../../ui/button.tsx";
import styles from "./compare.module.css";
import type { SideBySide } from "./rows.ts";
import { words } from "./words.ts";

interface FiguresProps {
  /** How alike the texts are, in words. */
  sentence: string;
  texts: SideBySide;
  onStep: (by: 1 | -1) => void;
}

/** How alike two texts are, how differences are drawn, and the way from one to the next. */
export function Figures({ sentence, texts, onStep }: FiguresProps) {
  const differences = texts.differences.length;
  if (texts.isApart) {
    return (
      <div className={styles.figures} role="status">
        {words.apart}
      </div>
    );
  }
  return (
    <div className={styles.figures}>
      <span>{sentence}</span>
      <span className={styles.legend}>
        <del>{words.onlyLeft}</del>
        <ins>{words.onlyRight}</ins>
      </span>
      <span role="status">{words.differences(differences)}</span>
      <span>
        <IconButton
          label={words.previousDifference}
          keys={keysOfCommand("previous-mark")}
          isDisabled={differences === 0}
          onPress={() => onStep(-1)}
        >
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton
          label={words.nextDifference}
          keys={keysOfCommand("next-mark")}
          isDisabled={differences === 0}
          onPress={() => onStep(1)}
        >
          <ChevronDown aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
}
