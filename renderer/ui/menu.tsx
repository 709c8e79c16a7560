import type { ReactElement, ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { Kbd } from "./kbd.tsx";
import styles from "./list.module.css";

interface MenuEntry {
  id: string;
  label: string;
  hint?: string;
  keys?: string;
  icon?: ReactNode;
  isDisabled?: boolean;
  run: () => void;
}

interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  /** The button that opens it. */
  children: ReactElement;
}

/** A button with a list of things to do. */
export function Menu({ label, entries, children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ""} offset={3}>
        <AriaMenu aria-label={label} className={styles.list ?? ""}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              onAction={entry.run}
              className={styles.item ?? ""}
            >
              {entry.icon}
              <Text slot="label">{entry.label}</Text>
              {entry.hint ? (
                <Text slot="description" className={styles.hint ?? ""}>
                  {entry.hint}
                </Text>
              ) : null}
              {entry.keys ? <Kbd keys={entry.keys} /> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
