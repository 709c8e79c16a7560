import { CircleAlert } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { REPORT_SECTIONS, type Report, type ReportFields } from "#domain/nouns/report.ts";
import { wordingWarnings } from "#domain/rules/wording.ts";
import { undoEntry } from "../../frame/history.ts";
import { replaceRoute, watchPlace } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Checklist } from "../../ui/checklist.tsx";
import { CommittedField } from "../../ui/committed-field.tsx";
import { Section } from "../../ui/view-head.tsx";
import { workbench } from "../../workbench.ts";
import { ClaimScope } from "./claim-scope.tsx";
import styles from "./report.module.css";
import { words } from "./words.ts";

/** The preview follows a pause in typing of this many milliseconds. */
const PAUSE = 1_000;

const SECTION_OPTIONS = REPORT_SECTIONS.map((code) => ({ code, label: words.sectionLabels[code] }));

interface ReportEditorProps {
  report: Report;
  /** Whether it was made just now, and waits for a title of its own. */
  isNew: boolean;
  /** Is told once the title can be typed. */
  onBegun: () => void;
}

/** What a report says and speaks of. */
export function ReportEditor({ report, isNew, onBegun }: ReportEditorProps) {
  const { id, title } = report;
  const place = useRef<HTMLDivElement>(null);
  const begun = useEffectEvent(onBegun);
  useEffect(() => {
    const field = isNew ? place.current?.querySelector("input") : null;
    if (!field) return;
    field.focus();
    field.select();
    begun();
  }, [isNew]);
  const save = (fields: Partial<ReportFields>) => workbench.reports.update({ id, fields });
  const saveAtOnce = (fields: Partial<ReportFields>) => {
    save(fields).catch(sayFailure);
  };
  const warnings = wordingWarnings(report.judgements);

  const remove = async () => {
    const isHere = watchPlace();
    try {
      const { sequence } = await workbench.reports.remove({ id });
      if (isHere()) replaceRoute({ view: "report" });
      say(words.removed(title), { label: words.undo, run: () => void undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <div ref={place} className={styles.editor} data-main-part="">
      <Section title={words.editor}>
        <CommittedField label={words.fields.title} value={title} onCommit={(changed) => save({ title: changed })} />
        <CommittedField
          label={words.fields.judgements}
          shape="lines"
          value={report.judgements}
          description={words.fields.judgementsHint}
          pause={PAUSE}
          onCommit={(judgements) => save({ judgements })}
        />
        {warnings.length > 0 ? (
          <ul className={styles.warnings} aria-label={words.warnings}>
            {warnings.map((warning) => (
              <li key={warning.sentence}>
                <CircleAlert aria-hidden="true" />
                {warning.sentence}
              </li>
            ))}
          </ul>
        ) : null}
        <CommittedField
          label={words.fields.sourcingSummary}
          shape="lines"
          value={report.sourcingSummary}
          description={words.fields.sourcingSummaryHint}
          pause={PAUSE}
          onCommit={(sourcingSummary) => save({ sourcingSummary })}
        />
        <CommittedField
          label={words.fields.methodAndLimits}
          shape="lines"
          value={report.methodAndLimits}
          description={words.fields.methodAndLimitsHint}
          pause={PAUSE}
          onCommit={(methodAndLimits) => save({ methodAndLimits })}
        />
      </Section>
      <ClaimScope claimIds={report.claimIds} onChange={(claimIds) => saveAtOnce({ claimIds })} />
      <Section title={words.sections}>
        <Checklist
          label={words.sections}
          options={SECTION_OPTIONS}
          chosen={report.sections}
          onChange={(sections) => saveAtOnce({ sections })}
        />
        <div>
          <Button look="danger" onPress={() => void remove()}>
            {words.remove}
          </Button>
        </div>
      </Section>
    </div>
  );
}
