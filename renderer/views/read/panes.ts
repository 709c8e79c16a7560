import { words } from "./words.ts";

/** The pane in which the original stands beside the text. */
export function originalPane(isNarrow: boolean) {
  return {
    label: words.original.title,
    name: isNarrow ? "read.original.width.narrow" : "read.original.width",
    width: isNarrow ? 470 : 600,
    least: 320,
    most: 1_100,
    shown: true,
  };
}

/** The pane in which what is marked, and what is known of the article, stands beside the text. */
export function inspectorPane(isNarrow: boolean, shown: boolean) {
  return {
    label: words.inspector.label,
    name: isNarrow ? "read.inspector.width.narrow" : "read.inspector.width",
    width: isNarrow ? 330 : 372,
    least: 280,
    most: 640,
    shown,
  };
}
