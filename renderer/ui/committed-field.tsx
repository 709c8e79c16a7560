import { type KeyboardEvent, useEffect, useEffectEvent, useState } from "react";
import { sentenceOf } from "../problems.ts";
import { TextBox, TextField } from "./text-field.tsx";

interface CommittedFieldProps {
  label: string;
  labelPlacement?: "above" | "unseen";
  /** `lines` gives a field that grows with its words, in which Enter makes a line and leaving saves. */
  shape?: "line" | "lines";
  value: string;
  /** Saves what was typed. What it throws is said below the field, and the typed words stay. */
  onCommit: (value: string) => Promise<unknown>;
  /** Saves also when typing has paused this many milliseconds, for fields whose words are seen elsewhere at once. */
  pause?: number;
  placeholder?: string;
  description?: string;
  autoFocus?: boolean;
}

/** A field that saves itself when it is left or at Enter; Escape brings back what was there. */
export function CommittedField({ shape = "line", value, onCommit, pause, ...rest }: CommittedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const commit = async () => {
    if (typed === null || typed.trim() === value.trim()) return forget();
    try {
      await onCommit(typed);
      forget();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };
  const forget = () => {
    setTyped(null);
    setError(null);
  };
  // What is typed stays as it stands, spaces at its end included: the person may only be thinking.
  const commitMeanwhile = useEffectEvent(() => {
    if (typed !== null && typed.trim() !== value.trim()) {
      onCommit(typed).then(
        () => setError(null),
        (failure) => setError(sentenceOf(failure)),
      );
    }
  });
  useEffect(() => {
    if (pause === undefined || typed === null) return;
    const timer = setTimeout(commitMeanwhile, pause);
    return () => clearTimeout(timer);
  }, [pause, typed]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      forget();
    } else if (event.key === "Enter" && (shape === "line" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit();
    }
  };

  const Field = shape === "lines" ? TextBox : TextField;
  return (
    <Field
      {...rest}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
      error={error}
    />
  );
}
