import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import styles from "./checklist.module.css";

interface CheckboxProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  children: ReactNode;
}

/** A box to be ticked, with its words. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.checkbox ?? ""}>
      <span className={styles.box} aria-hidden="true">
        {rest.isSelected ? <Check /> : null}
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

interface ChecklistProps<Code extends string> {
  label: string;
  options: readonly { code: Code; label: string; icon?: ReactNode }[];
  chosen: readonly Code[];
  onChange: (chosen: Code[]) => void;
}

/** A choice of any number of terms; gives them back in the order of the vocabulary. */
export function Checklist<Code extends string>({ label, options, chosen, onChange }: ChecklistProps<Code>) {
  const turn = (code: Code) =>
    onChange(options.map((option) => option.code).filter((each) => chosen.includes(each) !== (each === code)));
  return (
    <fieldset className={styles.list}>
      <legend>{label}</legend>
      {options.map((option) => (
        <Checkbox key={option.code} isSelected={chosen.includes(option.code)} onChange={() => turn(option.code)}>
          {option.icon}
          {option.label}
        </Checkbox>
      ))}
    </fieldset>
  );
}
