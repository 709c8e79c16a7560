import { CircleAlert, CircleCheck } from "lucide-react";
import { useRef, useState } from "react";
import { finish, type Progress } from "#domain/contract/base.ts";
import type { CheckReport } from "#domain/contract/cases.ts";
import { say } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Meter } from "../../ui/meter.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { Section } from "../../ui/view-head.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./settings.module.css";
import { words } from "./words.ts";

type CheckState =
  | { stage: "none" }
  | { stage: "running"; progress: Progress | null }
  | { stage: "finished"; report: CheckReport }
  | { stage: "failed"; error: unknown };

/** Checks the case file and says what was found. */
export function CaseCheck() {
  const [state, setState] = useState<CheckState>({ stage: "none" });
  const abort = useRef<AbortController | null>(null);
  const check = async () => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setState({ stage: "running", progress: null });
    try {
      const work = await workbench.cases.check(undefined, { signal });
      const report = await finish(work, (progress) => setState({ stage: "running", progress }));
      setState({ stage: "finished", report });
    } catch (error) {
      setState(signal.aborted ? { stage: "none" } : { stage: "failed", error });
      if (signal.aborted) say(words.stopped);
    }
  };
  return (
    <Section title={words.check}>
      <p className={styles.hint}>{words.checkHint}</p>
      {state.stage === "running" ? (
        <div className={styles.row}>
          <Meter label={words.checking} progress={state.progress} />
          <Button onPress={() => abort.current?.abort()}>{words.cancel}</Button>
        </div>
      ) : (
        <div className={styles.row}>
          <Button onPress={() => void check()}>{words.startCheck}</Button>
        </div>
      )}
      {state.stage === "finished" ? <Findings report={state.report} /> : null}
      {state.stage === "failed" ? <ErrorNotice error={state.error} /> : null}
    </Section>
  );
}

function Findings({ report }: { report: CheckReport }) {
  const Icon = report.clean ? CircleCheck : CircleAlert;
  return (
    <div className={styles.findings} role="status">
      <p className={report.clean ? styles.clean : styles.unclean}>
        <Icon aria-hidden="true" />
        {report.clean ? words.clean : words.findings(report.findings.length)}
      </p>
      {report.findings.length > 0 ? (
        <ul>
          {report.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      ) : null}
      <p className={styles.hint}>{words.checked(report.checked)}</p>
    </div>
  );
}
