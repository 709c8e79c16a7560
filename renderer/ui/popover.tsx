import type { ReactElement, ReactNode } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger } from "react-aria-components";
import styles from "./popover.module.css";

interface PopoverProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  /** What stands in it; `close` shuts it. */
  children: (close: () => void) => ReactNode;
}

/** A small panel beside the button that opened it. */
export function Popover({ label, trigger, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={styles.popover ?? ""} offset={4}>
        <Dialog aria-label={label} className={styles.dialog ?? ""}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
