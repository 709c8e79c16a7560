import {
  ChevronDown,
  CircleAlert,
  CircleCheck,
  CircleDot,
  CirclePlus,
  GitBranch,
  type LucideIcon,
  TableProperties,
} from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import {
  IMPORT_OUTCOMES,
  type ImportedFile,
  type ImportOutcome,
  type ImportReport,
  type PartlyReadTable,
  type TableReference,
} from "#domain/contract/articles.ts";
import type { Progress } from "#domain/contract/base.ts";
import type { RenderedFile } from "#domain/contract/reports.ts";
import { useCommand } from "../keys.ts";
import { go } from "../route.ts";
import { shell } from "../shell.ts";
import { say, sayFailure } from "../toasts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Meter } from "../ui/meter.tsx";
import { ErrorNotice } from "../ui/states.tsx";
import { type Dropped, filesIn } from "./dropped-files.ts";
import styles from "./import-desk.module.css";
import {
  askForMapping,
  backToReport,
  closeImport,
  foldImport,
  holdOrGoOn,
  type ImportState,
  importChosen,
  importDropped,
  importFolder,
  isBusy,
  stopImport,
  useFolded,
  useImport,
} from "./import-work.ts";
import { MappingForm } from "./mapping-form.tsx";
import { words } from "./words.ts";

/** Takes files wherever they are dropped, and shows how the import goes and what came of it. */
export function ImportDesk() {
  const state = useImport();
  const isFolded = useFolded();
  const isOver = useDrop(importDropped);
  useCommand("import", importChosen);
  useCommand("import-folder", importFolder);
  const canClose = state.stage !== "none" && !isBusy(state) && !isFolded;
  const leave = useEffectEvent(() => (state.stage === "mapping" ? backToReport() : closeImport()));
  useEffect(() => {
    if (!canClose) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // An Escape that shuts something above the report, such as a list or the palette, is not meant for it.
      const isInside = event.target instanceof Element && event.target.closest("[role=dialog]") !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isInside) leave();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [canClose]);
  return (
    <>
      {isOver ? <div className={styles.drop}>{words.drop}</div> : null}
      {state.stage === "none" || isFolded ? null : (
        <section className={styles.panel} aria-label={words.panel}>
          <div className={styles.fold}>
            <IconButton label={words.fold} onPress={foldImport}>
              <ChevronDown aria-hidden="true" />
            </IconButton>
          </div>
          {state.stage === "preparing" ? <Preparing state={state} /> : null}
          {state.stage === "running" ? <Running state={state} /> : null}
          {state.stage === "finished" ? <Report report={state.report} earlier={state.earlier} /> : null}
          {state.stage === "mapping" ? <MappingForm table={state.table} /> : null}
          {state.stage === "failed" ? (
            <ErrorNotice
              error={state.error}
              actions={
                <>
                  {state.earlier.length > 0 ? <Button onPress={backToReport}>{words.earlier}</Button> : null}
                  <Button onPress={closeImport}>{words.close}</Button>
                </>
              }
            />
          ) : null}
        </section>
      )}
    </>
  );
}

