import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { CLAIM_ORDERS, type ClaimRow } from "#domain/contract/claims.ts";
import { type PREDICATE_CODES, PREDICATES } from "#domain/vocabulary/claims.ts";
import { VERDICTS, type Verdict, WORK_STATES, type WorkState } from "#domain/vocabulary/verdicts.ts";
import { ClaimPanel } from "../../claim/claim-panel.tsx";
import { useCommand } from "../../keys.ts";
import { go, replaceRoute, useRoute } from "../../route.ts";
import { useTable } from "../../table-rows.ts";
import { say } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { FilterField } from "../../ui/filter-field.tsx";
import { FilterMenu } from "../../ui/filter-menu.tsx";
import { ListedTable } from "../../ui/listed-table.tsx";
import { ResizablePanes } from "../../ui/resizable-panes.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { VerdictIcon } from "../../ui/verdict.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { ClaimActions } from "./claim-actions.tsx";
import styles from "./claims.module.css";
import { type ClaimOrder, COLUMNS } from "./columns.tsx";
import { words } from "./words.ts";

interface Filters {
  words: string;
  verdicts: Verdict[];
  workStates: WorkState[];
  predicates: (typeof PREDICATE_CODES)[number][];
}

const NO_FILTERS: Filters = { words: "", verdicts: [], workStates: [], predicates: [] };
const VERDICT_OPTIONS = VERDICTS.map(({ code, label }) => ({ code, label, icon: <VerdictIcon verdict={code} /> }));

/** All claims of the case, with what is known of each and how far it is verified. */
export default function ClaimsView() {
  const { id: chosen } = useRoute();
  const [filters, setFilters] = useState(NO_FILTERS);
  const asked = useDeferredValue(filters);
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const listed = useTable<ClaimRow, ClaimOrder>({
    name: "claims",
    orders: CLAIM_ORDERS,
    first: "created",
    ask: (place) => queries.claims.list.queryOptions({ input: { ...place, ...asked } }),
  });
  const { total } = listed;
  const narrow = (change: Partial<Filters>) => setFilters((before) => ({ ...before, ...change }));
  const isFiltered =
    asked.words.trim() !== "" || asked.verdicts.length + asked.workStates.length + asked.predicates.length > 0;

  useCommand("assess", () => say(words.openFirst), chosen === null);

  const head = (
    <ViewHead title={words.title} count={words.count(total, current?.counts.claims)}>
      {isFiltered ? (
        <Button look="plain" onPress={() => setFilters(NO_FILTERS)}>
          {words.filters.clear}
        </Button>
      ) : null}
      <FilterField label={words.filter} value={filters.words} onChange={(typed) => narrow({ words: typed })} />
      <FilterMenu
        label={words.filters.verdicts}
        words={words.filters.chosen(words.filters.verdicts, filters.verdicts.length)}
        options={VERDICT_OPTIONS}
        chosen={filters.verdicts}
        onChange={(verdicts) => narrow({ verdicts })}
      />
      <FilterMenu
        label={words.filters.workStates}
        words={words.filters.chosen(words.filters.workStates, filters.workStates.length)}
        options={WORK_STATES}
        chosen={filters.workStates}
        onChange={(workStates) => narrow({ workStates })}
      />
      <FilterMenu
        label={words.filters.predicates}
        words={words.filters.chosen(words.filters.predicates, filters.predicates.length)}
        options={PREDICATES}
        chosen={filters.predicates}
        onChange={(predicates) => narrow({ predicates })}
      />
    </ViewHead>
  );

  const nothing = isFiltered ? (
    <EmptyState
      title={words.nothingFound}
      actions={<Button onPress={() => setFilters(NO_FILTERS)}>{words.filters.clear}</Button>}
    />
  ) : (
    <EmptyState
      title={words.emptyTitle}
      actions={<Button onPress={() => go({ view: "library" })}>{words.toLibrary}</Button>}
    >
      {words.empty}
    </EmptyState>
  );

  return (
    <ResizablePanes
      right={{
        label: words.inspector,
        name: "claims.inspector",
        width: 372,
        least: 300,
        most: 600,
        shown: chosen !== null,
        children: chosen ? <Inspector key={chosen} id={chosen} /> : null,
      }}
    >
      <ViewBody head={head}>
        <ListedTable
          label={words.table}
          columns={COLUMNS}
          listed={listed}
          nothing={nothing}
          chosen={chosen}
          onChoose={(row) => replaceRoute({ view: "claims", id: row.id })}
          onOpen={(row) => void openFirstPassage(row.id)}
          wordOf={(row) => row.statement}
        />
      </ViewBody>
    </ResizablePanes>
  );
}

function Inspector({ id }: { id: string }) {
  const { data: claim } = useQuery(queries.claims.get.queryOptions({ input: { id } }));
  const [assessStamp, setAssessStamp] = useState(0);
  useCommand("assess", () => setAssessStamp((stamp) => stamp + 1));
  return (
    <div className={styles.inspector}>
      <ClaimPanel claimId={id} assessStamp={assessStamp} />
      {claim ? <ClaimActions claim={claim} /> : null}
    </div>
  );
}

/** Reads a claim where it was found first. */
async function openFirstPassage(id: string): Promise<void> {
  const { attributions } = await workbench.claims.get({ id });
  const [first] = attributions;
  if (first) go({ view: "read", id: first.articleId, mark: first.id });
}
