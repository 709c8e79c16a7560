import type { CommandName } from "#domain/shortcuts.ts";
import { keysOfCommand, runCommand } from "../../../keys.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { words } from "../words.ts";
import styles from "./text.module.css";

const ACTIONS: readonly { command: CommandName; label: string }[] = [
  { command: "make-claim", label: words.bubble.claim },
  { command: "mark-source", label: words.bubble.source },
  { command: "mark-cue", label: words.bubble.cue },
  { command: "add-passage", label: words.bubble.passage },
  { command: "make-note", label: words.bubble.note },
];

/** What can be made of the selected words, above or below them and never on them. */
export function Bubble({ top, left }: { top: number; left: number }) {
  return (
    <div
      className={styles.bubble}
      style={{ top, left }}
      role="toolbar"
      aria-label={words.bubble.label}
      // The selection must outlive the press.
      onMouseDown={(event) => event.preventDefault()}
    >
      {ACTIONS.map(({ command, label }) => (
        <button key={command} type="button" tabIndex={-1} onClick={() => runCommand(command)}>
          {label} <Kbd keys={keysOfCommand(command)} />
        </button>
      ))}
    </div>
  );
}
