import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { ArticleView } from "#domain/contract/articles.ts";
import type { TextRange } from "#domain/text/range.ts";
import { newHop, withHop } from "../../claim/hops.ts";
import { removeAttribution } from "../../claim/remove-attribution.ts";
import { undoEntry } from "../../frame/history.ts";
import { useCommand } from "../../keys.ts";
import { useLayout } from "../../preferences.ts";
import { sentenceOf } from "../../problems.ts";
import { currentRoute, replaceRoute } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { ResizablePanes } from "../../ui/resizable-panes.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { useNarrow } from "../../use-narrow.ts";
import { queries, workbench } from "../../workbench.ts";
import { ArticleList } from "./article-list.tsx";
import { claimOn, type DraftClaim, draftFrom, withPassage } from "./draft.ts";
import { type DraftNote, noteFrom, noteOn } from "./draft-note.ts";
import { extraPaint } from "./extra-paint.ts";
import { Inspector, type InspectorTab } from "./inspector.tsx";
import { addSource, addWords, attachDraft, saveDraft } from "./marking.ts";
import { NewClaim } from "./new-claim.tsx";
import { useOriginal } from "./original/use-original.ts";
import { usePassage } from "./original/use-passage.ts";
import { inspectorPane, originalPane } from "./panes.ts";
import styles from "./reader.module.css";
import { FindBar } from "./text/find-bar.tsx";
import { type TextHandle, TextPane } from "./text/text-pane.tsx";
import { useAskedWords } from "./use-asked-words.ts";
import { useBegun } from "./use-begun.ts";
import { useFind } from "./use-find.ts";
import { useStops } from "./use-stops.ts";
import { words } from "./words.ts";

/** What draws originals is needed only once one is asked for. */
const OriginalPane = lazy(() => import("./original/original-pane.tsx"));

interface ReaderProps {
  article: ArticleView;
  /** The mark that is open; null for none. */
  chosen: string | null;
  /** Words that the person is led to; null for none. */
  at: TextRange | null;
  /** The question that led here, whose words are shown; null for none. */
  asked: string | null;
  /** The revision whose original stands beside the text; null for none. */
  revision: string | null;
}

