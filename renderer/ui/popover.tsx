import { type ReactElement, type ReactNode, useState } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger } from "react-aria-components";
import { useAction } from "../actions.ts";
import styles from "./popover.module.css";

/** The element in which panels are drawn; a part of the page with a name of its own. */
export const PANELS = "panels";

interface PopoverProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  /** What stands in it; `close` shuts it. */
  children: (close: () => void) => ReactNode;
}

/** A small panel beside the button that opened it; the palette opens it too, by its label. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const panels = document.getElementById(PANELS);
  const [isOpen, setOpen] = useState(false);
  useAction(label, () => setOpen(true));
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {trigger}
      <AriaPopover
        className={styles.popover ?? ""}
        offset={4}
        // Its buttons for screen readers stand outside the dialog, and would belong to no part of the page.
        {...(panels ? { UNSTABLE_portalContainer: panels } : {})}
      >
        <Dialog aria-label={label} className={styles.dialog ?? ""}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
