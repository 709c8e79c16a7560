import { useMutation } from "@tanstack/react-query";
import { ArchiveRestore, Trash2 } from "lucide-react";
import { useState } from "react";
import type { TrashedRow } from "#domain/contract/library.ts";
import { undoEntry } from "../../../frame/history.ts";
import { keysOfCommand, useCommand } from "../../../keys.ts";
import { go, replaceRoute, useRoute } from "../../../route.ts";
import { useTable } from "../../../table-rows.ts";
import { say, sayFailure } from "../../../toasts.ts";
import { Button } from "../../../ui/button.tsx";
import { ListedTable } from "../../../ui/listed-table.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../../ui/view-head.tsx";
import { queries, workbench } from "../../../workbench.ts";
import { PlaceSwitch } from "../place-switch.tsx";
import { NOTHING_SELECTED, useConcerned } from "../selection.ts";
import { SelectionBar } from "../selection-bar.tsx";
import { COLUMNS, type TrashOrder } from "./columns.tsx";
import styles from "./trash.module.css";
import { words } from "./words.ts";

const ORDERS: readonly TrashOrder[] = ["trashed"];

/** What was thrown away, to be brought back or taken out for good. */
export default function TrashView() {
  const { id: chosen } = useRoute();
  const listed = useTable<TrashedRow, TrashOrder>({
    name: "trash",
    orders: ORDERS,
    first: "trashed",
    ask: ({ at, limit }) => queries.trash.list.queryOptions({ input: { at, limit } }),
  });
  const { table, total } = listed;
  const [selected, setSelected] = useState(NOTHING_SELECTED);
  const [isAsking, setAsking] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const concerned = useConcerned(selected, chosen);

  const choose = (id: string | null) => replaceRoute({ view: "trash", id });
  const letGo = () => {
    setSelected(NOTHING_SELECTED);
    setAsking(false);
    choose(null);
  };
  const restoring = useMutation({
    mutationFn: (ids: string[]) => workbench.trash.restore({ ids }),
    onSuccess: ({ sequence, done, left }) => {
      letGo();
      setLeft(left);
      say(words.restored(done), { label: words.undo, run: () => void undoEntry(sequence) });
    },
    onError: sayFailure,
  });
  const destroying = useMutation({
    mutationFn: (ids: string[]) => workbench.trash.destroy({ ids }),
    onSuccess: ({ sequence, done }) => {
      letGo();
      say(words.destroyed(done), { label: words.undo, run: () => void undoEntry(sequence) });
    },
    onError: sayFailure,
  });
  const isBusy = restoring.isPending || destroying.isPending;
  const restore = () => {
    if (concerned.length === 0) say(words.chooseFirst);
    else if (!isBusy) restoring.mutate(concerned);
  };
  const ask = () => {
    if (concerned.length === 0) say(words.chooseFirst);
    else setAsking(true);
  };
  useCommand("restore", restore);
  useCommand("remove-mark", ask);
  useCommand("toggle-trash", () => go({ view: "library" }));

  const selectAll = () => {
    table.rows.between(0, total - 1).then((rows) => setSelected(new Set(rows.map(({ id }) => id))), sayFailure);
  };

  const head = (
    <>
      <ViewHead title={words.title} count={words.count(total)}>
        <PlaceSwitch place="trash" />
        <span className={styles.tools}>
          <Button
            isDisabled={concerned.length === 0 || isBusy}
            onPress={restore}
            aria-keyshortcuts={keysOfCommand("restore")}
          >
            <ArchiveRestore aria-hidden="true" />
            {restoring.isPending ? words.restoring(concerned.length) : words.restore}
          </Button>
          <Button look="danger" isDisabled={concerned.length === 0 || isBusy} onPress={ask}>
            <Trash2 aria-hidden="true" />
            {words.destroy}
          </Button>
        </span>
      </ViewHead>
      {selected.size > 0 ? (
        <SelectionBar
          selected={selected.size}
          found={total}
          onAll={selectAll}
          onNone={() => setSelected(NOTHING_SELECTED)}
        />
      ) : null}
      {isAsking && concerned.length > 0 ? (
        <Question count={concerned.length} onYes={() => destroying.mutate(concerned)} onNo={() => setAsking(false)} />
      ) : null}
      {left.length > 0 ? (
        <div className={styles.left} role="status">
          <ul>
            {left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Button onPress={() => setLeft([])}>{words.close}</Button>
        </div>
      ) : null}
    </>
  );

  return (
    <ViewBody head={head}>
      <ListedTable
        label={words.table}
        columns={COLUMNS}
        listed={listed}
        nothing={
          <EmptyState
            title={words.emptyTitle}
            actions={<Button onPress={() => go({ view: "library" })}>{words.toLibrary}</Button>}
          >
            {words.empty}
          </EmptyState>
        }
        chosen={chosen}
        onChoose={(row) => choose(row.id)}
        onOpen={restore}
        selected={selected}
        onSelect={setSelected}
        onSelectAll={selectAll}
        wordOf={(row) => row.title}
      />
    </ViewBody>
  );
}

interface QuestionProps {
  count: number;
  onYes: () => void;
  onNo: () => void;
}

/** Says what destroying means before it is done. Escape keeps what is in the trash. */
function Question({ count, onYes, onNo }: QuestionProps) {
  return (
    <section
      className={styles.ask}
      aria-label={words.destroying.title}
      onKeyDown={(event) => {
        if (event.key === "Escape") onNo();
      }}
    >
      <p>{words.destroying.question(count)}</p>
      <Button look="danger" onPress={onYes}>
        {words.destroying.yes(count)}
      </Button>
      <Button autoFocus onPress={onNo}>
        {words.destroying.no(count)}
      </Button>
    </section>
  );
}
