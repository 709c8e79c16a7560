import { useMutation, useQuery } from "@tanstack/react-query";
import { ClipboardPaste, FileDown, PanelLeft, Trash2 } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ARTICLE_ORDERS, type ArticleRow, type ImportedFile } from "#domain/contract/articles.ts";
import { useAction } from "../../actions.ts";
import { comparePair } from "../../copies/compare-pair.ts";
import { ProposalsButton } from "../../copies/proposals-button.tsx";
import { undoEntry } from "../../frame/history.ts";
import { keysOfCommand, runCommand, useCommand } from "../../keys.ts";
import { useLayout } from "../../preferences.ts";
import { isProblem } from "../../problems.ts";
import { go, replaceRoute, useRoute } from "../../route.ts";
import { useTable } from "../../table-rows.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { ListedTable } from "../../ui/listed-table.tsx";
import { QueryField } from "../../ui/query-field.tsx";
import { ResizablePanes } from "../../ui/resizable-panes.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { ArticleInspector } from "./article-inspector.tsx";
import { BulkPanel } from "./bulk-panel.tsx";
import { ChosenChips } from "./chosen-chips.tsx";
import { type ArticleOrder, COLUMNS, FIRST_COLUMNS } from "./columns.tsx";
import { ColumnsMenu } from "./columns-menu.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import styles from "./library.module.css";
import { PasteForm } from "./paste-form.tsx";
import { PlaceSwitch } from "./place-switch.tsx";
import { NO_QUESTION } from "./question.ts";
import { SavedSearches } from "./saved-searches.tsx";
import { NOTHING_SELECTED, useConcerned } from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useFacetsShown } from "./use-facets-shown.ts";
import { rowOf, useFound } from "./use-found.ts";
import { type Pasted, usePasted } from "./use-pasted.ts";
import { type AskedQuestion, useQuestion } from "./use-question.ts";
import { words } from "./words.ts";

/** What the form begins with where a person is still to paste. */
const NOTHING_PASTED: Pasted = { text: "", html: null };

