import { Download, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ArticleView } from "#domain/contract/articles.ts";
import { addressOfOriginal } from "#domain/contract/originals.ts";
import { keysOfCommand } from "../../../keys.ts";
import { IconButton } from "../../../ui/button.tsx";
import { ErrorBoundary } from "../../../ui/error-boundary.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../../ui/states.tsx";
import { words } from "../words.ts";
import { Facts } from "./facts.tsx";
import styles from "./original.module.css";
import { PageFrame } from "./page-frame.tsx";
import type { Passage } from "./passage.ts";
import { PlainWords } from "./plain-words.tsx";
import { type Showable, useShown } from "./shown.ts";

/** The library that draws PDFs is large and comes only when there is one. */
const PdfPages = lazy(() => import("./pdf-pages.tsx"));

interface OriginalPaneProps {
  article: ArticleView;
  /** What is looked for in the original; null for nothing. */
  passage: Passage | null;
  onClose: () => void;
}

/** The original of an article as it came, at the passage that is selected in its text. */
export default function OriginalPane({ article, passage, onClose }: OriginalPaneProps) {
  const shown = useShown(article.originalSha256);
  const [placed, setPlaced] = useState<{ passage: Passage; isFound: boolean } | null>(null);
  const outcome = placed && placed.passage === passage ? words.original.placed(placed.isFound) : "";
  const isDrawn = shown.data && shown.data.kind !== "none" && shown.data.kind !== "too-large";
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <h2>{words.original.title}</h2>
        <bdi className={styles.name} title={article.originalName}>
          {article.originalName}
        </bdi>
        <a
          className={styles.save}
          href={addressOfOriginal(article.originalSha256)}
          download={article.originalName}
          aria-label={words.original.save}
          title={words.original.save}
        >
          <Download aria-hidden="true" />
        </a>
        <IconButton label={words.original.close} keys={keysOfCommand("toggle-original")} onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.body}>
        {shown.error ? <ErrorNotice error={shown.error} retry={() => shown.refetch()} /> : null}
        {shown.isPending ? <Skeleton lines={14} label={words.original.opening} /> : null}
        {shown.data ? (
          <ErrorBoundary>
            <Suspense fallback={<Skeleton lines={14} label={words.original.opening} />}>
              <Drawn
                shown={shown.data}
                article={article}
                passage={passage}
                onPlaced={(isFound) => passage && setPlaced({ passage, isFound })}
              />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </div>
      <footer className={styles.foot}>
        {isDrawn ? (
          <p className={styles.outcome} role="status">
            {outcome}
          </p>
        ) : null}
        {isDrawn ? (
          <details>
            <summary>{words.original.known}</summary>
            <Facts article={article} />
          </details>
        ) : (
          <Facts article={article} />
        )}
      </footer>
    </div>
  );
}

interface DrawnProps {
  shown: Showable;
  article: ArticleView;
  passage: Passage | null;
  onPlaced: (isFound: boolean) => void;
}

function Drawn({ shown, article, passage, onPlaced }: DrawnProps) {
  switch (shown.kind) {
    case "html":
      return <PageFrame markup={shown.text} passage={passage} onPlaced={onPlaced} />;
    case "text":
      return <PlainWords text={shown.text} passage={passage} onPlaced={onPlaced} />;
    case "pdf":
      return shown.bytes ? (
        <PdfPages bytes={shown.bytes} structure={article.structure} passage={passage} onPlaced={onPlaced} />
      ) : null;
    case "none":
      return (
        <EmptyState title={words.original.notDrawnTitle} actions={<SaveInWords article={article} />}>
          {words.original.notDrawn}
        </EmptyState>
      );
    case "too-large":
      return (
        <EmptyState title={words.original.tooLargeTitle} actions={<SaveInWords article={article} />}>
          {words.original.tooLarge}
        </EmptyState>
      );
  }
}

/** The way to the bytes themselves, where they are all there is. */
function SaveInWords({ article }: { article: ArticleView }) {
  return (
    <a className={styles.saveInWords} href={addressOfOriginal(article.originalSha256)} download={article.originalName}>
      <Download aria-hidden="true" />
      {words.original.save}
    </a>
  );
}
