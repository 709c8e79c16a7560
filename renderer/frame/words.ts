import type { ViewName } from "../route.ts";

/** The words of the frame. */
export const words = {
  product: "Sourceline",
  notLetIn:
    "Sourceline is running here, but it does not know this page. Open the whole address, with its token, that was printed where it was started. It works once; press Enter there for a new one.",
  noCase: "No case is open",
  search: "Search articles, claims, sources…",
  undo: (label: string | null | undefined) => (label ? `Undo: ${label}` : "Nothing to undo"),
  redo: (label: string | null | undefined) => (label ? `Redo: ${label}` : "Nothing to redo"),
  undone: (label: string, isWhole: boolean) =>
    isWhole ? `Undone: ${label}.` : `A part was undone: ${label}. The rest comes with the next Undo.`,
  redone: (label: string, isWhole: boolean) =>
    isWhole ? `Done again: ${label}.` : `A part was done again: ${label}. The rest comes with the next Redo.`,
  /** The label of a command, by itself. */
  work: (label: string) => label.charAt(0).toUpperCase() + label.slice(1),
  percent: (share: number) => `${Math.floor(share * 100)} %`,
  stop: "Stop",
  stopping: "Stopping…",
  undoShort: "Undo",
  redoShort: "Redo",
  places: "Places",
  tagged: (count: number) => (count === 1 ? "1 claim tagged" : `${count.toLocaleString("en-GB")} claims tagged`),
  articles: (count: number) => (count === 1 ? "1 article" : `${count.toLocaleString("en-GB")} articles`),
  saved: "Saved",
  saving: "Saving…",
  offline: (fileName: string) => `Offline · ${fileName}`,
  offlineOnly: "Offline",
  lost: "The connection to the workbench was lost. What was acknowledged is saved; trying again…",
  palette: {
    label: "Find a command, an article, a claim or a source",
    placeholder: "Type a few words…",
    nothing: "Nothing has these words.",
    groups: {
      recent: "Recent",
      commands: "Commands",
      articles: "Articles",
      claims: "Claims",
      sources: "Sources",
    },
  },
  themes: {
    light: "Light colours (theme)",
    dark: "Dark colours (theme)",
    system: "Colours of the machine (theme)",
  },
  shortcuts: "Keyboard shortcuts",
  close: "Close",
  panels: "Panels",
  caseMenu: "Case",
  opened: (name: string) => `Opened “${name}”.`,
  switchCase: "All cases…",
  closeCase: "Close this case",
  skip: "Skip to the content",
  views: {
    start: "Start",
    library: "Library",
    trash: "Trash",
    read: "Read",
    search: "Search",
    compare: "Copies",
    claims: "Claims",
    sources: "Sources",
    report: "Report",
    settings: "Settings",
  } satisfies Record<ViewName, string>,
};
