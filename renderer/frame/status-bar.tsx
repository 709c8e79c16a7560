import { useIsMutating, useQuery } from "@tanstack/react-query";
import { Check, Unplug } from "lucide-react";
import { useSyncExternalStore } from "react";
import { connection, queries } from "../workbench.ts";
import styles from "./frame.module.css";
import { words } from "./words.ts";

/** How much is tagged, whether it is saved, and in which file. */
export function StatusBar() {
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const saving = useIsMutating() > 0;
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
      <span>{current ? words.offline(current.fileName) : words.offlineOnly}</span>
    </footer>
  );
}
