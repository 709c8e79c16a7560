import { type FormEvent, useState } from "react";
import { useOpening } from "../../frame/open-case.ts";
import { sentenceOf } from "../../problems.ts";
import { go } from "../../route.ts";
import { shell } from "../../shell.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./start.module.css";
import { words } from "./words.ts";

interface NewCaseProps {
  /** The folder where cases go if nothing else is said; null until it is known. */
  folder: string | null;
}

/** Makes a case: its name, and where it goes. */
export function NewCase({ folder }: NewCaseProps) {
  const [name, setName] = useState("");
  const [place, setPlace] = useState("");
  const making = useOpening(async () => {
    const path = shell.hasFileDialogs ? await shell.chooseNewCase(name.trim()) : pathIn(place, name);
    return path === null ? null : workbench.cases.create(path === undefined ? { name } : { name, path });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={words.newCase}>
      <TextField
        label={words.name}
        placeholder={words.namePlaceholder}
        value={name}
        onChange={setName}
        autoFocus
        error={making.error ? sentenceOf(making.error) : null}
      />
      {shell.hasFileDialogs ? null : (
        <TextField
          label={words.folder}
          value={place}
          onChange={setPlace}
          {...(folder === null ? {} : { description: words.folderHint(folder) })}
        />
      )}
      <div className={styles.ways}>
        <Button look="primary" type="submit" isDisabled={making.isPending || name.trim() === ""}>
          {words.create}
        </Button>
        <Button onPress={() => go({ view: "start" })}>{words.cancel}</Button>
      </div>
    </form>
  );
}

/** The file of a case in a folder that was typed; undefined where none was, so that the case folder is taken. */
function pathIn(folder: string, name: string): string | undefined {
  const typed = folder.trim().replace(/[/\\]+$/, "");
  if (typed === "") return undefined;
  const fileName = name.trim().replaceAll(/[/\\:*?"<>|]+/g, "-");
  return `${typed}${typed.includes("\\") ? "\\" : "/"}${fileName}.sourceline`;
}
