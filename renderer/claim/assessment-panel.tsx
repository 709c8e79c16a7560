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

function AssessmentForm({ claim, focusStamp, onSaved }: AssessmentPanelProps) {
  const latest = claim.assessments[0];
  const [verdict, setVerdict] = useState<GivenVerdict | null>(null);
  const [credibility, setCredibility] = useState<Credibility | null>(latest?.credibility ?? null);
  const [confidence, setConfidence] = useState<Confidence | null>(latest?.confidence ?? null);
  const [likelihood, setLikelihood] = useState<Likelihood | null>(latest?.likelihood ?? null);
  const [rationale, setRationale] = useState("");
  const [methods, setMethods] = useState("");
  const [evidence, setEvidence] = useState<DraftEvidence[]>(() => (latest?.evidence ?? []).map(draftEvidence));
  const [failure, setFailure] = useState<string | null>(null);
  const holder = useRef<HTMLDivElement>(null);

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
    if (focusStamp > 0 && isReady) holder.current?.querySelector<HTMLElement>("button")?.focus();
  }, [focusStamp, isReady]);

  const save = async () => {
    if (!verdict) return setFailure(words.chooseVerdict);
    try {
      const given = { ...asked, verdict, credibility, confidence, likelihood, override: unmet.length > 0 };
      const { sequence } = await workbench.assessments.record(given);
      say(words.saved(termOf(VERDICTS, verdict).label), { label: words.undo, run: () => undoEntry(sequence) });
      onSaved();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };

  if (advice && options.length === 0) return <p className={styles.hint}>{words.withdrawn}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any field below saves.
    <div
      ref={holder}
      className={styles.assessment}
      onKeyDown={(event) => {
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
          setVerdict(chosen?.verdict ?? null);
          setCredibility(chosen?.credibility ?? null);
          setFailure(null);
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
              onChange={setCredibility}
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
        label={words.rationale}
        placeholder={words.rationalePlaceholder}
        value={rationale}
        onChange={setRationale}
      />
      {verdict === "unverifiable" || methods !== "" ? (
        <TextBox label={words.methods} placeholder={words.methodsPlaceholder} value={methods} onChange={setMethods} />
      ) : null}
      <div className={styles.form}>
        <Select
          label={words.confidence}
          options={[NONE, ...CONFIDENCES]}
          value={confidence ?? ""}
          onChange={(code) => setConfidence(code === "" ? null : code)}
        />
        <Select
          label={words.likelihood}
          options={[NONE, ...LIKELIHOODS]}
          value={likelihood ?? ""}
          onChange={(code) => setLikelihood(code === "" ? null : code)}
        />
      </div>
      <EvidenceEditor evidence={evidence} onChange={setEvidence} />
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
