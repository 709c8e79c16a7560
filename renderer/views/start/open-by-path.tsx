import { type FormEvent, useState } from "react";
import { useOpening } from "../../frame/open-case.ts";
import { sentenceOf } from "../../problems.ts";
import { go } from "../../route.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./start.module.css";
import { words } from "./words.ts";

/** Opens a case by its path, for hosts that have no dialog to choose one. */
export function OpenByPath() {
  const [path, setPath] = useState("");
  const opening = useOpening(() => workbench.cases.open({ path: path.trim() }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={words.openCase}>
      <TextField
        label={words.path}
        placeholder={words.pathPlaceholder}
        value={path}
        onChange={setPath}
        autoFocus
        error={opening.error ? sentenceOf(opening.error) : null}
      />
      <div className={styles.ways}>
        <Button look="primary" type="submit" isDisabled={opening.isPending || path.trim() === ""}>
          {words.open}
        </Button>
        <Button onPress={() => go({ view: "start" })}>{words.cancel}</Button>
      </div>
    </form>
  );
}
