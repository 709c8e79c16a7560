import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { SOURCE_ORDERS, type SourceRow } from "#domain/contract/sources.ts";
import { SOURCE_KINDS, type SourceKind } from "#domain/vocabulary/sources.ts";
import { replaceRoute, useRoute } from "../../route.ts";
import { useTable } from "../../table-rows.ts";
import { Button } from "../../ui/button.tsx";
import { FilterField } from "../../ui/filter-field.tsx";
import { FilterMenu } from "../../ui/filter-menu.tsx";
import { ListedTable } from "../../ui/listed-table.tsx";
import { ResizablePanes } from "../../ui/resizable-panes.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries } from "../../workbench.ts";
import { COLUMNS, type SourceOrder } from "./columns.tsx";
import { NewSourceForm } from "./new-source-form.tsx";
import { SourceInspector } from "./source-inspector.tsx";
import { words } from "./words.ts";

/** The registry: whoever speaks or carries, what is known of them and how far they are relied on. */
export default function SourcesView() {
  const { id: chosen } = useRoute();
  const [typed, setTyped] = useState("");
  const filter = useDeferredValue(typed);
  const [kinds, setKinds] = useState<SourceKind[]>([]);
  const [adding, setAdding] = useState(false);
  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const listed = useTable<SourceRow, SourceOrder>({
    name: "sources",
    orders: SOURCE_ORDERS,
    first: "name",
    ask: (place) => queries.sources.list.queryOptions({ input: { ...place, words: filter, kinds } }),
  });
  const { total } = listed;
  const isFiltered = filter.trim() !== "" || kinds.length > 0;
  const choose = (id: string) => replaceRoute({ view: "sources", id });
  const clear = () => {
    setTyped("");
    setKinds([]);
  };

  const head = (
    <ViewHead title={words.title} count={words.count(total, current?.counts.sources)}>
      {isFiltered ? (
        <Button look="plain" onPress={clear}>
          {words.clear}
        </Button>
      ) : null}
      <FilterField label={words.filter} value={typed} onChange={setTyped} />
      <FilterMenu
        label={words.kinds}
        words={words.chosenKinds(kinds.length)}
        options={SOURCE_KINDS}
        chosen={kinds}
        onChange={setKinds}
      />
      <Button onPress={() => setAdding(true)}>
        <Plus aria-hidden="true" />
        {words.newSource}
      </Button>
    </ViewHead>
  );

  const nothing = isFiltered ? (
    <EmptyState title={words.nothingFound} actions={<Button onPress={clear}>{words.clear}</Button>} />
  ) : (
    <EmptyState title={words.emptyTitle} actions={<Button onPress={() => setAdding(true)}>{words.newSource}</Button>}>
      {words.empty}
    </EmptyState>
  );

  return (
    <ResizablePanes
      right={{
        label: words.inspector,
        name: "sources.inspector",
        width: 380,
        least: 300,
        most: 620,
        shown: chosen !== null,
        children: chosen ? <SourceInspector key={chosen} id={chosen} /> : null,
      }}
    >
      <ViewBody head={head}>
        {adding ? (
          <NewSourceForm
            onCancel={() => setAdding(false)}
            onMade={(id) => {
              setAdding(false);
              choose(id);
            }}
          />
        ) : null}
        <ListedTable
          label={words.table}
          columns={COLUMNS}
          listed={listed}
          nothing={nothing}
          chosen={chosen}
          onChoose={(row) => choose(row.id)}
          onOpen={(row) => choose(row.id)}
          wordOf={(row) => row.name}
          rowHeight={36}
        />
      </ViewBody>
    </ResizablePanes>
  );
}
