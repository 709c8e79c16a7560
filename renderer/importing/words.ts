import type { ImportOutcome } from "#domain/contract/articles.ts";
import type { StatedField } from "#domain/nouns/article.ts";

/** The words of bringing articles in. */
export const words = {
  panel: "Import",
  preparing: "Looking for files…",
  found: (files: number) => `Looking for files, ${files.toLocaleString("en-GB")} so far`,
  sending: (done: number, total: number) =>
    `Getting ready: ${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} files`,
  stoppedBefore: "The import was stopped before anything of it was in the case.",
  unreadable: (name: string) => `“${name}” cannot be read. See whether it is still there and may be read.`,
  busy: "An import is under way already. Bring these in when it is done.",
  running: (done: number, total: number | null) =>
    total === null
      ? `Importing, ${done.toLocaleString("en-GB")} so far`
      : `${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} files`,
  bytes: (done: number, total: number) => `${megabytes(done)} of ${megabytes(total)} MB`,
  copies: "Looking for copies…",
  held: "Held. Nothing is lost; let it go on when you like.",
  hold: "Hold",
  goOn: "Go on",
  stop: "Stop",
  stopping: "Stopping…",
  close: "Close",
  open: "Open in the reader",
  drop: "Drop files or folders to import them",
  report: ({ imported, revised, described, known, failed }: Record<ImportOutcome, number>) =>
    [
      imported === 1 ? "1 article imported" : `${imported.toLocaleString("en-GB")} articles imported`,
      revised > 0 ? (revised === 1 ? "1 revision kept" : `${revised.toLocaleString("en-GB")} revisions kept`) : "",
      described > 0 ? `${described.toLocaleString("en-GB")} described anew` : "",
      known > 0 ? `${known.toLocaleString("en-GB")} known already` : "",
      failed > 0 ? `${failed.toLocaleString("en-GB")} failed` : "",
    ]
      .filter(Boolean)
      .join(", "),
  stopped: "Stopped before the end. What was imported by then stays, whole.",
  outcomes: {
    imported: "Imported",
    revised: "Revision kept",
    described: "Described anew",
    known: "Known",
    failed: "Failed",
  } satisfies Record<ImportOutcome, string>,
  columnsLeft: "Columns left out",
  fold: "Fold the import away",
  unfold: "Show the import",
  folded: { preparing: "Import: getting ready", mapping: "Import: columns of a table", failed: "Import: it failed" },
  earlier: "The report before",
  back: "Back to the report",
  more: (count: number) => `and ${count.toLocaleString("en-GB")} more, which the report names`,
  save: "Save the report",
  saved: (name: string) => `The report was saved as ${name}.`,
  map: "Say what its columns are",
  mapping: {
    title: (name: string) => `What the columns of ${name} are`,
    hint: "Say which column holds the text. What you leave out is read from the text itself where it says so. Records that are here already are described by what you say.",
    none: "None of them",
    firstRows: "The first rows",
    import: "Import the table",
    cancel: "Cancel",
    noText: "Say which column holds the text.",
    fields: {
      text: "Text",
      title: "Title",
      outlet: "Outlet",
      byline: "Byline",
      dateline: "Dateline",
      url: "Address",
      published: "Published",
      language: "Language",
      credits: "Credits",
    } satisfies Record<StatedField | "text", string>,
  },
};

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 });
}
