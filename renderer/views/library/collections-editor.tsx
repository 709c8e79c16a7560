import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { undoEntry } from "../../frame/history.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CommittedField } from "../../ui/committed-field.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./facets.module.css";
import { words } from "./words.ts";

/** Every collection, those without articles too, to be renamed and removed where it stands. Escape leaves. */
export function CollectionsEditor({ onDone }: { onDone: () => void }) {
  const { data: collections, error, refetch } = useQuery(queries.collections.list.queryOptions());
  const list = useRef<HTMLUListElement>(null);
  const isThere = collections !== undefined;
  useEffect(() => {
    // The field that takes the focus does not scroll by itself.
    if (isThere) list.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, [isThere]);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!collections) return <Skeleton lines={3} />;

  const rename = async (id: string, before: string, typed: string) => {
    const name = typed.trim();
    const { sequence } = await workbench.collections.rename({ id, name });
    say(words.collectionRenamed(before, name), { label: words.undo, run: () => void undoEntry(sequence) });
  };
  const remove = async (id: string, name: string, articles: number) => {
    try {
      const { sequence, done } = await workbench.collections.remove({ id });
      // The button goes with its row; whoever stood on it goes on from the others.
      list.current?.focus();
      // It can be stopped on the way: then the collection is still there, with the rest of its articles.
      say(done < articles ? words.takenOut(done, name) : words.collectionRemoved(name), {
        label: words.undo,
        run: () => void undoEntry(sequence),
      });
    } catch (failure) {
      sayFailure(failure);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from anywhere in it.
    <div className={styles.editor} onKeyDown={onKeyDown}>
      {collections.length === 0 ? <p className={styles.none}>{words.collectionsNone}</p> : null}
      <ul ref={list} tabIndex={-1} aria-label={words.collections}>
        {collections.map(({ id, name, articles }, index) => (
          <li key={id}>
            <CommittedField
              label={words.collectionName(name)}
              labelPlacement="unseen"
              value={name}
              autoFocus={index === 0}
              onCommit={(typed) => rename(id, name, typed)}
            />
            <span className={styles.count} title={words.inIt(articles)}>
              {words.number(articles)}
            </span>
            <IconButton label={words.collectionRemove(name)} onPress={() => void remove(id, name, articles)}>
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button look="plain" onPress={onDone}>
        {words.collectionsDone}
      </Button>
    </div>
  );
}
