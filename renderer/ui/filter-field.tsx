import { Search, X } from "lucide-react";
import { Button, Input, Label, SearchField } from "react-aria-components";
import fieldStyles from "./field.module.css";
import styles from "./filter-field.module.css";

interface FilterFieldProps {
  label: string;
  value: string;
  onChange: (words: string) => void;
}

/** A field whose words narrow a list; Escape empties it. */
export function FilterField({ label, value, onChange }: FilterFieldProps) {
  return (
    <SearchField value={value} onChange={onChange} className={styles.filter ?? ""}>
      <Label className={fieldStyles.unseen}>{label}</Label>
      <Search aria-hidden="true" />
      <Input className={fieldStyles.input ?? ""} placeholder={label} dir="auto" autoComplete="off" />
      {value === "" ? null : (
        <Button aria-label="Empty the filter" className={styles.clear ?? ""}>
          <X aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
