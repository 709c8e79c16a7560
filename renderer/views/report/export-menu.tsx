import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { finish, type Progress } from "#domain/contract/base.ts";
import { EXPORT_FORMATS, type ExportFormat } from "#domain/contract/reports.ts";
import { useCommand } from "../../keys.ts";
import { shell } from "../../shell.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Meter } from "../../ui/meter.tsx";
import { workbench } from "../../workbench.ts";
import styles from "./report.module.css";
import { words } from "./words.ts";

interface Running {
  label: string;
  progress: Progress | null;
}

/** Makes a file of the report, or of the whole case, and saves it where the person says. */
export function ExportMenu({ reportId }: { reportId: string | null }) {
  const [running, setRunning] = useState<Running | null>(null);
  const abort = useRef<AbortController | null>(null);

  const make = async (format: ExportFormat, label: string) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setRunning({ label, progress: null });
    try {
      const work = await workbench.exports.render(reportId === null ? { format } : { format, reportId }, { signal });
      const rendered = await finish(work, (progress) => setRunning({ label, progress }));
      const name = await shell.saveRendered(rendered);
      if (name !== null) say(words.saved(name));
    } catch (error) {
      if (signal.aborted) say(words.stopped);
      else sayFailure(error);
    } finally {
      setRunning(null);
    }
  };
  const [first] = EXPORT_FORMATS;
  useCommand("export", () => void make(first.code, first.label), running === null);

  if (running) {
    return (
      <div className={styles.running}>
        <Meter label={words.exporting(running.label)} progress={running.progress} />
        <Button onPress={() => abort.current?.abort()}>{words.cancel}</Button>
      </div>
    );
  }
  return (
    <Menu
      label={words.export}
      entries={EXPORT_FORMATS.map(({ code, label }) => ({ id: code, label, run: () => void make(code, label) }))}
    >
      <Button look="primary">
        <Download aria-hidden="true" />
        {words.export}
      </Button>
    </Menu>
  );
}
