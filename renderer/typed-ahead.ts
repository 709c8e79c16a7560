/** Ends the keeping of keys, if keys are kept at the moment. */
let end: (() => void) | null = null;
let typed = "";

/**
 * Keeps what is typed from now on for a field that is still to come: the field of a view whose script is on its way. It is
 * handed over by `takeTyped`. Any key that is no letter, and the pointer, say that the person means something else.
 */
export function keepTyping(): void {
  end?.();
  typed = "";
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return stop();
    if (event.key === "Shift") return;
    if (event.key === "Backspace") typed = [...typed].slice(0, -1).join("");
    else if ([...event.key].length === 1) typed += event.key;
    else return stop();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const stop = () => {
    window.removeEventListener("keydown", onKeyDown, { capture: true });
    window.removeEventListener("pointerdown", stop, { capture: true });
    end = null;
  };
  end = stop;
  window.addEventListener("keydown", onKeyDown, { capture: true });
  window.addEventListener("pointerdown", stop, { capture: true });
}

/** What was typed since `keepTyping`, once; from now on keys go where the focus is. */
export function takeTyped(): string {
  end?.();
  const taken = typed;
  typed = "";
  return taken;
}
