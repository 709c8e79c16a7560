import { useMutation, useQuery } from "@tanstack/react-query";
import { Bookmark, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { undoEntry } from "../../frame/history.ts";
import { sentenceOf } from "../../problems.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./library.module.css";
import { inWords } from "./question.ts";
import type { AskedQuestion } from "./use-question.ts";
import { words } from "./words.ts";

/** Questions that are kept under names: asked again by a click, and the present one kept too. */
export function SavedSearches({ asked }: { asked: AskedQuestion }) {
  return (
    <Popover
      label={words.saved}
      trigger={
        <Button>
          <Bookmark aria-hidden="true" />
          {words.saved}
        </Button>
      }
    >
      {(close) => <Kept asked={asked} close={close} />}
    </Popover>
  );
}

function Kept({ asked, close }: { asked: AskedQuestion; close: () => void }) {
  const { data: searches = [] } = useQuery(queries.savedSearches.list.queryOptions());
  return (
    <>
      {searches.length === 0 ? (
        <p className={styles.faint}>{words.savedNone}</p>
      ) : (
        <ul className={styles.saved}>
          {searches.map(({ id, name, query }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  asked.replace({ typed: query, chosen: {} });
                  close();
                }}
              >
                <b dir="auto">{name}</b>
                <span dir="auto">{query}</span>
              </button>
              <IconButton
                label={words.savedRemove(name)}
                onPress={() => {
                  workbench.savedSearches
                    .remove({ id })
                    .then(
                      ({ sequence }) =>
                        say(words.savedRemoved(name), { label: words.undo, run: () => void undoEntry(sequence) }),
                      sayFailure,
                    );
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {asked.isAsked ? <Keep asked={asked} close={close} /> : null}
    </>
  );
}

/** Keeps the present question under a name. What was chosen becomes part of the words, so that what is seen is what is kept. */
function Keep({ asked, close }: { asked: AskedQuestion; close: () => void }) {
  const [name, setName] = useState("");
  const query = inWords(asked.question);
  const keeping = useMutation({
    mutationFn: (line: string) => workbench.savedSearches.save({ name, query: line }),
    onSuccess: ({ sequence }, line) => {
      asked.replace({ typed: line, chosen: {} });
      close();
      say(words.savedKept(name.trim()), { label: words.undo, run: () => void undoEntry(sequence) });
    },
  });
  if (asked.complaint) return <p className={styles.faint}>{words.savedComplaint}</p>;
  if (query === null) return <p className={styles.faint}>{words.savedUnsayable}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && !keeping.isPending) keeping.mutate(query);
  };
  return (
    <form className={styles.keep} onSubmit={submit}>
      <TextField
        autoFocus
        label={words.savedName}
        value={name}
        onChange={setName}
        description={query}
        error={keeping.error ? sentenceOf(keeping.error) : null}
      />
      <Button look="primary" type="submit" isDisabled={name.trim() === "" || keeping.isPending}>
        {words.savedKeep}
      </Button>
    </form>
  );
}
