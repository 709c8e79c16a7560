import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from "react";
import fieldStyles from "./field.module.css";
import styles from "./type-ahead.module.css";

interface TypeAheadProps<Item> {
  label: string;
  labelPlacement?: "above" | "unseen";
  placeholder?: string;
  /** `lines` gives a field that grows with its words. */
  shape?: "line" | "lines";
  value: string;
  onChange: (value: string) => void;
  /** What fits the words; empty for nothing to offer. */
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** How an item is drawn in the list. */
  draw: (item: Item) => ReactNode;
  onChoose: (item: Item) => void;
  /** Enter where no item is highlighted. */
  onEnter?: () => void;
  /** Whether the first item is highlighted from the start, so that Enter takes it. */
  eager?: boolean;
  /** Said above the items. */
  heading?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onLeave?: () => void;
  ref?: Ref<HTMLTextAreaElement & HTMLInputElement>;
}

/**
 * A field that offers what fits the typed words: ArrowDown and ArrowUp go through the list, Enter takes the highlighted
 * item, Escape shuts the list. The focus never leaves the field.
 */
export function TypeAhead<Item>(props: TypeAheadProps<Item>) {
  const { items, keyOf, eager = false } = props;
  const id = useId();
  const [shut, setShut] = useState(true);
  const [highlighted, setHighlighted] = useState<number | null>(null);
  const isOpen = !shut && items.length > 0;
  const current = highlighted === null ? (eager ? 0 : null) : Math.min(highlighted, items.length - 1);
  const item = isOpen && current !== null ? items[current] : undefined;

  const choose = (chosen: Item) => {
    setShut(true);
    setHighlighted(null);
    props.onChoose(chosen);
  };

  const step = (by: 1 | -1) => {
    setShut(false);
    if (!isOpen || current === null) return setHighlighted(by === 1 ? 0 : items.length - 1);
    const next = current + by;
    // Beyond either end no item is highlighted: the typed words themselves are meant again.
    setHighlighted(next < 0 || next >= items.length ? null : next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement & HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    props.onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (event.key === "ArrowDown" && (isOpen || props.shape !== "lines" || atEnd(event.currentTarget))) {
      event.preventDefault();
      step(1);
    } else if (event.key === "ArrowUp" && isOpen) {
      event.preventDefault();
      step(-1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setShut(true);
      setHighlighted(null);
    } else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (item !== undefined) choose(item);
      else props.onEnter?.();
    }
  };

  const Field = props.shape === "lines" ? "textarea" : "input";
  return (
    <div className={`${fieldStyles.field} ${styles.holder}`}>
      <label htmlFor={id} className={props.labelPlacement === "unseen" ? fieldStyles.unseen : fieldStyles.label}>
        {props.label}
      </label>
      <Field
        id={id}
        ref={props.ref}
        // A field of several lines is no combobox by the rules; it says what it offers all the same.
        {...(props.shape === "lines" ? { "aria-haspopup": "listbox" } : { role: "combobox", "aria-expanded": isOpen })}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={item === undefined ? undefined : `${id}-${keyOf(item)}`}
        autoComplete="off"
        dir="auto"
        className={`${fieldStyles.input} ${props.shape === "lines" ? fieldStyles.prose : ""}`}
        placeholder={props.placeholder}
        value={props.value}
        onChange={(event) => {
          setShut(false);
          setHighlighted(null);
          props.onChange(event.currentTarget.value.replaceAll("\n", " "));
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setShut(true);
          setHighlighted(null);
          props.onLeave?.();
        }}
      />
      <div className={styles.popup} hidden={!isOpen}>
        {props.heading ? <p className={styles.heading}>{props.heading}</p> : null}
        <div id={`${id}-list`} role="listbox" aria-label={props.label}>
          {items.map((each, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
            <div
              key={keyOf(each)}
              id={`${id}-${keyOf(each)}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={styles.option}
              // The field keeps the focus, so that a click does not first shut the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(each)}
            >
              {props.draw(each)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function atEnd(field: HTMLTextAreaElement | HTMLInputElement): boolean {
  return field.selectionStart === field.value.length;
}
