import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import styles from "./segmented-control.module.css";
import type { Option } from "./select.tsx";

interface SegmentedControlProps<Code extends string> {
  label: string;
  options: readonly Option<Code>[];
  value: Code | null;
  onChange: (code: Code) => void;
}

/** A choice of one where all the choices are seen side by side. */
export function SegmentedControl<Code extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Code>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group ?? ""}
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      disallowEmptySelection={value !== null}
      onSelectionChange={(keys) => {
        const option = options.find(({ code }) => keys.has(code));
        if (option) onChange(option.code);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.code} id={option.code} className={styles.segment ?? ""}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
