import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ClaimMatch } from "#domain/contract/claims.ts";
import type { Claim } from "#domain/nouns/claim.ts";
import { WORK_STATES } from "#domain/vocabulary/verdicts.ts";
import { undoEntry } from "../../frame/history.ts";
import { replaceRoute, watchPlace } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { TypeAhead } from "../../ui/type-ahead.tsx";
import { VerdictIcon } from "../../ui/verdict.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./claims.module.css";
import { words } from "./words.ts";

/** Where the work on a claim stands, and the ways in which a claim goes. */
export function ClaimActions({ claim }: { claim: Pick<Claim, "id" | "workState"> }) {
  const [merging, setMerging] = useState(false);
  const { id, workState } = claim;

  const remove = async () => {
    const isHere = watchPlace();
    try {
      const { sequence } = await workbench.claims.remove({ id });
      if (isHere()) replaceRoute({ view: "claims" });
      say(words.removed, { label: words.undo, run: () => void undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <Section title={words.actions}>
      <Select
        label={words.workState}
        options={WORK_STATES}
        value={workState}
        onChange={(code) => {
          workbench.claims.update({ id, fields: { workState: code } }).catch(sayFailure);
        }}
      />
      {merging ? (
        <MergeField id={id} onCancel={() => setMerging(false)} />
      ) : (
        <div className={styles.row}>
          <Button onPress={() => setMerging(true)}>{words.merge}</Button>
          <Button look="danger" onPress={() => void remove()}>
            {words.remove}
          </Button>
        </div>
      )}
    </Section>
  );
}

function MergeField({ id, onCancel }: { id: string; onCancel: () => void }) {
  const [typed, setTyped] = useState("");
  const { data = [] } = useQuery({
    ...queries.claims.search.queryOptions({ input: { words: typed, limit: 9 } }),
    placeholderData: keepPreviousData,
  });
  const merge = async (into: ClaimMatch) => {
    const isHere = watchPlace();
    try {
      const { sequence } = await workbench.claims.merge({ from: id, into: into.id });
      if (isHere()) replaceRoute({ view: "claims", id: into.id });
      say(words.merged, { label: words.undo, run: () => void undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <>
      <TypeAhead
        label={words.mergeField}
        placeholder={words.mergePlaceholder}
        value={typed}
        onChange={setTyped}
        items={data.filter((match) => match.id !== id)}
        keyOf={(match) => match.id}
        draw={(match) => (
          <span className={styles.match}>
            <VerdictIcon verdict={match.verdict} />
            <span dir="auto">{match.statement}</span>
            <span className={styles.none}>{words.attributions(match.attributions)}</span>
          </span>
        )}
        onChoose={(match) => void merge(match)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
        }}
      />
      <p className={styles.hint}>{words.mergeHint}</p>
      <div className={styles.row}>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </>
  );
}
