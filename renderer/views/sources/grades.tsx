import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SourceView } from "#domain/contract/sources.ts";
import { RELIABILITIES, type Reliability } from "#domain/vocabulary/admiralty.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { instantInWords } from "../../dates.ts";
import { undoEntry } from "../../frame/history.ts";
import { say } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { GradeLetter } from "../../ui/grade-letter.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { submitByKeys } from "../../ui/submit-keys.ts";
import { TextBox, TextField } from "../../ui/text-field.tsx";
import { Section } from "../../ui/view-head.tsx";
import { workbench } from "../../workbench.ts";
import { LetterChoice } from "./letter-choice.tsx";
import styles from "./sources.module.css";
import { words } from "./words.ts";

/** The grades of a source, newest first, and the giving of a new one. */
export function Grades({ source }: { source: SourceView }) {
  const [grading, setGrading] = useState(false);
  const [graded, setGraded] = useState(false);
  const finish = () => {
    setGrading(false);
    setGraded(true);
  };
  return (
    <Section
      title={words.grades}
      aside={source.grade ? words.gradeNow(source.grade, termOf(RELIABILITIES, source.grade).label) : null}
    >
      {source.grades.length === 0 ? <p className={styles.faint}>{words.noGrade}</p> : null}
      <ol className={styles.grades}>
        {source.grades.map((grade) => (
          <li key={grade.id}>
            <GradeLetter letter={grade.letter} />
            <div>
              <p>
                {termOf(RELIABILITIES, grade.letter).label}, {words.scope.toLowerCase()}{" "}
                {grade.scope || words.everything}
              </p>
              {grade.rationale ? <p dir="auto">{grade.rationale}</p> : null}
              <p className={styles.faint}>{words.gradedBy(grade.author, instantInWords(grade.gradedAt))}</p>
            </div>
          </li>
        ))}
      </ol>
      {grading ? (
        <GradeForm sourceId={source.id} onDone={finish} />
      ) : (
        <div className={styles.row}>
          {/* The form has the focus when it goes; the button takes it back. */}
          <Button autoFocus={graded} onPress={() => setGrading(true)}>
            {words.addGrade}
          </Button>
        </div>
      )}
    </Section>
  );
}

function GradeForm({ sourceId, onDone }: { sourceId: string; onDone: () => void }) {
  const [letter, setLetter] = useState<Reliability | null>(null);
  const [scope, setScope] = useState("");
  const [rationale, setRationale] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const saving = useMutation({
    mutationFn: (given: Reliability) => workbench.sources.grade({ sourceId, letter: given, scope, rationale }),
    onSuccess: ({ sequence }, given) => {
      say(words.graded(given), { label: words.undo, run: () => void undoEntry(sequence) });
      onDone();
    },
  });
  return (
    <form
      className={styles.gradeForm}
      aria-label={words.addGrade}
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(letter === null);
        if (letter !== null && !saving.isPending) saving.mutate(letter);
      }}
      // On the way down: the letters keep Enter to themselves.
      onKeyDownCapture={submitByKeys}
    >
      <LetterChoice value={letter} onChange={setLetter} />
      {isMissing && letter === null ? (
        <p className={styles.missing} role="alert">
          {words.chooseLetter}
        </p>
      ) : null}
      <TextField label={words.scope} value={scope} onChange={setScope} description={words.scopeHint} />
      <TextBox label={words.rationale} value={rationale} onChange={setRationale} />
      {saving.error ? <ErrorNotice error={saving.error} /> : null}
      <div className={styles.row}>
        <Button look="primary" type="submit" isDisabled={saving.isPending}>
          {words.saveGrade}
        </Button>
        <Button onPress={onDone}>{words.cancel}</Button>
        <span className={styles.faint}>{words.gradeHistory}</span>
      </div>
    </form>
  );
}
