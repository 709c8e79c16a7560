import { useQuery } from "@tanstack/react-query";
import { Eye, EyeOff, Plus } from "lucide-react";
import { useState } from "react";
import type { Report } from "#domain/nouns/report.ts";
import { useLayout } from "../../preferences.ts";
import { addressOf, replaceRoute, useRoute, useShownByItself, watchPlace } from "../../route.ts";
import { sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { ResizablePanes } from "../../ui/resizable-panes.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries, queryClient, workbench } from "../../workbench.ts";
import { ReportEditor } from "./editor.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { Preview } from "./preview.tsx";
import styles from "./report.module.css";
import { words } from "./words.ts";

/** The reports of the case: written, seen as they will be, and exported. */
export default function ReportView() {
  const { id } = useRoute();
  const { data: reports, error, refetch } = useQuery(queries.reports.list.queryOptions());
  const [previewing, setPreviewing] = useLayout<boolean>("report.previewing", true);
  // One that was asked for and is not there may come back, by Undo or Redo: the address goes on to ask for it.
  const chosen = reports?.find((report) => report.id === id) ?? reports?.[0];
  const [begun, setBegun] = useState<string | null>(null);
  useShownByItself(chosen && id === null ? { view: "report", id: chosen.id } : null);

  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!reports) return <Skeleton lines={10} />;

  const head = (
    <ViewHead title={chosen?.title ?? words.title}>
      {chosen ? (
        <Button onPress={() => setPreviewing(!previewing)}>
          {previewing ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          {previewing ? words.hidePreview : words.showPreview}
        </Button>
      ) : null}
      <ExportMenu reportId={chosen?.id ?? null} />
    </ViewHead>
  );
  if (!chosen) {
    return (
      <ViewBody head={head}>
        <EmptyState
          title={words.emptyTitle}
          actions={
            <Button look="primary" onPress={() => void create(setBegun)}>
              {words.newReport}
            </Button>
          }
        >
          {words.empty}
        </EmptyState>
      </ViewBody>
    );
  }
  return (
    <ResizablePanes
      left={{
        label: words.list,
        name: "report.list",
        width: 200,
        least: 140,
        most: 360,
        shown: true,
        children: <ReportList reports={reports} chosen={chosen.id} onCreate={() => void create(setBegun)} />,
      }}
      right={{
        label: words.preview,
        name: "report.preview",
        width: 560,
        least: 280,
        most: 1_000,
        shown: previewing,
        children: <Preview key={chosen.id} reportId={chosen.id} />,
      }}
    >
      <ViewBody head={head}>
        <ReportEditor key={chosen.id} report={chosen} isNew={chosen.id === begun} onBegun={() => setBegun(null)} />
      </ViewBody>
    </ResizablePanes>
  );
}

interface ReportListProps {
  reports: readonly Report[];
  chosen: string;
  onCreate: () => void;
}

function ReportList({ reports, chosen, onCreate }: ReportListProps) {
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <b>{words.list}</b>
        <Button look="plain" onPress={onCreate}>
          <Plus aria-hidden="true" />
          {words.newReport}
        </Button>
      </div>
      <nav aria-label={words.list}>
        {reports.map((report) => {
          const isChosen = report.id === chosen;
          // Whoever comes to the view stands here, where keys are commands, and not in the first field of the editor.
          const main = isChosen ? { "data-main-part": "", tabIndex: 0 } : {};
          return (
            <a
              key={report.id}
              href={addressOf({ view: "report", id: report.id })}
              aria-current={isChosen ? "true" : undefined}
              dir="auto"
              {...main}
            >
              {report.title}
            </a>
          );
        })}
      </nav>
    </div>
  );
}

/** Makes a report and goes to it; `begin` is told its id before. */
async function create(begin: (reportId: string) => void): Promise<void> {
  const isHere = watchPlace();
  try {
    const { reportId } = await workbench.reports.create({ fields: { title: words.newTitle } });
    if (isHere()) begin(reportId);
    // The list has to hold it before the address speaks of it; an address of no report leads to the first.
    await queryClient.invalidateQueries({ queryKey: queries.reports.list.key() });
    if (isHere()) replaceRoute({ view: "report", id: reportId });
  } catch (error) {
    sayFailure(error);
  }
}
