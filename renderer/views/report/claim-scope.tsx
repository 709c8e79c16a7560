import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Checkbox } from "../../ui/checklist.tsx";
import { FilterField } from "../../ui/filter-field.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { ErrorNotice } from "../../ui/states.tsx";
import { VerdictIcon } from "../../ui/verdict.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries } from "../../workbench.ts";
import styles from "./report.module.css";
import { words } from "./words.ts";

interface ClaimScopeProps {
  /** The chosen claims; null for all. */
  claimIds: readonly string[] | null;
  onChange: (claimIds: string[] | null) => void;
}

/** Which claims a report speaks of: all, or those that are ticked. */
export function ClaimScope({ claimIds, onChange }: ClaimScopeProps) {
  return (
    <Section title={words.scope} aside={claimIds === null ? null : words.chosenCount(claimIds.length)}>
      <SegmentedControl
        label={words.scope}
        options={[
          { code: "all", label: words.scopes.all },
          { code: "chosen", label: words.scopes.chosen },
        ]}
        value={claimIds === null ? "all" : "chosen"}
        onChange={(scope) => onChange(scope === "all" ? null : [])}
      />
      {claimIds === null ? null : <ClaimChoice claimIds={claimIds} onChange={onChange} />}
    </Section>
  );
}

/** More claims than this are found by their words. */
const MOST = 200;

function ClaimChoice({ claimIds, onChange }: { claimIds: readonly string[]; onChange: (ids: string[]) => void }) {
  const [typed, setTyped] = useState("");
  const { data, error, refetch } = useQuery({
    ...queries.claims.list.queryOptions({ input: { words: typed, limit: MOST } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  const turn = (id: string) =>
    onChange(claimIds.includes(id) ? claimIds.filter((each) => each !== id) : [...claimIds, id]);
  return (
    <>
      <FilterField label={words.filterClaims} value={typed} onChange={setTyped} />
      <div className={styles.claims}>
        {data?.rows.map((claim) => (
          <Checkbox key={claim.id} isSelected={claimIds.includes(claim.id)} onChange={() => turn(claim.id)}>
            <VerdictIcon verdict={claim.verdict} />
            <span dir="auto">{claim.statement}</span>
          </Checkbox>
        ))}
        {data?.total === 0 ? <p>{words.noClaims}</p> : null}
        {data && data.total > data.rows.length ? <p>{words.more(data.total - data.rows.length)}</p> : null}
      </div>
    </>
  );
}
