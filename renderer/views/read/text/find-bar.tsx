import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { IconButton } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { words } from "../words.ts";
import styles from "./text.module.css";

interface FindBarProps {
  value: string;
  onChange: (value: string) => void;
  count: number;
  /** The position of the hit that Enter selects. */
  position: number;
  onStep: (by: 1 | -1) => void;
  onTake: () => void;
  onClose: () => void;
}

/** Finds words in the article. Arrow keys go from hit to hit; Enter selects the hit in the text and goes back there. */
export function FindBar({ value, onChange, count, position, onStep, onTake, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") onTake();
    else if (event.key === "Escape") onClose();
    else if (event.key === "ArrowDown") onStep(1);
    else if (event.key === "ArrowUp") onStep(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.find} aria-label={words.find.label}>
      <TextField
        ref={field}
        label={words.find.label}
        labelPlacement="unseen"
        placeholder={words.find.placeholder}
        value={value}
        onChange={onChange}
        onKeyDown={onKeyDown}
      />
      <span className={styles.findCount} role="status">
        {value.trim() === "" ? words.find.hint : words.find.count(count, position)}
      </span>
      <IconButton label={words.find.previous} onPress={() => onStep(-1)} isDisabled={count === 0}>
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton label={words.find.next} onPress={() => onStep(1)} isDisabled={count === 0}>
        <ArrowDown aria-hidden="true" />
      </IconButton>
      <IconButton label={words.find.close} onPress={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </search>
  );
}
