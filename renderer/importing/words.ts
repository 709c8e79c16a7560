/** The words of bringing articles in. */
export const words = {
  panel: "Import",
  preparing: "Reading the files…",
  running: (done: number, total: number | null) =>
    total === null ? `Importing, ${done} so far` : `Importing ${done} of ${total}`,
  cancel: "Stop",
  close: "Close",
  open: "Open in the reader",
  drop: "Drop the files to import them",
  report: ({ imported, known, failed }: { imported: number; known: number; failed: number }) =>
    [
      imported === 1 ? "1 article imported" : `${imported} articles imported`,
      known > 0 ? `${known} known already` : "",
      failed > 0 ? `${failed} failed` : "",
    ]
      .filter(Boolean)
      .join(", "),
  stopped: "Stopped before the end. What was imported by then stays, whole.",
  outcomes: { imported: "Imported", known: "Known", failed: "Failed" },
  more: (count: number) => `and ${count.toLocaleString("en-GB")} more`,
};
