import type { RecentCase } from "#domain/contract/cases.ts";
import { instantInWords } from "../../dates.ts";
import { useOpening } from "../../frame/open-case.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { queries, queryClient, workbench } from "../../workbench.ts";
import styles from "./start.module.css";
import { words } from "./words.ts";

interface CaseListProps {
  label: string;
  cases: readonly RecentCase[];
}

/** Case files, each with what went wrong when it was opened last. */
export function CaseList({ label, cases }: CaseListProps) {
  return (
    <ul className={styles.cases} aria-label={label}>
      {cases.map((each) => (
        <li key={each.path}>
          <CaseEntry entry={each} />
        </li>
      ))}
    </ul>
  );
}

function CaseEntry({ entry }: { entry: RecentCase }) {
  const opening = useOpening(() => workbench.cases.open({ path: entry.path }));
  const facts = (
    <>
      <b dir="auto">{entry.name}</b>
      <span className={styles.path}>{entry.path}</span>
      <span className={entry.present ? styles.when : styles.missing}>
        {entry.present ? entry.openedAt && words.lastOpened(instantInWords(entry.openedAt)) : words.missing}
      </span>
    </>
  );
  return (
    <>
      <div className={styles.entry}>
        {entry.present ? (
          <button type="button" className={styles.facts} disabled={opening.isPending} onClick={() => opening.mutate()}>
            {facts}
          </button>
        ) : (
          <div className={styles.facts}>{facts}</div>
        )}
        {entry.present && !opening.error ? null : (
          <Button look="plain" aria-label={words.forgetLabel(entry.name)} onPress={() => void forget(entry)}>
            {words.forget}
          </Button>
        )}
      </div>
      {opening.error ? <ErrorNotice error={opening.error} retry={() => opening.mutate()} /> : null}
    </>
  );
}

async function forget({ path, name }: RecentCase): Promise<void> {
  try {
    queryClient.setQueryData(queries.cases.recent.queryKey(), await workbench.cases.forget({ path }));
    say(words.forgotten(name));
  } catch (error) {
    sayFailure(error);
  }
}
