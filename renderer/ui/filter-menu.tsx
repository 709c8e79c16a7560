import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Checklist } from "./checklist.tsx";
import { Popover } from "./popover.tsx";

interface FilterMenuProps<Code extends string> {
  label: string;
  /** What the button says: the label, and how many are chosen. */
  words: string;
  options: readonly { code: Code; label: string; icon?: ReactNode }[];
  chosen: readonly Code[];
  onChange: (chosen: Code[]) => void;
}

/** A button with a list of terms, of which any number narrow what is shown. */
export function FilterMenu<Code extends string>({ label, words, options, chosen, onChange }: FilterMenuProps<Code>) {
  return (
    <Popover
      label={label}
      trigger={
        <Button>
          {words}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {() => <Checklist label={label} options={options} chosen={chosen} onChange={onChange} />}
    </Popover>
  );
}
