import { Download, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { addressOfOriginal } from "#domain/contract/originals.ts";
import { instantInWords } from "../../../dates.ts";
import { withKey } from "../../../key.ts";
import { keysOfCommand } from "../../../keys.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { ErrorBoundary } from "../../../ui/error-boundary.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../../ui/states.tsx";
import { words } from "../words.ts";
import { Facts } from "./facts.tsx";
import type { KeptOriginal } from "./kept-original.ts";
import styles from "./original.module.css";
import { PageFrame } from "./page-frame.tsx";
import type { Passage } from "./passage.ts";
import { PlainWords } from "./plain-words.tsx";
import { type Showable, useShown } from "./shown.ts";

/** The library that draws PDFs is large and comes only when there is one. */
const PdfPages = lazy(() => import("./pdf-pages.tsx"));

interface OriginalPaneProps {
  /** Null while it is being asked for. */
  original: KeptOriginal | null;
  /** What is looked for in the original; null for nothing. */
  passage: Passage | null;
  /** Shows the original of the text that is studied instead. */
  onOwn: () => void;
  onClose: () => void;
}

/** The original of a text as it came, at the passage that is selected in the text that is studied. */
export default function OriginalPane({ original, ...rest }: OriginalPaneProps) {
  if (original === null) return <Skeleton lines={14} label={words.original.opening} />;
  return <Pane key={original.originalSha256} original={original} {...rest} />;
}

function Pane({ original, passage, onOwn, onClose }: OriginalPaneProps & { original: KeptOriginal }) {
  const shown = useShown(original.originalSha256);
  const [placed, setPlaced] = useState<{ passage: Passage; isFound: boolean } | null>(null);
  const outcome = placed && placed.passage === passage ? words.original.placed(placed.isFound) : "";
  const isDrawn = shown.data && shown.data.kind !== "none" && shown.data.kind !== "too-large";
  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <h2>{words.original.title}</h2>
        <bdi className={styles.name} title={original.originalName}>
          {original.originalName}
        </bdi>
        <a
          className={styles.save}
          href={withKey(addressOfOriginal(original.originalSha256))}
          download={original.originalName}
          aria-label={words.original.save}
          title={words.original.save}
        >
          <Download aria-hidden="true" />
        </a>
        <IconButton label={words.original.close} keys={keysOfCommand("toggle-original")} onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {original.isOfStudied ? null : (
        <p className={styles.other} role="note">
          {words.original.ofRevision(instantInWords(original.collectedAt))}
          <Button look="plain" onPress={onOwn}>
            {words.original.showOwn}
          </Button>
        </p>
      )}
      <div className={styles.body}>
        {shown.error ? <ErrorNotice error={shown.error} retry={() => shown.refetch()} /> : null}
        {shown.isPending ? <Skeleton lines={14} label={words.original.opening} /> : null}
        {shown.data ? (
          <ErrorBoundary>
            <Suspense fallback={<Skeleton lines={14} label={words.original.opening} />}>
              <Drawn
                shown={shown.data}
                original={original}
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
            <Facts original={original} />
          </details>
        ) : (
          <Facts original={original} />
        )}
      </footer>
    </div>
  );
}

interface DrawnProps {
  shown: Showable;
  original: KeptOriginal;
  passage: Passage | null;
  onPlaced: (isFound: boolean) => void;
}

function Drawn({ shown, original, passage, onPlaced }: DrawnProps) {
  switch (shown.kind) {
    case "html":
      return <PageFrame markup={shown.text} passage={passage} onPlaced={onPlaced} />;
    case "text":
      return <PlainWords text={shown.text} passage={passage} onPlaced={onPlaced} />;
    case "pdf":
      return shown.bytes ? (
        <PdfPages bytes={shown.bytes} structure={original.structure} passage={passage} onPlaced={onPlaced} />
      ) : null;
    case "none":
      return (
        <EmptyState title={words.original.notDrawnTitle} actions={<SaveInWords original={original} />}>
          {words.original.notDrawn}
        </EmptyState>
      );
    case "too-large":
      return (
        <EmptyState title={words.original.tooLargeTitle} actions={<SaveInWords original={original} />}>
          {words.original.tooLarge}
        </EmptyState>
      );
  }
}

/** The way to the bytes themselves, where they are all there is. */
function SaveInWords({ original }: { original: KeptOriginal }) {
  return (
    <a
      className={styles.saveInWords}
      href={withKey(addressOfOriginal(original.originalSha256))}
      download={original.originalName}
    >
      <Download aria-hidden="true" />
      {words.original.save}
    </a>
  );
}
