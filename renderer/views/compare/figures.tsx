import { ChevronDown, ChevronUp } from "lucide-react";
import { keysOfCommand } from "../../keys.ts";
import { IconButton } from "../../ui/button.tsx";
import styles from "./compare.module.css";
import { words } from "./words.ts";

interface FiguresProps {
  /** How alike the texts are, in words. */
  sentence: string;
  differences: number;
  onStep: (by: 1 | -1) => void;
}

/** How alike two texts are, how differences are drawn, and the way from one to the next. */
export function Figures({ sentence, differences, onStep }: FiguresProps) {
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
