import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { ArticleView } from "#domain/contract/articles.ts";
import type { ClaimMatch } from "#domain/contract/claims.ts";
import { QUOTE_MODES, STANCES } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { ChainEditor } from "../../claim/chain-editor.tsx";
import { ClaimForm } from "../../claim/claim-form.tsx";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Select } from "../../ui/select.tsx";
import { TypeAhead } from "../../ui/type-ahead.tsx";
import { VerdictIcon } from "../../ui/verdict.tsx";
import { queries } from "../../workbench.ts";
import type { DraftClaim } from "./draft.ts";
import styles from "./inspector.module.css";
import { words } from "./words.ts";

interface NewClaimProps {
  article: ArticleView;
  draft: DraftClaim;
  onChange: (draft: DraftClaim) => void;
  /** Saves it as a claim of its own. */
  onSave: () => void;
  /** Attaches its passage to a claim that is there. */
  onAttach: (claim: ClaimMatch) => void;
  onCancel: () => void;
  /** What went wrong at the last attempt. */
  failure: string | null;
  statementField: RefObject<(HTMLTextAreaElement & HTMLInputElement) | null>;
  /** Whether the statement has the focus at once. */
  takesFocus: boolean;
}

/** The editor of a claim in the making. Enter saves from any field of one line; Escape gives it up. */
export function NewClaim(props: NewClaimProps) {
  const { article, draft, onChange, onSave } = props;
  const [showsFields, setShowsFields] = useState(false);
  const { statementField, takesFocus } = props;
  // Whatever is typed after C goes into the statement, so the focus must not wait for a frame.
  useEffect(() => {
    if (!takesFocus) return;
    statementField.current?.focus();
    statementField.current?.select();
  }, [statementField, takesFocus]);
  const initial = useRef(draft.fields.statement);
  const { statement } = draft.fields;
  const hasTyped = statement.trim() !== "" && statement !== initial.current;
  const { data: met = [] } = useQuery(queries.sources.metIn.queryOptions({ input: { articleId: article.id } }));
  const settled = useSettled(statement, 60);
  const { data: matches = [] } = useQuery({
    ...queries.claims.search.queryOptions({ input: { words: settled.trim().slice(0, 500), limit: 6 } }),
    enabled: hasTyped,
    placeholderData: keepPreviousData,
  });
  const quotes = (ranges: DraftClaim["content"]) =>
    ranges.map(({ start, end }) => article.text.slice(start, end)).join(" … ");

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and Ctrl+Enter work in every field below.
    <div
      className={styles.draft}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          event.preventDefault();
          event.stopPropagation();
          props.onCancel();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onSave();
        }
      }}
    >
      <h2 className={styles.heading}>{words.draft.title}</h2>
      {draft.content.length > 0 ? (
        <q className={styles.quote} dir="auto">
          {quotes(draft.content)}
        </q>
      ) : null}
      {draft.lost.length > 0 ? (
        <p className={styles.lost} role="alert">
          {words.draft.lost(draft.lost)}
        </p>
      ) : null}
      <TypeAhead
        ref={statementField}
        label={words.draft.statement}
        shape="lines"
        value={statement}
        onChange={(value) => onChange({ ...draft, fields: { ...draft.fields, statement: value } })}
        items={hasTyped ? matches : []}
        heading={words.draft.attachTo}
        keyOf={({ id }) => id}
        draw={(match) => (
          <>
            <VerdictIcon verdict={match.verdict} title={termOf(VERDICTS, match.verdict).label} />
            <span dir="auto">{match.statement}</span>
          </>
        )}
        onChoose={props.onAttach}
        onEnter={onSave}
      />
      <div>
        <p className={styles.fieldLabel}>{words.draft.chain}</p>
        <ChainEditor
          chain={draft.chain}
          onChange={(chain) => onChange({ ...draft, chain })}
          outletId={article.outletId}
          met={met}
          onEnter={onSave}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label={words.draft.stance}
          options={STANCES}
          value={draft.stance}
          onChange={(stance) => onChange({ ...draft, stance })}
        />
        <Select
          label={words.draft.quoted}
          options={QUOTE_MODES}
          value={draft.quoteMode}
          onChange={(quoteMode) => onChange({ ...draft, quoteMode })}
        />
      </div>
      {draft.cue.length > 0 ? (
        <p className={styles.cue}>
          {words.draft.cue} <q dir="auto">{quotes(draft.cue)}</q>
          <Button look="plain" onPress={() => onChange({ ...draft, cue: [] })}>
            {words.draft.noCue}
          </Button>
        </p>
      ) : null}
      {showsFields ? (
        <ClaimForm fields={draft.fields} onChange={(fields) => onChange({ ...draft, fields })} onEnter={onSave} />
      ) : null}
      {props.failure ? (
        <p className={styles.failure} role="alert">
          {props.failure}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button look="primary" onPress={onSave}>
          {words.draft.save}
        </Button>
        <Button onPress={props.onCancel}>{words.draft.cancel}</Button>
        <Kbd keys="↵" />
        <Button look="plain" onPress={() => setShowsFields(!showsFields)}>
          {showsFields ? words.draft.fewer : words.draft.more}
        </Button>
      </div>
      <p className={styles.hint}>{words.draft.hint}</p>
    </div>
  );
}

/** The value once it has stood still for a moment. */
function useSettled(value: string, delay: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