/** How far the files have come on their way to where they can be read. */
function Preparing({ state }: { state: Extract<ImportState, { stage: "preparing" }> }) {
  const { progress, isStopping } = state;
  return (
    <div className={styles.running}>
      <Meter label={labelOfPreparing(progress)} progress={progress} />
      {progress ? (
        <div className={styles.actions}>
          <Button onPress={() => void stopImport().catch(sayFailure)} isDisabled={isStopping}>
            {isStopping ? words.stopping : words.stop}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function labelOfPreparing(progress: Progress | null): string {
  if (!progress) return words.preparing;
  const { done, total, bytes } = progress;
  if (total === null) return words.found(done);
  return [words.sending(done, total), ...(bytes ? [words.bytes(bytes.done, bytes.total)] : [])].join(" · ");
}

/** How far the import has come, with what can be done about it. */
function Running({ state }: { state: Extract<ImportState, { stage: "running" }> }) {
  const { progress, isHeld, isStopping } = state;
  return (
    <div className={styles.running}>
      <Meter label={labelOf(progress)} progress={progress} />
      {isHeld ? <p role="status">{words.held}</p> : null}
      <div className={styles.actions}>
        <Button onPress={() => void holdOrGoOn().catch(sayFailure)} isDisabled={isStopping}>
          {isHeld ? words.goOn : words.hold}
        </Button>
        <Button onPress={() => void stopImport().catch(sayFailure)} isDisabled={isStopping}>
          {isStopping ? words.stopping : words.stop}
        </Button>
      </div>
    </div>
  );
}

function labelOf(progress: Progress | null): string {
  if (!progress || progress.total === null) return words.preparing;
  const { done, total, bytes, what } = progress;
  if (what === "" && !bytes) return words.copies;
  return [words.running(done, total), ...(bytes ? [words.bytes(bytes.done, bytes.total)] : [])].join(" · ");
}

const ICONS: Record<ImportOutcome, LucideIcon> = {
  imported: CircleCheck,
  revised: GitBranch,
  described: CirclePlus,
  known: CircleDot,
  failed: CircleAlert,
};

/** More than this many files are not read one by one. */
const MOST = 200;

async function save(report: RenderedFile): Promise<void> {
  try {
    const name = await shell.saveRendered(report);
    if (name !== null) say(words.saved(name));
  } catch (error) {
    sayFailure(error);
  }
}

function Report({ report, earlier }: { report: ImportReport; earlier: readonly ImportReport[] }) {
  const { files, tables, ended, report: list } = report;
  const all = IMPORT_OUTCOMES.reduce((sum, outcome) => sum + report[outcome], 0);
  return (
    <>
      <div className={styles.summary} role="status">
        <b>{words.report(report)}</b>
        {report.cancelled ? <span>{words.stopped}</span> : null}
        {ended === null ? null : <span className={styles.ended}>{ended}</span>}
        <span className={styles.actions}>
          {earlier.length > 0 ? <Button onPress={backToReport}>{words.earlier}</Button> : null}
          {list ? <Button onPress={() => void save(list)}>{words.save}</Button> : null}
          <Button onPress={closeImport}>{words.close}</Button>
        </span>
      </div>
      <ul className={styles.files}>
        {tables.slice(0, MOST).map((table, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two tables may share a name.
          <PartlyRead key={index} partly={table} />
        ))}
        {files.slice(0, MOST).map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two files may share a name.
          <File key={index} file={file} />
        ))}
        {all > MOST ? <li>{words.more(all - MOST)}</li> : null}
      </ul>
    </>
  );
}

function File({ file }: { file: ImportedFile }) {
  const Icon = ICONS[file.outcome];
  const { articleId, table } = file;
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
            foldImport();
            go({ view: "read", id: articleId });
          }}
        >
          {words.open}
        </Button>
      ) : null}
      {table ? <MapButton table={table} /> : null}
    </li>
  );
}

function PartlyRead({ partly: { name, sentence, table } }: { partly: PartlyReadTable }) {
  return (
    <li data-outcome="columns-left">
      <TableProperties aria-label={words.columnsLeft} />
      <span>
        <b dir="auto">{name}</b>
        <span>{sentence}</span>
      </span>
      {table ? <MapButton table={table} /> : null}
    </li>
  );
}

function MapButton({ table }: { table: TableReference }) {
  return (
    <Button look="plain" onPress={() => askForMapping(table)}>
      {words.map}
    </Button>
  );
}

/** Whether files are being dragged over the page; gives `take` the way to them when they are dropped. */
function useDrop(take: (gather: (found: (files: number) => boolean) => Promise<Dropped>) => Promise<void>): boolean {
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
      const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
      void drop((found) => filesIn(items, shell.hasFileDialogs, found));
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
