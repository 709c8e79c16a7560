import { CircleAlert, CircleCheck, CircleDot, type LucideIcon } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import type { ImportedFile, ImportReport } from "#domain/contract/articles.ts";
import { useCommand } from "../keys.ts";
import { go } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { Meter } from "../ui/meter.tsx";
import { ErrorNotice } from "../ui/states.tsx";
import styles from "./import-desk.module.css";
import { cancelImport, closeImport, importChosen, importDropped, useImport } from "./import-work.ts";
import { words } from "./words.ts";

/** Takes files wherever they are dropped, and shows how the import goes and what came of it. */
export function ImportDesk() {
  const state = useImport();
  const isOver = useDrop(importDropped);
  useCommand("import", importChosen);
  const { stage } = state;
  useEffect(() => {
    if (stage === "none" || stage === "running") return;
    const onKeyDown = (event: KeyboardEvent) => {
      // An Escape that shuts something above the report, such as a list or the palette, is not meant for it.
      const isInside = event.target instanceof Element && event.target.closest("[role=dialog]") !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isInside) closeImport();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [stage]);
  return (
    <>
      {isOver ? <div className={styles.drop}>{words.drop}</div> : null}
      {state.stage === "none" ? null : (
        <section className={styles.panel} aria-label={words.panel}>
          {state.stage === "running" ? (
            <div className={styles.running}>
              <Meter
                label={state.progress ? words.running(state.progress.done, state.progress.total) : words.preparing}
                progress={state.progress}
              />
              <Button onPress={cancelImport}>{words.cancel}</Button>
            </div>
          ) : null}
          {state.stage === "finished" ? <Report report={state.report} /> : null}
          {state.stage === "stopped" ? (
            <div className={styles.summary} role="status">
              <span>{words.stopped}</span>
              <Button onPress={closeImport}>{words.close}</Button>
            </div>
          ) : null}
          {state.stage === "failed" ? (
            <ErrorNotice error={state.error} actions={<Button onPress={closeImport}>{words.close}</Button>} />
          ) : null}
        </section>
      )}
    </>
  );
}

const ICONS: Record<ImportedFile["outcome"], LucideIcon> = {
  imported: CircleCheck,
  known: CircleDot,
  failed: CircleAlert,
};

/** More than this many files are not read one by one. */
const MOST = 200;
const WEIGHT: Record<ImportedFile["outcome"], number> = { failed: 0, known: 1, imported: 2 };

function Report({ report }: { report: ImportReport }) {
  // What went wrong is read first.
  const files = report.files.toSorted((one, other) => WEIGHT[one.outcome] - WEIGHT[other.outcome]);
  return (
    <>
      <div className={styles.summary} role="status">
        <b>{words.report(report)}</b>
        {report.cancelled ? <span>{words.stopped}</span> : null}
        <Button onPress={closeImport}>{words.close}</Button>
      </div>
      <ul className={styles.files}>
        {files.slice(0, MOST).map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two files may share a name.
          <File key={index} file={file} />
        ))}
        {files.length > MOST ? <li>{words.more(files.length - MOST)}</li> : null}
      </ul>
    </>
  );
}

function File({ file }: { file: ImportedFile }) {
  const Icon = ICONS[file.outcome];
  const { articleId } = file;
  return (
    <li data-outcome={file.outcome}>
      <Icon aria-label={words.outcomes[file.outcome]} />
      <span>
        <b dir="auto">{file.name}</b>
        <span>{file.sentence}</span>
      </span>
      {articleId ? (
        <Button
          look="plain"
          onPress={() => {
            closeImport();
            go({ view: "read", id: articleId });
          }}
        >
          {words.open}
        </Button>
      ) : null}
    </li>
  );
}

/** Whether files are being dragged over the page; gives them to `take` when they are dropped. */
function useDrop(take: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const drop = useEffectEvent(take);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const dropped = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      drop([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", dropped);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", dropped);
    };
  }, []);
  return isOver;
}
