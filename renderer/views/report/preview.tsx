import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { finish } from "#domain/contract/base.ts";
import { withKey } from "../../key.ts";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./report.module.css";
import { words } from "./words.ts";

/** The preview is drawn anew once nothing has changed for this many milliseconds. */
const QUIET = 300;

/** The report as its file will be, drawn anew a moment after anything in the case has changed. */
export function Preview({ reportId }: { reportId: string }) {
  const { data: state } = useQuery(queries.history.state.queryOptions());
  const settled = useSettled(state?.hash);
  const {
    data: rendered,
    error,
    refetch,
  } = useQuery({
    queryKey: ["report-preview", reportId, settled],
    queryFn: async ({ signal }) => finish(await workbench.exports.render({ format: "html", reportId }, { signal })),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    // Each drawing is a file that waits in the workbench; one that is out of date is never wanted again.
    gcTime: 0,
  });
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!rendered) return <Skeleton lines={14} label={words.rendering} />;
  return (
    // An empty sandbox: the report runs no script and reaches nothing, whatever an article has put into it.
    <iframe
      className={styles.preview}
      title={words.previewFrame}
      sandbox=""
      src={withKey(`/rendered/${encodeURIComponent(rendered.id)}?preview`)}
    />
  );
}

/** A value once it has stayed the same for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
