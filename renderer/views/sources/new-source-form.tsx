import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { SOURCE_KINDS, type SourceKind } from "#domain/vocabulary/sources.ts";
import { sentenceOf } from "../../problems.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./sources.module.css";
import { words } from "./words.ts";

interface NewSourceFormProps {
  onMade: (id: string) => void;
  onCancel: () => void;
}

/** Adds a source by hand. */
export function NewSourceForm({ onMade, onCancel }: NewSourceFormProps) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<SourceKind>("other");
  const adding = useMutation({
    mutationFn: () => workbench.sources.create({ name, kind }),
    onSuccess: ({ sourceId }) => onMade(sourceId),
  });
  return (
    <form
      className={styles.form}
      aria-label={words.newSource}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <TextField
        label={words.newName}
        value={name}
        onChange={setName}
        autoFocus
        error={adding.error ? sentenceOf(adding.error) : null}
      />
      <Select label={words.fields.kind} options={SOURCE_KINDS} value={kind} onChange={setKind} />
      <div className={styles.row}>
        <Button look="primary" type="submit" isDisabled={name.trim() === "" || adding.isPending}>
          {words.add}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
