import { X } from "lucide-react";
import { useState } from "react";
import type { SourceView } from "#domain/contract/sources.ts";
import { instantInWords } from "../../dates.ts";
import { sayFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CommittedField } from "../../ui/committed-field.tsx";
import { TextBox } from "../../ui/text-field.tsx";
import { Section } from "../../ui/view-head.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./sources.module.css";
import { words } from "./words.ts";

/** What analysts have written beside a source. */
export function SourceNotes({ source }: { source: SourceView }) {
  const [body, setBody] = useState("");
  const save = async () => {
    try {
      await workbench.notes.create({ about: { sourceId: source.id }, body });
      setBody("");
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <Section title={words.notes} aside={source.notes.length}>
      {source.notes.map((note) => (
        <div key={note.id} className={styles.note}>
          <CommittedField
            label={words.notes}
            labelPlacement="unseen"
            shape="lines"
            value={note.body}
            onCommit={(changed) => workbench.notes.update({ id: note.id, body: changed })}
          />
          <IconButton
            label={words.removeNote}
            onPress={() => {
              workbench.notes.remove({ id: note.id }).catch(sayFailure);
            }}
          >
            <X aria-hidden="true" />
          </IconButton>
          <p className={styles.faint}>{words.noteBy(note.author, instantInWords(note.createdAt))}</p>
        </div>
      ))}
      <TextBox
        label={words.addNote}
        labelPlacement="unseen"
        placeholder={words.addNote}
        value={body}
        onChange={setBody}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      {body.trim() === "" ? null : (
        <div className={styles.row}>
          <Button onPress={() => void save()}>{words.saveNote}</Button>
        </div>
      )}
    </Section>
  );
}
