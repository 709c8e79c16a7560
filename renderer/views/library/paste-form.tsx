import { useMutation } from "@tanstack/react-query";
import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import type { ImportedFile } from "#domain/contract/articles.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { submitByKeys } from "../../ui/submit-keys.ts";
import { TextBox, TextField } from "../../ui/text-field.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./library.module.css";
import type { Pasted } from "./use-pasted.ts";
import { words } from "./words.ts";

interface PasteFormProps {
  /** What it begins with. */
  first: Pasted;
  onDone: (imported: ImportedFile) => void;
  onCancel: () => void;
}

const NOTHING = { text: "", title: "", outlet: "", published: "", language: "" };

/** The rich text that the clipboard held, with the words that the field made of it. */
interface Rich {
  html: string;
  text: string;
}

/**
 * Brings in a text that is pasted; what is left empty is read from the text where it says so. Rich text goes along as long as
 * nobody has changed its words in the field.
 */
export function PasteForm({ first, onDone, onCancel }: PasteFormProps) {
  const [typed, setTyped] = useState({ ...NOTHING, text: first.text });
  const [rich, setRich] = useState<Rich | null>(first.html === null ? null : { html: first.html, text: first.text });
  const coming = useRef<string | null>(null);
  const isRich = rich !== null && rich.text === typed.text;
  const importing = useMutation({
    mutationFn: () => {
      const { text, ...fields } = typed;
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
      return workbench.articles.importText({ text, fields: given, ...(isRich ? { html: rich.html } : {}) });
    },
    onSuccess: onDone,
  });
  const set = (name: keyof typeof NOTHING) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const setText = (text: string) => {
    const html = coming.current;
    coming.current = null;
    if (html !== null) setRich({ html, text });
    else if (text === "") setRich(null);
    set("text")(text);
  };
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const field = event.target;
    // Only a paste that makes up the whole text is what the rich text says.
    const isWhole =
      field instanceof HTMLTextAreaElement && field.selectionEnd - field.selectionStart === field.value.length;
    const html = event.clipboardData.getData("text/html");
    coming.current = isWhole && html !== "" ? html : null;
  };
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
      <div onPaste={paste}>
        <TextBox
          label={words.fields.text}
          value={typed.text}
          onChange={setText}
          autoFocus
          {...(rich ? { description: isRich ? words.pasteRich : words.pastePlain } : {})}
        />
      </div>
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
