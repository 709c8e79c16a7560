import type { KeyboardEvent, Ref } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";
import styles from "./field.module.css";

interface FieldProps extends Omit<AriaTextFieldProps, "className" | "style" | "children" | "onKeyDown"> {
  label: string;
  /** Keeps the label for those who hear the page and hides it from sight, where the place says it already. */
  labelPlacement?: "above" | "unseen";
  placeholder?: string;
  description?: string;
  /** What is wrong with the value, as a sentence; null where nothing is. */
  error?: string | null;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
}

/** A field for one line. */
export function TextField({ ref, ...props }: FieldProps & { ref?: Ref<HTMLInputElement> | undefined }) {
  const { placeholder, onKeyDown, ...frame } = props;
  return (
    <Frame {...frame}>
      <Input
        ref={ref}
        className={styles.input ?? ""}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        autoComplete="off"
        dir="auto"
      />
    </Frame>
  );
}

/** A field for prose; it grows with its words. */
export function TextBox({ ref, ...props }: FieldProps & { ref?: Ref<HTMLTextAreaElement> | undefined }) {
  const { placeholder, onKeyDown, ...frame } = props;
  return (
    <Frame {...frame}>
      <TextArea
        ref={ref}
        className={`${styles.input} ${styles.prose}`}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        dir="auto"
        rows={1}
      />
    </Frame>
  );
}

function Frame({
  label,
  labelPlacement = "above",
  description,
  error = null,
  children,
  ...rest
}: Omit<FieldProps, "placeholder" | "onKeyDown"> & { children: React.ReactNode }) {
  return (
    // What is wrong is said, and whoever sends the form again is heard: the browser's own check would hold it back.
    <AriaTextField {...rest} validationBehavior="aria" isInvalid={error !== null} className={styles.field ?? ""}>
      <Label className={labelPlacement === "unseen" ? styles.unseen : styles.label}>{label}</Label>
      {children}
      {description ? (
        <Text slot="description" className={styles.description ?? ""}>
          {description}
        </Text>
      ) : null}
      <FieldError className={styles.error ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
}
