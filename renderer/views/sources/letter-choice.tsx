import { Label, Radio, RadioGroup } from "react-aria-components";
import { RELIABILITIES, type Reliability } from "#domain/vocabulary/admiralty.ts";
import styles from "./sources.module.css";
import { words } from "./words.ts";

interface LetterChoiceProps {
  /** Null until a letter has been chosen. */
  value: Reliability | null;
  onChange: (letter: Reliability) => void;
}

/** The six letters of reliability, each with what it means, so that nobody grades from memory. */
export function LetterChoice({ value, onChange }: LetterChoiceProps) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const letter = RELIABILITIES.find(({ code }) => code === chosen);
        if (letter) onChange(letter.code);
      }}
      className={styles.letters ?? ""}
    >
      <Label>{words.letter}</Label>
      {RELIABILITIES.map(({ code, label, definition }, index) => (
        <Radio key={code} value={code} autoFocus={index === 0} className={styles.letter ?? ""}>
          <b>{code}</b>
          <span>
            {label}
            <span className={styles.definition}>{definition}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