/** An article under study: its text, what is marked on it, and what is known of what is marked. */
export function Reader({ article, chosen, at, asked, revision }: ReaderProps) {
  const marks = useQuery(queries.articles.marks.queryOptions({ input: { id: article.id } }));
  const { data: met = [] } = useQuery(queries.sources.metIn.queryOptions({ input: { articleId: article.id } }));
  const { data: notes = [] } = useQuery(queries.notes.list.queryOptions({ input: { articleId: article.id } }));
  const text = useRef<TextHandle>(null);
  const beside = useRef<HTMLDivElement>(null);
  const statement = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const isSaving = useRef(false);
  const [draft, setDraft] = useBegun<DraftClaim>(`claim in ${article.id}`, article, claimOn);
  // Whoever comes back to a claim that was begun stands in the text, not in the editor.
  const [isRestored, setRestored] = useState(draft !== null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tab, setTab] = useState<InspectorTab>("claim");
  const [draftNote, setDraftNote] = useBegun<DraftNote>(`note on ${article.id}`, article, noteOn);
  const [writeStamp, setWriteStamp] = useState(0);
  const [assessStamp, setAssessStamp] = useState(0);
  const [isDrawn, setDrawn] = useState(false);
  const find = useFind(article.text);
  /** Says in the address what is chosen in the article, unless the person has gone on to another by then. */
  const sayPlace = (place: { mark: string | null; revision?: string | null }) => {
    if (currentRoute().id === article.id) replaceRoute({ view: "read", id: article.id, ...place });
  };
  const isNarrow = useNarrow();
  const [listShown, showList] = useLayout<boolean>(isNarrow ? "read.list.narrow" : "read.list.shown", !isNarrow);
  const [inspectorShown, showInspector] = useLayout<boolean>("read.inspector.shown", true);
  // The original takes the place of the inspector, and gives it back to whatever needs that.
  const {
    isShown: originalShown,
    original,
    show: showOriginal,
  } = useOriginal(article, revision, () => sayPlace({ mark: chosen }));
  const openInspector = () => {
    if (originalShown) showOriginal(false);
    showInspector(true);
  };

  const allMarks = marks.data?.marks;
  const { passage, setSelection } = usePassage(article.text, allMarks, chosen, originalShown);
  const cards = useMemo(
    () => [...(marks.data?.cards ?? [])].sort((one, other) => one.start - other.start),
    [marks.data?.cards],
  );
  const card = cards.find(({ attributionId }) => attributionId === chosen);
  const askedWords = useAskedWords(article.text, asked);
  const sought = find.isOpen ? find.hits : askedWords;
  const extra = useMemo(
    () => extraPaint(draft, draftNote, sought, find.current),
    [draft, draftNote, sought, find.current],
  );

  const choose = (ref: string | null) => {
    // The verdict that was asked for is that of the mark before.
    setAssessStamp(0);
    sayPlace({ mark: ref, revision });
  };
  const open = (ref: string | null) => {
    choose(ref);
    if (ref !== null) setTab(allMarks?.some((mark) => mark.kind === "note" && mark.ref === ref) ? "notes" : "claim");
  };
  const goTo = useStops(text, allMarks, chosen, open);

  // A link to words selects them.
  const lead = useEffectEvent((start: number, end: number) => {
    const { length } = article.text;
    text.current?.select({ start: Math.min(start, length), end: Math.min(end, length) });
  });
  const [start, end] = [at?.start, at?.end];
  useEffect(() => {
    if (isDrawn && start !== undefined && end !== undefined) lead(start, end);
  }, [isDrawn, start, end]);

  const focusInspector = () => {
    openInspector();
    // After the panel has been drawn.
    requestAnimationFrame(() => {
      const field = draft ? statement.current : beside.current?.querySelector<HTMLElement>("[role=tabpanel]");
      field?.focus();
    });
  };
  const focusBeside = () => {
    if (!originalShown) return focusInspector();
    const find = (selector: string) => beside.current?.querySelector<HTMLElement>(selector);
    (find("[data-original]") ?? find("a"))?.focus();
  };
  const focusText = () => text.current?.focus();
  // Whoever asks for the original of another text stood in what it takes the place of.
  const standInText = useEffectEvent(focusText);
  useEffect(() => {
    if (revision !== null) standInText();
  }, [revision]);
  /** The selected words, or null with a word on what is missing. */
  const selected = (): TextRange | null => {
    const range = text.current?.selection()?.range ?? null;
    if (!range) say(words.said.selectFirst);
    return range;
  };

  const finish = async (
    work: (draft: DraftClaim) => Promise<{ attributionId: string; sequence: number | null }>,
    sentence: string,
  ) => {
    if (!draft || isSaving.current) return;
    if (draft.content.length === 0) return setFailure(words.draft.noWords);
    isSaving.current = true;
    try {
      const { attributionId, sequence } = await work(draft);
      const end = draft.content.at(-1)?.end ?? 0;
      setDraft(null);
      setFailure(null);
      choose(attributionId);
      text.current?.select({ start: end, end });
      say(sentence, { label: words.undo, run: () => undoEntry(sequence) });
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      isSaving.current = false;
    }
  };
  const save = () => finish((current) => saveDraft(article, current), words.said.claimSaved);
  const giveUp = () => {
    setDraft(null);
    setFailure(null);
    focusText();
  };

  useCommand("make-claim", () => {
    if (draft) return focusInspector();
    const range = selected();
    if (!range) return;
    setRestored(false);
    setDraft(draftFrom(article, range, met));
    setTab("claim");
    openInspector();
  });
  /** Adds the selected words to the claim in the editor or to the open one; they are done with then, and the caret stands behind them. */
  const withSelection = (
    forDraft: (draft: DraftClaim, range: TextRange) => DraftClaim,
    forCard: (id: string, range: TextRange) => Promise<string>,
  ) => {
    const range = selected();
    if (!range) return;
    setFailure(null);
    if (draft) setDraft(forDraft(draft, range));
    else if (card) forCard(card.attributionId, range).then(say, sayFailure);
    else return say(words.said.openFirst);
    text.current?.select({ start: range.end, end: range.end });
  };
  useCommand("mark-source", () =>
    withSelection(
      (current, range) => {
        const hop = newHop(article.text.slice(range.start, range.end), [range]);
        return { ...current, chain: withHop(current.chain, hop, article.outletId) };
      },
      async (id, range) => words.said.inChain(await addSource(article, id, range)),
    ),
  );
  useCommand("mark-cue", () =>
    withSelection(
      (current, range) => ({ ...current, cue: [...current.cue, range] }),
      (id, range) => addWords(article, id, "cue", range).then(() => words.said.cueSet),
    ),
  );
  useCommand("add-passage", () =>
    withSelection(
      (current, range) => withPassage(current, article.text, range),
      (id, range) => addWords(article, id, "content", range).then(() => words.said.passageAdded),
    ),
  );
  useCommand("make-note", () => {
    setDraftNote(noteFrom(draftNote, article, text.current?.selection()?.range ?? null));
    setTab("notes");
    openInspector();
    setWriteStamp((stamp) => stamp + 1);
  });
  useCommand("assess", () => {
    if (!card) return say(words.said.openFirst);
    setTab("claim");
    openInspector();
    setAssessStamp((stamp) => stamp + 1);
  });
  useCommand("remove-mark", () => {
    if (card) void removeAttribution(card.attributionId).then(() => choose(null));
    else if (chosen && allMarks?.some(({ kind, ref }) => kind === "note" && ref === chosen))
      void removeNote(chosen, () => choose(null));
    else say(words.said.openFirst);
  });
  useCommand("find-in-article", () => find.open(text.current?.selection()?.caret ?? 0));
  useCommand("toggle-list", () => showList(!listShown));
  useCommand("toggle-inspector", () => (originalShown ? openInspector() : showInspector(!inspectorShown)));
  const toggleOriginal = () => {
    // Whoever stood in what goes stands in the text again.
    if (beside.current?.contains(document.activeElement)) focusText();
    showOriginal(!originalShown);
  };
  useCommand("toggle-original", toggleOriginal);
  useCommand("switch-pane", () => {
    if (beside.current?.contains(document.activeElement)) focusText();
    else focusBeside();
  });

  const editor = draft ? (
    <NewClaim
      article={article}
      draft={draft}
      onChange={setDraft}
      onSave={save}
      onAttach={(claim) => finish((current) => attachDraft(article, current, claim.id), words.said.attached)}
      onCancel={giveUp}
      failure={failure}
      statementField={statement}
      takesFocus={!isRestored}
    />
  ) : null;

  return (
    <ResizablePanes
      left={{
        label: words.list.label,
        name: "read.list.width",
        width: 248,
        least: 180,
        most: 420,
        shown: listShown,
        children: <ArticleList current={article.id} />,
      }}
      right={{
        ...(originalShown ? originalPane(isNarrow) : inspectorPane(isNarrow, inspectorShown)),
        children: (
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back to the text from anywhere in it.
          <div
            ref={beside}
            className={styles.beside}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || event.defaultPrevented) return;
              event.preventDefault();
              if (originalShown) toggleOriginal();
              else focusText();
            }}
          >
            {originalShown ? (
              <Suspense fallback={<Skeleton lines={14} />}>
                <OriginalPane
                  original={original}
                  passage={passage}
                  onOwn={() => {
                    focusText();
                    showOriginal(true);
                  }}
                  onClose={toggleOriginal}
                />
              </Suspense>
            ) : (
              <Inspector
                article={article}
                marks={marks.data ?? null}
                cards={cards}
                notes={notes.length}
                chosen={chosen}
                tab={tab}
                onTab={setTab}
                editor={editor}
                assessStamp={assessStamp}
                draftNote={draftNote}
                onNote={setDraftNote}
                writeStamp={writeStamp}
                onChoose={goTo}
                onDone={focusText}
              />
            )}
          </div>
        ),
      }}
    >
      <div className={styles.reader}>
        {marks.isError ? <ErrorNotice error={marks.error} retry={() => marks.refetch()} /> : null}
        <TextPane
          handle={text}
          article={article}
          marks={marks.data ?? null}
          chosen={chosen}
          extra={extra}
          offersBubble={draft === null && !find.isOpen}
          onChoose={open}
          onSave={draft ? save : null}
          onEnter={(ref) => {
            if (ref !== null && !draft) open(ref);
            if (ref !== null || draft) focusInspector();
          }}
          onEscape={() => {
            if (draft) giveUp();
            else choose(null);
          }}
          onUnfold={() => {
            openInspector();
            setTab("article");
          }}
          onReady={() => setDrawn(true)}
          onSelection={setSelection}
          onShowOriginal={() => showOriginal(true)}
        />
        {find.isOpen ? (
          <FindBar
            value={find.typed}
            onChange={find.type}
            count={find.hits.length}
            position={find.position}
            onStep={find.go}
            onTake={() => {
              const hit = find.take();
              if (!hit) return;
              find.close();
              text.current?.select(hit);
            }}
            onClose={() => {
              find.close();
              focusText();
            }}
          />
        ) : null}
      </div>
    </ResizablePanes>
  );
}

async function removeNote(id: string, done: () => void): Promise<void> {
  try {
    const { sequence } = await workbench.notes.remove({ id });
    done();
    say(words.notes.removed, { label: words.undo, run: () => undoEntry(sequence) });
  } catch (error) {
    sayFailure(error);
  }
}
