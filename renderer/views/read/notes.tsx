import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ArticleView } from "#domain/contract/articles.ts";
import { instantInWords } from "../../dates.ts";
import { undoEntry } from "../../frame/history.ts";
import { sentenceOf } from "../../problems.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CommittedField } from "../../ui/committed-field.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { TextBox } from "../../ui/text-field.tsx";
import { queries, workbench } from "../../workbench.ts";
import { type DraftNote, noteWith } from "./draft-note.ts";
import styles from "./inspector.module.css";
import { words } from "./words.ts";

interface NotesProps {
  article: ArticleView;
  chosen: string | null;
  /** The note in the making, or null. */
  draft: DraftNote | null;
  onDraft: (draft: DraftNote | null) => void;
  /** Every new number brings the focus to the field. */
  writeStamp: number;
  onChoose: (noteId: string) => void;
  /** The note is written or given up. */
  onDone: () => void;
}

/** What was noted beside the article, and the writing of more. */
export function Notes({ article, chosen, draft, onDraft, writeStamp, onChoose, onDone }: NotesProps) {
  const notes = useQuery(queries.notes.list.queryOptions({ input: { articleId: article.id } }));
  const body = draft?.body ?? "";
  const range = draft?.range ?? null;
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // The field is there once the notes are.
  const isReady = notes.data !== undefined;
  useEffect(() => {
    if (writeStamp > 0 && isReady) field.current?.focus();
  }, [writeStamp, isReady]);

  const save = async () => {
    try {
      const about = { articleId: article.id };
      const place = draft && range ? { ranges: [range], textSha256: draft.on.textSha256 } : {};
      const { sequence } = await workbench.notes.create({ about, body, ...place });
      onDraft(null);
      setFailure(null);
      say(words.notes.saved, { label: words.undo, run: () => undoEntry(sequence) });
      onDone();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  const remove = async (id: string) => {
    try {
      const { sequence } = await workbench.notes.remove({ id });
      say(words.notes.removed, { label: words.undo, run: () => undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };

  if (notes.isError) return <ErrorNotice error={notes.error} retry={() => notes.refetch()} />;
  if (!notes.data) return <Skeleton lines={4} />;
  return (
    <>
      {notes.data.length === 0 ? <EmptyState title={words.notes.emptyTitle}>{words.notes.empty}</EmptyState> : null}
      {notes.data.map((note) => (
        <div key={note.id} className={styles.note} data-open={note.id === chosen}>
          {note.spans.length > 0 ? (
            <button type="button" className={styles.quote} dir="auto" onClick={() => onChoose(note.id)}>
              {note.spans.map(({ exact }) => exact).join(" … ")}
            </button>
          ) : null}
          <CommittedField
            label={words.notes.body}
            labelPlacement="unseen"
            shape="lines"
            value={note.body}
            onCommit={(changed) => workbench.notes.update({ id: note.id, body: changed })}
          />
          <div className={styles.row}>
            <span className={styles.hint}>
              {note.author} · {instantInWords(note.createdAt)}
              {note.spans.length === 0 ? ` · ${words.notes.noWords}` : ""}
            </span>
            <IconButton label={words.notes.remove} onPress={() => remove(note.id)}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
        </div>
      ))}
      <div className={styles.writer}>
        {draft && range ? (
          <>
            <q className={styles.quote} dir="auto">
              {article.text.slice(range.start, range.end)}
            </q>
            <div className={styles.row}>
              <Button look="plain" onPress={() => onDraft(noteWith({ ...draft, range: null }, article, body))}>
                {words.notes.takeOut}
              </Button>
            </div>
          </>
        ) : null}
        {draft && draft.lost.length > 0 ? (
          <p className={styles.lost} role="alert">
            {words.notes.lost(draft.lost)}
          </p>
        ) : null}
        <TextBox
          ref={field}
          label={range ? words.notes.onWords : words.notes.onArticle}
          placeholder={words.notes.placeholder}
          value={body}
          onChange={(typed) => onDraft(noteWith(draft, article, typed))}
          error={failure}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void save();
            } else if (event.key === "Escape") {
              event.preventDefault();
              // What is written waits for whoever comes back to it.
              if (body.trim() === "") onDraft(null);
              onDone();
            }
          }}
        />
        <div className={styles.row}>
          <Button look="primary" onPress={save} isDisabled={body.trim() === ""}>
            {words.notes.save}
          </Button>
        </div>
      </div>
    </>
  );
}
