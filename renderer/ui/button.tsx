import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./button.module.css";
import { Tooltip } from "./tooltip.tsx";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  /** `primary` for the one thing a place is for, `quiet` for the others, `plain` inside text and lists, `danger` for loss. */
  look?: "primary" | "quiet" | "plain" | "danger";
  children: ReactNode;
}

/** A button with words. */
export function Button({ look = "quiet", children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[look]}`}>
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children" | "aria-label"> {
  /** What it does, said to everyone: as the name of the button and in its tooltip. */
  label: string;
  /** The key that does the same. */
  keys?: string | undefined;
  children: ReactNode;
}

/** A button with only an icon; its words stand in the tooltip. */
export function IconButton({ label, keys, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip words={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className={styles.icon ?? ""}>
        {children}
      </AriaButton>
    </Tooltip>
  );
}
