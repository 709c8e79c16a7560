import { ChevronDown } from "lucide-react";
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from "react-aria-components";
import fieldStyles from "./field.module.css";
import listStyles from "./list.module.css";

export interface Option<Code extends string = string> {
  code: Code;
  label: string;
  definition?: string;
}

interface SelectProps<Code extends string> {
  label: string;
  labelPlacement?: "above" | "unseen";
  options: readonly Option<Code>[];
  value: Code;
  onChange: (code: Code) => void;
  isDisabled?: boolean;
}

/** A choice of one from a short vocabulary; each term is shown with what it means. */
export function Select<Code extends string>({
  label,
  labelPlacement = "above",
  options,
  value,
  onChange,
  isDisabled = false,
}: SelectProps<Code>) {
  const choose = (key: Key | null) => {
    const option = options.find(({ code }) => code === key);
    if (option) onChange(option.code);
  };
  return (
    <AriaSelect value={value} onChange={choose} isDisabled={isDisabled} className={fieldStyles.field ?? ""}>
      <Label className={labelPlacement === "unseen" ? fieldStyles.unseen : fieldStyles.label}>{label}</Label>
      <Button className={`${fieldStyles.input} ${fieldStyles.trigger}`}>
        <SelectValue>
          {({ defaultChildren }) => options.find(({ code }) => code === value)?.label ?? defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={listStyles.popover ?? ""} offset={3}>
        <ListBox className={listStyles.list ?? ""} items={options.map((option) => ({ ...option, id: option.code }))}>
          {(option) => (
            <ListBoxItem id={option.code} textValue={option.label} className={listStyles.item ?? ""}>
              <Text slot="label">{option.label}</Text>
              {option.definition ? (
                <Text slot="description" className={listStyles.hint ?? ""}>
                  {option.definition}
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
