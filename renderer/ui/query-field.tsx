import { CircleHelp, Search, X } from "lucide-react";
import { type KeyboardEvent, type Ref, useId } from "react";
import type { QueryComplaint } from "#domain/contract/search.ts";
import { IconButton } from "./button.tsx";
import fieldStyles from "./field.module.css";
import { Popover } from "./popover.tsx";
import styles from "./query-field.module.css";

interface QueryFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (typed: string) => void;
  /** What is wrong with the question, said below the field; null where nothing is. */
  complaint: QueryComplaint | null;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A field for a question in the language of search: answered while it is typed, and explained where it cannot be. */
export function QueryField({ label, placeholder, value, onChange, complaint, onKeyDown, ref }: QueryFieldProps) {
  const id = useId();
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    onKeyDown?.(event);
    if (event.defaultPrevented || event.key !== "Escape" || value === "") return;
    event.preventDefault();
    onChange("");
  };
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <Search aria-hidden="true" />
        <input
          ref={ref}
          type="search"
          aria-label={label}
          aria-invalid={complaint !== null}
          aria-describedby={complaint ? `${id}-complaint` : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          className={fieldStyles.input}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        {value === "" ? null : (
          <IconButton label={words.empty} onPress={() => onChange("")}>
            <X aria-hidden="true" />
          </IconButton>
        )}
        <Help />
      </div>
      {complaint ? (
        <p id={`${id}-complaint`} className={styles.complaint} role="status">
          {complaint.sentence}
          <Marked text={value} complaint={complaint} />
        </p>
      ) : null}
    </div>
  );
}

/** The question with the part that cannot be asked; the sentence beside it says why. */
function Marked({ text, complaint: { range } }: { text: string; complaint: QueryComplaint }) {
  const bad = text.slice(range.start, range.end);
  if (bad === "") return null;
  return (
    <span className={styles.marked} dir="auto">
      {text.slice(Math.max(0, range.start - BEFORE), range.start)}
      <mark>{bad}</mark>
      {text.slice(range.end, range.end + BEFORE)}
    </span>
  );
}

/** This much of the question is shown on either side of what is wrong. */
const BEFORE = 40;

/** How a question is asked, with an example of each part of the language. */
function Help() {
  return (
    <Popover
      label={words.help}
      trigger={
        <IconButton label={words.help}>
          <CircleHelp aria-hidden="true" />
        </IconButton>
      }
    >
      {() => (
        <>
          <p className={styles.lead}>{words.lead}</p>
          <dl className={styles.examples} data-wide="">
            {words.examples.map(([example, meaning]) => (
              <div key={example}>
                <dt>{example}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Popover>
  );
}

const words = {
  empty: "Empty the question",
  help: "How to ask",
  lead: "All words must be found, whatever their accents; the last may be unfinished.",
  examples: [
    ["river post", "both words"],
    ["“river post”", "the words in a row"],
    ["soldier*", "words that begin so"],
    ["mayor OR clerk", "either of them"],
    ["raid NOT market", "the one without the other"],
    ["outlet:northwire", "of this outlet"],
    ["source:“SITE”", "with this source in a chain"],
    ["lang:fr", "in this language"],
    ["date:2025-05..2025-06", "published in this time"],
    ["verdict:disputed", "with a claim of this verdict"],
    ["tag:ferry", "that bears this tag"],
    ["collection:port", "in this collection"],
    ["has:claim", "with a claim; or note, copy, tag, url, date, dateline"],
    ["-has:date", "the contrary: without a date"],
  ] as const satisfies readonly (readonly [string, string])[],
};
