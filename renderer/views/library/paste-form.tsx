import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ImportedFile } from "#domain/contract/articles.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { submitByKeys } from "../../ui/submit-keys.ts";
import { TextBox, TextField } from "../../ui/text-field.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./library.module.css";
import { words } from "./words.ts";

interface PasteFormProps {
  onDone: (imported: ImportedFile) => void;
  onCancel: () => void;
}

const NOTHING = { text: "", title: "", outlet: "", published: "", language: "" };

/** Brings in a text that is pasted; what is left empty is read from the text where it says so. */
export function PasteForm({ onDone, onCancel }: PasteFormProps) {
  const [typed, setTyped] = useState(NOTHING);
  const importing = useMutation({
    mutationFn: () => {
      const { text, ...fields } = typed;
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
      return workbench.articles.importText({ text, fields: given });
    },
    onSuccess: onDone,
  });
  const set = (name: keyof typeof NOTHING) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.text.trim() !== "" && !importing.isPending) importing.mutate();
  };
  return (
    <form
      className={styles.paste}
      onSubmit={submit}
      aria-label={words.pasteTitle}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed.text === "") onCancel();
        else submitByKeys(event);
      }}
    >
      <TextBox label={words.fields.text} value={typed.text} onChange={set("text")} autoFocus />
      <div className={styles.pasteFields}>
        <TextField label={words.fields.title} value={typed.title} onChange={set("title")} />
        <TextField label={words.fields.outlet} value={typed.outlet} onChange={set("outlet")} />
        <TextField
          label={words.fields.published}
          placeholder="2025-05-16"
          value={typed.published}
          onChange={set("published")}
        />
        <TextField label={words.fields.language} placeholder="en" value={typed.language} onChange={set("language")} />
      </div>
      {importing.error ? <ErrorNotice error={importing.error} /> : null}
      <div className={styles.actions}>
        <Button look="primary" type="submit" isDisabled={typed.text.trim() === "" || importing.isPending}>
          {words.pasteSave}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
