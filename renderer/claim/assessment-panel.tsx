import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { AssessmentView, ClaimView } from "#domain/contract/claims.ts";
import type { GivenVerdict } from "#domain/rules/verdict.ts";
import { CREDIBILITIES, type Credibility } from "#domain/vocabulary/admiralty.ts";
import { CONFIDENCES, type Confidence, LIKELIHOODS, type Likelihood } from "#domain/vocabulary/likelihood.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { instantInWords } from "../dates.ts";
import { useDraft } from "../drafts.ts";
import { undoEntry } from "../frame/history.ts";
import { sentenceOf } from "../problems.ts";
import { say } from "../toasts.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { Select } from "../ui/select.tsx";
import { TextBox } from "../ui/text-field.tsx";
import { VerdictBadge, VerdictIcon, verdictColour } from "../ui/verdict.tsx";
import { queries, workbench } from "../workbench.ts";
import styles from "./claim.module.css";
import { type DraftEvidence, EvidenceEditor, EvidenceNature } from "./evidence-editor.tsx";
import { words } from "./words.ts";

interface AssessmentPanelProps {
  claim: ClaimView;
  /** Every new number brings the focus to the choice of verdicts. */
  focusStamp: number;
  onSaved: () => void;
}

/** The verdict in force, the giving of the next, and those before. */
export function AssessmentPanel({ claim, focusStamp, onSaved }: AssessmentPanelProps) {
  const latest = claim.assessments[0];
  return (
    <section>
      <h3 className={styles.label}>
        {words.assessment}
        {latest ? <span>{words.by(latest.author, instantInWords(latest.assessedAt))}</span> : null}
      </h3>
      <div className={styles.assessment}>
        <div>
          <VerdictBadge verdict={claim.verdict} />
        </div>
        {latest ? null : <p className={styles.hint}>{words.noAssessment}</p>}
        {claim.stale.length > 0 ? (
          <div className={styles.unmet}>
            {words.stale}
            <ul>
              {claim.stale.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <AssessmentForm key={latest?.id ?? claim.id} claim={claim} focusStamp={focusStamp} onSaved={onSaved} />
      </div>
      {claim.assessments.length > 0 ? (
        <ol className={styles.earlier} aria-label={words.earlierVerdicts}>
          {claim.assessments.map((assessment) => (
            <Earlier key={assessment.id} assessment={assessment} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

/** A verdict in the making. */
interface DraftVerdict {
  verdict: GivenVerdict | null;
  credibility: Credibility | null;
  confidence: Confidence | null;
  likelihood: Likelihood | null;
  rationale: string;
  methods: string;
  evidence: DraftEvidence[];
}

/** The next verdict begins with what the one in force rests on. */
function draftAfter(latest: AssessmentView | undefined): DraftVerdict {
  return {
    verdict: null,
    credibility: latest?.credibility ?? null,
    confidence: latest?.confidence ?? null,
    likelihood: latest?.likelihood ?? null,
    rationale: "",
    methods: "",
    evidence: (latest?.evidence ?? []).map(draftEvidence),
  };
}

function AssessmentForm({ claim, focusStamp, onSaved }: AssessmentPanelProps) {
  const latest = claim.assessments[0];
  const [begun, setBegun] = useDraft<DraftVerdict>(`verdict of ${claim.id} after ${latest?.id ?? "none"}`);
  const draft = begun ?? draftAfter(latest);
  const { verdict, credibility, confidence, likelihood, rationale, methods, evidence } = draft;
  const change = (fields: Partial<DraftVerdict>) => setBegun({ ...draft, ...fields });
  const [failure, setFailure] = useState<string | null>(null);
  const [isUnreasoned, setUnreasoned] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const rationaleField = useRef<HTMLTextAreaElement>(null);

  const asked = { claimId: claim.id, rationale, methods, evidence: evidence.map(evidenceInput) };
  const { data: advice } = useQuery({
    ...queries.assessments.advise.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  });
  const options = advice?.options ?? [];
  const option = options.find((each) => each.verdict === verdict);
  const unmet = option?.unmet ?? [];
  const isReady = options.length > 0;

  useEffect(() => {
    if (focusStamp > 0 && isReady) focusFirstButton(holder.current);
  }, [focusStamp, isReady]);

  const save = async () => {
    setFailure(null);
    if (!verdict) {
      setFailure(words.chooseVerdict);
      return focusFirstButton(holder.current);
    }
    if (unmet.length > 0 && rationale.trim() === "") {
      setUnreasoned(true);
      return rationaleField.current?.focus();
    }
    try {
      const given = { ...asked, verdict, credibility, confidence, likelihood, override: unmet.length > 0 };
      const { sequence } = await workbench.assessments.record(given);
      setBegun(null);
      say(words.saved(termOf(VERDICTS, verdict).label), { label: words.undo, run: () => undoEntry(sequence) });
      onSaved();
    } catch (error) {
      setFailure(sentenceOf(error));
      // Most often it is the reason that is missing.
      if (rationale.trim() === "") rationaleField.current?.focus();
    }
  };

  if (advice && options.length === 0) return <p className={styles.hint}>{words.withdrawn}</p>;
  return (
    <div
      ref={holder}
      className={styles.assessment}
      // On the way down: a button takes Enter, with whatever else is held, for a press.
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      <ToggleButtonGroup
        aria-label={words.verdict}
        className={styles.verdicts ?? ""}
        selectionMode="single"
        selectedKeys={verdict ? [verdict] : []}
        onSelectionChange={(keys) => {
          const chosen = options.find((each) => keys.has(each.verdict));
          change({ verdict: chosen?.verdict ?? null, credibility: chosen?.credibility ?? null });
          setFailure(null);
          setUnreasoned(false);
        }}
      >
        {options.map((each) => (
          <ToggleButton
            key={each.verdict}
            id={each.verdict}
            className={styles.verdictChoice ?? ""}
            style={{ "--v": verdictColour(each.verdict) } as React.CSSProperties}
          >
            <VerdictIcon verdict={each.verdict} />
            {termOf(VERDICTS, each.verdict).label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {verdict ? (
        <>
          <div>
            <SegmentedControl
              label={words.credibility}
              options={CREDIBILITIES.map(({ code }) => ({ code, label: code }))}
              value={credibility}
              onChange={(credibility) => change({ credibility })}
            />
            <p className={styles.hint}>
              {credibility
                ? words.credibilityIs(credibility, termOf(CREDIBILITIES, credibility).label)
                : words.noCredibility}
            </p>
          </div>
          {unmet.length > 0 ? (
            <div className={styles.unmet} role="status">
              {words.unmet}
              <ul>
                {unmet.map((guard) => (
                  <li key={guard}>{guard}</li>
                ))}
              </ul>
              {words.overrideHint}
            </div>
          ) : null}
        </>
      ) : null}
      <TextBox
        ref={rationaleField}
        label={words.rationale}
        placeholder={words.rationalePlaceholder}
        value={rationale}
        onChange={(rationale) => change({ rationale })}
        error={isUnreasoned && rationale.trim() === "" ? words.rationaleMissing : null}
      />
      {verdict === "unverifiable" || methods !== "" ? (
        <TextBox
          label={words.methods}
          placeholder={words.methodsPlaceholder}
          value={methods}
          onChange={(methods) => change({ methods })}
        />
      ) : null}
      <div className={styles.form}>
        <Select
          label={words.confidence}
          options={[NONE, ...CONFIDENCES]}
          value={confidence ?? ""}
          onChange={(code) => change({ confidence: code === "" ? null : code })}
        />
        <Select
          label={words.likelihood}
          options={[NONE, ...LIKELIHOODS]}
          value={likelihood ?? ""}
          onChange={(code) => change({ likelihood: code === "" ? null : code })}
        />
      </div>
      <EvidenceEditor evidence={evidence} onChange={(evidence) => change({ evidence })} />
      {failure ? (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button look="primary" onPress={save}>
          {unmet.length > 0 ? words.saveAnyway : words.save}
        </Button>
        <Kbd keys="Ctrl ↵" />
      </div>
    </div>
  );
}

function focusFirstButton(holder: HTMLElement | null): void {
  holder?.querySelector<HTMLElement>("button")?.focus();
}

const NONE = { code: "", label: words.unknown } as const;

function Earlier({ assessment }: { assessment: AssessmentView }) {
  return (
    <li>
      <span className={styles.row}>
        <VerdictBadge verdict={assessment.verdict} />
        {assessment.credibility ? <span>{assessment.credibility}</span> : null}
        <span className={styles.hint}>{words.by(assessment.author, instantInWords(assessment.assessedAt))}</span>
      </span>
      {assessment.rationale ? (
        <p className={styles.prose} dir="auto">
          {assessment.rationale}
        </p>
      ) : null}
      {assessment.methods ? (
        <p className={styles.prose} dir="auto">
          {words.methods}: {assessment.methods}
        </p>
      ) : null}
      {assessment.overridden.length > 0 ? (
        <p className={styles.hint}>
          {words.overridden} {assessment.overridden.join(" ")}
        </p>
      ) : null}
      {assessment.evidence.map((link) => (
        <p key={link.id} dir="auto">
          {link.targetName} <EvidenceNature link={link} />
        </p>
      ))}
    </li>
  );
}

function draftEvidence(link: AssessmentView["evidence"][number]): DraftEvidence {
  const { relation, primary, target, targetId, location, comment, targetName } = link;
  return { relation, primary, target, targetId, location, comment, name: targetName };
}

function evidenceInput({ name: _, ...fields }: DraftEvidence) {
  return fields;
}
