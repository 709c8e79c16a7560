import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ClipboardPaste, Columns3, FileDown, Trash2 } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { ArticleRow } from "#domain/contract/articles.ts";
import type { Direction } from "#domain/contract/base.ts";
import { undoEntry } from "../../frame/history.ts";
import { runCommand } from "../../keys.ts";
import { PAGE_SIZE, PAGES, useRows } from "../../pages.ts";
import { useLayout } from "../../preferences.ts";
import { go, replaceRoute, useRoute } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Checklist } from "../../ui/checklist.tsx";
import { FilterField } from "../../ui/filter-field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { ResizablePanes } from "../../ui/resizable-panes.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import { queries, workbench } from "../../workbench.ts";
import { ArticleInspector } from "./article-fields.tsx";
import { type ArticleOrder, COLUMNS, FIRST_COLUMNS } from "./columns.tsx";
import { PasteForm } from "./paste-form.tsx";
import { words } from "./words.ts";

const keyOf = (row: ArticleRow) => row.id;
const NOTHING_SELECTED: ReadonlySet<string> = new Set();

/** All articles of the case: brought in, found again, described, opened and removed. */
export default function LibraryView() {
  const { id: chosen } = useRoute();
  const [typed, setTyped] = useState("");
  const filter = useDeferredValue(typed);
  const [order, setOrder] = useState<ArticleOrder>("published");
  const [direction, setDirection] = useState<Direction>("ascending");
  const [selected, setSelected] = useState(NOTHING_SELECTED);
  const [pasting, setPasting] = useState(false);
  const [shown, setShown] = useLayout("library.columns", FIRST_COLUMNS);

  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const query = useInfiniteQuery({
    ...queries.articles.list.infiniteOptions({
      ...PAGES,
      input: (after: string | null) => ({ after, limit: PAGE_SIZE, order, direction, words: filter }),
    }),
    placeholderData: keepPreviousData,
  });
  const { rows, total, more } = useRows(query);
  const columns = COLUMNS.filter(({ id }) => id === "title" || shown.split(" ").includes(id));
  const concerned = selected.size > 0 ? [...selected] : chosen ? [chosen] : [];

  const choose = (id: string | null) => replaceRoute({ view: "library", id });
  const remove = async () => {
    try {
      const { sequence } = await workbench.articles.remove({ ids: concerned });
      setSelected(NOTHING_SELECTED);
      choose(null);
      say(words.removed(concerned.length), { label: words.undo, run: () => void undoEntry(sequence) });
    } catch (error) {
      sayFailure(error);
    }
  };

  const head = (
    <ViewHead
      title={words.title}
      count={selected.size > 0 ? words.selected(selected.size) : words.count(total, current?.counts.articles)}
    >
      {concerned.length > 0 ? (
        <Button look="danger" onPress={() => void remove()}>
          <Trash2 aria-hidden="true" />
          {words.remove}
        </Button>
      ) : null}
      <FilterField label={words.filter} value={typed} onChange={setTyped} />
      <Popover
        label={words.columns}
        trigger={
          <Button>
            <Columns3 aria-hidden="true" />
            {words.columns}
          </Button>
        }
      >
        {() => (
          <Checklist
            label={words.columns}
            options={COLUMNS.filter(({ id }) => id !== "title").map(({ id, label }) => ({ code: id, label }))}
            chosen={COLUMNS.map(({ id }) => id).filter((id) => shown.split(" ").includes(id))}
            onChange={(ids) => setShown(["title", ...ids].join(" "))}
          />
        )}
      </Popover>
      <Button onPress={() => setPasting(true)}>
        <ClipboardPaste aria-hidden="true" />
        {words.paste}
      </Button>
      <Button look="primary" onPress={() => runCommand("import")}>
        <FileDown aria-hidden="true" />
        {words.import}
      </Button>
    </ViewHead>
  );

  const body = () => {
    if (query.error) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
    if (query.isPending) return <Skeleton lines={10} />;
    if (total === 0 && filter.trim() !== "") {
      return (
        <EmptyState
          title={words.nothingFound}
          actions={<Button onPress={() => setTyped("")}>{words.emptyFilter}</Button>}
        >
          {words.nothingFoundHint}
        </EmptyState>
      );
    }
    if (total === 0) {
      return pasting ? null : (
        <EmptyState
          title={words.emptyTitle}
          actions={
            <>
              <Button look="primary" onPress={() => runCommand("import")}>
                {words.import}
              </Button>
              <Button onPress={() => setPasting(true)}>{words.paste}</Button>
            </>
          }
        >
          {words.empty}
        </EmptyState>
      );
    }
    return (
      <VirtualTable
        label={words.table}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        total={total}
        order={order}
        direction={direction}
        onOrder={(nextOrder, nextDirection) => {
          setOrder(nextOrder);
          setDirection(nextDirection);
        }}
        chosen={chosen}
        onChoose={(row) => choose(row.id)}
        onOpen={(row) => go({ view: "read", id: row.id })}
        onMore={more}
        selected={selected}
        onSelect={setSelected}
        wordOf={(row) => row.title}
      />
    );
  };

  return (
    <ResizablePanes
      right={{
        label: words.inspector,
        name: "library.inspector",
        width: 340,
        least: 260,
        most: 560,
        shown: chosen !== null && selected.size < 2,
        children: chosen ? <ArticleInspector id={chosen} /> : null,
      }}
    >
      <ViewBody head={head}>
        {pasting ? (
          <PasteForm
            onCancel={() => setPasting(false)}
            onDone={(imported) => {
              setPasting(false);
              choose(imported.articleId);
              const { articleId } = imported;
              say(
                imported.sentence,
                articleId ? { label: words.read, run: () => go({ view: "read", id: articleId }) } : null,
              );
            }}
          />
        ) : null}
        {body()}
      </ViewBody>
    </ResizablePanes>
  );
}
