import { useQuery } from "@tanstack/react-query";
import type { ClaimView } from "#domain/contract/claims.ts";
import { DATE_PRECISIONS, PLACE_PRECISIONS, POLARITIES, PREDICATES } from "#domain/vocabulary/claims.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { WORK_STATES } from "#domain/vocabulary/verdicts.ts";
import { dateInWords } from "../dates.ts";
import { useDraft } from "../drafts.ts";
import { undoEntry } from "../frame/history.ts";
import { go } from "../route.ts";
import { say, sayFailure } from "../toasts.ts";
import { Button } from "../ui/button.tsx";
import { CommittedField } from "../ui/committed-field.tsx";
import { ErrorNotice, Skeleton } from "../ui/states.tsx";
import { queries, workbench } from "../workbench.ts";
import { AssessmentPanel } from "./assessment-panel.tsx";
import { AttributionItem } from "./attribution-item.tsx";
import styles from "./claim.module.css";
import { ClaimForm } from "./claim-form.tsx";
import { fieldsFrom, typedFrom } from "./fields.ts";
import { removeAttribution } from "./remove-attribution.ts";
import { words } from "./words.ts";

interface ClaimPanelProps {
  claimId: string;
  /** The attribution that is open in the text, if the panel stands beside one. */
  attributionId?: string | null;
  /** The article that is being read, if any. */
  articleId?: string | null;
  /** Every new number brings the focus to the choice of verdicts. */
  assessStamp?: number;
  onAssessed?: () => void;
}

/** All that is known of a claim, and the giving of its verdict. Used beside the text and in the table of claims. */
export function ClaimPanel({
  claimId,
  attributionId = null,
  articleId = null,
  assessStamp = 0,
  onAssessed,
}: ClaimPanelProps) {
  const claim = useQuery(queries.claims.get.queryOptions({ input: { id: claimId } }));
  if (claim.isError) return <ErrorNotice error={claim.error} retry={() => claim.refetch()} />;
  if (!claim.data) return <Skeleton lines={9} />;
  return (
    <div className={styles.panel} key={claimId}>
      <Proposition claim={claim.data} />
      <section>
        <h3 className={styles.label}>
          {words.attributions} <span>{claim.data.attributions.length}</span>
        </h3>
        {claim.data.attributions.map((attribution) => (
          <AttributionItem
            key={attribution.id}
            attribution={attribution}
            isOpen={attribution.id === attributionId}
            isThisArticle={attribution.articleId === articleId}
            onOpen={() => go({ view: "read", id: attribution.articleId, mark: attribution.id })}
            onRemove={() => removeAttribution(attribution.id)}
          />
        ))}
      </section>
      <AssessmentPanel claim={claim.data} focusStamp={assessStamp} onSaved={onAssessed ?? (() => {})} />
    </div>
  );
}

function Proposition({ claim }: { claim: ClaimView }) {
  const [typed, setTyped] = useDraft<ReturnType<typeof typedFrom>>(`fields of ${claim.id}`);
  const [bold, rest] = words.firstHops(claim);
  const save = async () => {
    if (!typed) return;
    try {
      const { sequence } = await workbench.claims.update({ id: claim.id, fields: fieldsFrom(typed) });
      setTyped(null);
      if (sequence !== null) say(words.claimSaved, { label: words.undo, run: () => undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <section>
      <h2 className={styles.statement}>
        <CommittedField
          label={words.statement}
          labelPlacement="unseen"
          shape="lines"
          value={claim.statement}
          onCommit={(statement) => workbench.claims.update({ id: claim.id, fields: { statement } })}
        />
      </h2>
      {typed ? (
        <>
          <ClaimForm fields={typed} onChange={setTyped} onEnter={save} />
          <div className={styles.row} style={{ marginTop: 8 }}>
            <Button look="primary" onPress={save}>
              {words.saveFields}
            </Button>
            <Button onPress={() => setTyped(null)}>{words.cancel}</Button>
          </div>
        </>
      ) : (
        <>
          <Facts claim={claim} />
          <div className={styles.edge}>
            <Button look="plain" onPress={() => setTyped(typedFrom(claim))}>
              {words.editFields}
            </Button>
          </div>
        </>
      )}
      <p className={styles.count}>
        <b>{bold}</b> {rest}
      </p>
    </section>
  );
}

function Facts({ claim }: { claim: ClaimView }) {
  const joined = (...parts: string[]) => parts.filter((part) => part !== "").join(" · ");
  const polarity = claim.polarity === "negated" ? termOf(POLARITIES, claim.polarity).label.toLowerCase() : "";
  const date = claim.date ? withPrecision(dateInWords(claim.date), DATE_PRECISIONS, claim.datePrecision) : "";
  const place = claim.place ? withPrecision(claim.place, PLACE_PRECISIONS, claim.placePrecision) : "";
  const facts: [string, string][] = [
    [words.predicate, joined(termOf(PREDICATES, claim.predicate).label.toLowerCase(), claim.object, polarity)],
    [words.subject, claim.subject],
    [words.value, figureOf(claim)],
    [words.whenWhere, joined(date, place)],
    [words.workState, termOf(WORK_STATES, claim.workState).label.toLowerCase()],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function withPrecision<Code extends string>(
  value: string,
  terms: readonly { code: Code; label: string; definition: string }[],
  precision: Code | null,
): string {
  return precision === null ? value : `${value} (${termOf(terms, precision).label.toLowerCase()})`;
}

function figureOf({ low, best, high, unit }: ClaimView): string {
  const range = low !== null && high !== null && low !== high ? `${low}–${high}` : null;
  const number = best ?? low ?? high;
  if (number === null) return "";
  const figure = range && best !== null ? `${best} (${range})` : (range ?? String(number));
  return unit === "" ? figure : `${figure} ${unit}`;
}