/** All articles of the case: brought in, found again, described, put in order, opened and thrown away. */
export default function LibraryView() {
  const { id: chosen } = useRoute();
  const asked = useQuestion();
  const listed = useTable<ArticleRow, ArticleOrder>({
    name: "library",
    orders: ARTICLE_ORDERS,
    first: "published",
    ask: (place) => queries.articles.list.queryOptions({ input: { ...place, ...asked.input } }),
  });
  // Where nothing can be asked nothing is found either, whatever was found before.
  const isAnswered = asked.complaint === null && listed.error === null;
  const total = isAnswered ? listed.total : 0;
  const { selected, setSelected, selectAll } = useSelected(asked);
  const [pasting, setPasting] = useState<Pasted | null>(null);
  usePasted((pasted) => setPasting((before) => before ?? pasted));
  const [shown, setShown] = useLayout("library.columns", FIRST_COLUMNS);
  const facets = useFacetsShown();
  const [editsCollections, setEditsCollections] = useState(false);
  const queryField = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);

  const { data: current } = useQuery(queries.cases.current.queryOptions());
  const columns = useMemo(() => COLUMNS.filter(({ id }) => id === "title" || shown.split(" ").includes(id)), [shown]);
  const { rows } = listed.table;
  const isFound = useFound(chosen, rows, isAnswered ? asked.input : null);
  const concerned = useConcerned(selected, isFound ? chosen : null);
  const [only = chosen] = selected.size === 1 ? selected : [];
  const described = useQuery({
    ...queries.articles.get.queryOptions({ input: { id: only ?? "" } }),
    enabled: only !== null,
  });
  const titleOf = (id: string) => rowOf(rows, id)?.title ?? (described.data?.id === id ? described.data.title : "");

  const choose = (id: string | null) => replaceRoute({ view: "library", id });
  const removing = useMutation({
    mutationFn: (ids: string[]) => workbench.articles.remove({ ids }),
    onMutate: ([id = ""]) => titleOf(id),
    onSuccess: ({ sequence, done }, _, title) => {
      setSelected(NOTHING_SELECTED);
      choose(null);
      say(words.removed(done, title), { label: words.undo, run: () => void undoEntry(sequence) });
    },
    onError: sayFailure,
  });
  const remove = () => {
    if (concerned.length === 0)
      say(chosen && isFound === false ? words.notFoundRemoved(titleOf(chosen)) : words.chooseFirst);
    else if (!removing.isPending) removing.mutate(concerned);
  };
  /** Puts the focus into a part of the pane on the right. */
  const enter = (part: "fields" | "tags" | "collections") => {
    // In a narrow window the facets may stand where the pane would be.
    if (facets.isNarrow) flushSync(() => facets.show(false));
    const field = pane.current?.querySelector<HTMLElement>(`[data-part=${part}] :is(input, textarea)`);
    if (field) field.focus();
    else say(words.chooseFirst);
  };

  useCommand("find-in-article", () => {
    queryField.current?.focus();
    queryField.current?.select();
  });
  useCommand("toggle-facets", () => facets.show(!facets.shown));
  useCommand("edit-fields", () => enter("fields"));
  useCommand("edit-tags", () => enter("tags"));
  useCommand("edit-collections", () => enter("collections"));
  useCommand("rename-collections", () => {
    facets.show(true);
    setEditsCollections(true);
  });
  const [one, other, ...others] = selected;
  const pair = one && other && others.length === 0 ? ([one, other] as const) : null;
  const compare = () => (pair ? void comparePair(...pair) : say(words.chooseTwo));
  useAction(words.paste, () => setPasting(NOTHING_PASTED));
  useCommand("compare", compare);
  useCommand("remove-mark", remove);
  useCommand("toggle-trash", () => go({ view: "trash" }));

  const imported = ({ articleId, sentence }: ImportedFile) => {
    setPasting(null);
    setSelected(NOTHING_SELECTED);
    choose(articleId);
    say(sentence, articleId ? { label: words.read, run: () => go({ view: "read", id: articleId }) } : null);
  };

  const head = (
    <>
      <ViewHead title={words.title} count={isAnswered ? words.count(total, current?.counts.articles) : undefined}>
        <PlaceSwitch place="library" />
        <ProposalsButton />
        <span className={styles.stripTools}>
          <IconButton
            label={words.facets}
            keys={keysOfCommand("toggle-facets")}
            aria-pressed={facets.shown}
            onPress={() => facets.show(!facets.shown)}
          >
            <PanelLeft aria-hidden="true" />
          </IconButton>
          <ColumnsMenu
            shown={shown}
            onShow={setShown}
            roomOf={() => view.current?.querySelector("[role=grid]")?.clientWidth ?? null}
          />
          <IconButton
            label={words.remove}
            keys={keysOfCommand("remove-mark")}
            isDisabled={concerned.length === 0 || removing.isPending}
            onPress={remove}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
          {facets.isNarrow ? (
            <IconButton label={words.paste} onPress={() => setPasting(NOTHING_PASTED)}>
              <ClipboardPaste aria-hidden="true" />
            </IconButton>
          ) : (
            <Button onPress={() => setPasting(NOTHING_PASTED)}>
              <ClipboardPaste aria-hidden="true" />
              {words.paste}
            </Button>
          )}
          <Button look="primary" onPress={() => runCommand("import")}>
            <FileDown aria-hidden="true" />
            {words.import}
          </Button>
        </span>
      </ViewHead>
      <div className={styles.ask}>
        <QueryField
          ref={queryField}
          label={words.query}
          placeholder={words.queryPlaceholder}
          value={asked.question.typed}
          onChange={asked.type}
          complaint={asked.complaint}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            // Whoever goes down from a question to its answer begins at the first row.
            if (isFound === false) flushSync(() => choose(null));
            view.current?.querySelector<HTMLElement>("[role=grid]")?.focus();
          }}
        />
        <SavedSearches asked={asked} />
      </div>
      <ChosenChips asked={asked} />
      {selected.size > 0 ? (
        <SelectionBar
          selected={selected.size}
          found={total}
          onAll={selectAll}
          onNone={() => setSelected(NOTHING_SELECTED)}
        >
          {pair ? (
            <Button onPress={compare}>
              {words.compare} {facets.isNarrow ? null : <Kbd keys={keysOfCommand("compare")} />}
            </Button>
          ) : null}
          <Button look="danger" isDisabled={removing.isPending} onPress={remove}>
            {removing.isPending ? words.removing(concerned.length) : words.remove}
          </Button>
        </SelectionBar>
      ) : null}
    </>
  );

  const nothing = () => {
    if (asked.isAsked) {
      return (
        <EmptyState
          title={words.nothingFound}
          actions={<Button onPress={() => asked.replace(NO_QUESTION)}>{words.askNothing}</Button>}
        >
          {words.nothingFoundHint}
        </EmptyState>
      );
    }
    return pasting ? null : (
      <EmptyState
        title={words.emptyTitle}
        actions={
          <>
            <Button look="primary" onPress={() => runCommand("import")}>
              {words.import}
            </Button>
            <Button onPress={() => setPasting(NOTHING_PASTED)}>{words.paste}</Button>
          </>
        }
      >
        {words.empty}
      </EmptyState>
    );
  };

  // What was removed or undone is nothing to be told of in the midst of what is there.
  const isGone = isProblem(described.error, "NOT_FOUND");
  return (
    <ResizablePanes
      left={{
        label: words.facets,
        name: "library.facets.width",
        width: 216,
        least: 180,
        most: 360,
        shown: facets.shown && current?.counts.articles !== 0,
        children: (
          <FacetPanel asked={asked} editsCollections={editsCollections} onEditCollections={setEditsCollections} />
        ),
      }}
      right={{
        label: words.inspector,
        name: "library.inspector",
        width: 340,
        least: 260,
        most: 560,
        shown: only !== null && !(isGone && selected.size < 2) && !(facets.isNarrow && facets.shown),
        children: (
          <div ref={pane} className={styles.pane}>
            {selected.size > 1 ? <BulkPanel ids={concerned} /> : null}
            {selected.size < 2 && only ? (
              <ArticleInspector
                key={only}
                id={only}
                remark={selected.size === 0 && isFound === false ? words.notFound : null}
              />
            ) : null}
          </div>
        ),
      }}
    >
      <div ref={view} className={styles.view}>
        <ViewBody head={head}>
          {pasting ? <PasteForm first={pasting} onCancel={() => setPasting(null)} onDone={imported} /> : null}
          {asked.complaint ? null : (
            <ListedTable
              label={words.table}
              columns={columns}
              listed={listed}
              nothing={nothing()}
              chosen={chosen}
              onChoose={(row) => choose(row.id)}
              onOpen={(row) => go({ view: "read", id: row.id })}
              selected={selected}
              onSelect={setSelected}
              onSelectAll={selectAll}
              wordOf={(row) => row.title}
            />
          )}
        </ViewBody>
      </div>
    </ResizablePanes>
  );
}

/** The articles that are selected, which are none again as soon as something else is asked, or nothing can be. */
function useSelected({ input, complaint }: AskedQuestion) {
  const [selected, setSelected] = useState(NOTHING_SELECTED);
  const question = JSON.stringify(complaint ?? input);
  const latest = useRef(question);
  useEffect(() => {
    latest.current = question;
    setSelected(NOTHING_SELECTED);
  }, [question]);
  const selectAll = () => {
    workbench.articles.ids(input).then((ids) => {
      // Something else may have been asked while this was on its way.
      if (latest.current === question) setSelected(new Set(ids));
    }, sayFailure);
  };
  return { selected, setSelected, selectAll };
}
