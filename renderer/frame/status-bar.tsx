import { useIsMutating, useQuery } from "@tanstack/react-query";
import { Check, Unplug } from "lucide-react";
import { useSyncExternalStore } from "react";
import { FoldedImport } from "../importing/folded-import.tsx";
import { Button } from "../ui/button.tsx";
import { connection, queries } from "../workbench.ts";
import { stopWork, useWorks, type WorkUnderWay } from "../works.ts";
import styles from "./frame.module.css";
import { OPENING } from "./open-case.ts";
import { words } from "./words.ts";

/** How much is tagged, whether it is saved, what is under way, and in which file. */
export function StatusBar() {
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const saving = useIsMutating({ predicate: ({ options }) => options.mutationKey !== OPENING }) > 0;
  const works = useWorks();
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  return (
    <footer className={styles.status}>
      {current ? (
        <>
          <span>{words.tagged(current.counts.claims)}</span>
          <span>{words.articles(current.counts.articles)}</span>
          <span>
            {saving ? null : <Check aria-hidden="true" />}
            {saving ? words.saving : words.saved}
          </span>
        </>
      ) : null}
      <span className={styles.lost} role="status">
        {state === "lost" ? (
          <>
            <Unplug aria-hidden="true" />
            {words.lost}
          </>
        ) : null}
      </span>
      <FoldedImport />
      {works.map((work) => (
        <UnderWay key={work.work} work={work} />
      ))}
      <span>{current ? words.offline(current.fileName) : words.offlineOnly}</span>
    </footer>
  );
}

function UnderWay({ work: { work, label, progress, isStopping } }: { work: WorkUnderWay }) {
  return (
    <span className={styles.work}>
      <span className={styles.workLabel} dir="auto">
        {words.work(label)}
      </span>
      <progress aria-label={words.work(label)} max={progress.total} value={progress.done} />
      <span>{words.percent(progress.done / progress.total)}</span>
      <Button look="plain" isDisabled={isStopping} onPress={() => void stopWork(work)}>
        {isStopping ? words.stopping : words.stop}
      </Button>
    </span>
  );
}
