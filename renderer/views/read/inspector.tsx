import type { ReactNode } from "react";
import type { ArticleMarks, ArticleView, MarginCard } from "#domain/contract/articles.ts";
import { ClaimPanel } from "../../claim/claim-panel.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Copies } from "./copies.tsx";
import type { DraftNote } from "./draft-note.ts";
import { Entries } from "./entries.tsx";
import { InArticle } from "./in-article.tsx";
import { Notes } from "./notes.tsx";
import { words } from "./words.ts";

export type InspectorTab = "claim" | "article" | "notes" | "copies" | "history";

interface InspectorProps {
  article: ArticleView;
  marks: ArticleMarks | null;
  /** Cards in the order of the text. */
  cards: readonly MarginCard[];
  /** How many notes stand beside the article. */
  notes: number;
  chosen: string | null;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  /** The editor of a claim in the making, or null. */
  editor: ReactNode;
  assessStamp: number;
  /** The note in the making, or null. */
  draftNote: DraftNote | null;
  onNote: (draft: DraftNote | null) => void;
  writeStamp: number;
  onChoose: (ref: string) => void;
  /** Something was written and saved: back to the text. */
  onDone: () => void;
}

/** What is known of the open claim and of the article. */
export function Inspector(props: InspectorProps) {
  const { article, cards, chosen } = props;
  const card = cards.find(({ attributionId }) => attributionId === chosen);
  const nothing = (
    <EmptyState title={words.inspector.nothingTitle}>
      {cards.length === 0 ? words.article.empty : words.inspector.nothing}
    </EmptyState>
  );
  const claim = card ? (
    <ClaimPanel
      claimId={card.claimId}
      attributionId={chosen}
      articleId={article.id}
      assessStamp={props.assessStamp}
      onAssessed={props.onDone}
    />
  ) : (
    nothing
  );
  return (
    <Tabs
      label={words.inspector.label}
      chosen={props.tab}
      onChoose={props.onTab}
      tabs={[
        {
          id: "claim",
          label: words.inspector.claim,
          panel: props.editor ?? (props.marks ? claim : <Skeleton lines={8} />),
        },
        {
          id: "article",
          label: words.inspector.article,
          count: cards.length,
          panel: <InArticle cards={cards} chosen={chosen} onChoose={props.onChoose} />,
        },
        {
          id: "notes",
          label: words.inspector.notes,
          count: props.notes,
          panel: (
            <Notes
              article={article}
              chosen={chosen}
              draft={props.draftNote}
              onDraft={props.onNote}
              writeStamp={props.writeStamp}
              onChoose={props.onChoose}
              onDone={props.onDone}
            />
          ),
        },
        {
          id: "copies",
          label: words.inspector.copies,
          count: article.proposals + article.links + article.revisions,
          panel: <Copies article={article} />,
        },
        { id: "history", label: words.inspector.history, panel: <Entries about={card?.claimId ?? article.id} /> },
      ]}
    />
  );
}
