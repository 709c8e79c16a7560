import type { KeyboardEvent } from "react";

/** Sends a form from any of its fields by Ctrl+Enter, and by Cmd+Enter on a Mac. */
export function submitByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.requestSubmit();
}
