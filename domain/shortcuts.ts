/**
 * Every command that has a key: one table for the native menu, the key handling of the screen, the shortcut sheet and
 * docs/keyboard.md. `Mod` is Ctrl, and Cmd on a Mac.
 */
export const SHORTCUTS = [
  {
    command: "palette",
    keys: ["Mod+K"],
    group: "Everywhere",
    label: "Find a command, an article, a claim or a source",
  },
  { command: "shortcuts", keys: ["?"], group: "Everywhere", label: "Show all shortcuts" },
  { command: "undo", keys: ["Mod+Z"], group: "Everywhere", label: "Undo" },
  { command: "redo", keys: ["Mod+Shift+Z", "Mod+Y"], group: "Everywhere", label: "Redo" },
  { command: "new-case", keys: ["Mod+Shift+N"], group: "Everywhere", label: "New case" },
  { command: "open-case", keys: ["Mod+O"], group: "Everywhere", label: "Open a case" },
  { command: "import", keys: ["Mod+I"], group: "Everywhere", label: "Import articles" },
  { command: "import-folder", keys: ["Alt+I"], group: "Everywhere", label: "Import a folder of articles" },
  { command: "export", keys: ["Mod+E"], group: "Everywhere", label: "Export a report" },
  { command: "view-library", keys: ["Alt+1"], group: "Everywhere", label: "Go to the library" },
  { command: "view-read", keys: ["Alt+2"], group: "Everywhere", label: "Go to the reader" },
  { command: "view-search", keys: ["Mod+Shift+F"], group: "Everywhere", label: "Search the whole case" },
  { command: "view-claims", keys: ["Alt+3"], group: "Everywhere", label: "Go to the claims" },
  { command: "view-sources", keys: ["Alt+4"], group: "Everywhere", label: "Go to the sources" },
  { command: "view-report", keys: ["Alt+5"], group: "Everywhere", label: "Go to the report" },
  { command: "switch-pane", keys: ["F6"], group: "Everywhere", label: "Go round the panes of the view" },
  { command: "dismiss", keys: ["Alt+M"], group: "Everywhere", label: "Dismiss the latest message" },
  { command: "view-settings", keys: ["Alt+6"], group: "Everywhere", label: "Go to the settings" },

  {
    command: "find-in-article",
    keys: ["Mod+F"],
    group: "Reading",
    label: "Find words in the article; Enter selects them. In the library: search it",
  },
  { command: "next-mark", keys: ["J"], group: "Reading", label: "Next mark. Between two texts: next difference" },
  {
    command: "previous-mark",
    keys: ["K"],
    group: "Reading",
    label: "Previous mark. Between two texts: previous difference",
  },
  { command: "next-article", keys: ["]"], group: "Reading", label: "Next article. Between two texts: next proposal" },
  {
    command: "previous-article",
    keys: ["["],
    group: "Reading",
    label: "Previous article. Between two texts: previous proposal",
  },
  { command: "toggle-original", keys: ["O"], group: "Reading", label: "Show or hide the original beside the text" },
  { command: "toggle-list", keys: ["L"], group: "Reading", label: "Show or hide the list of articles" },
  { command: "toggle-inspector", keys: ["I"], group: "Reading", label: "Show or hide the inspector" },

  { command: "make-claim", keys: ["C"], group: "Marking", label: "Make the selected words a claim" },
  { command: "mark-source", keys: ["S"], group: "Marking", label: "Put the selected words in the chain as a source" },
  { command: "mark-cue", keys: ["Q"], group: "Marking", label: "Make the selected words the cue (“told reporters”)" },
  { command: "add-passage", keys: ["A"], group: "Marking", label: "Add the selected words to the open claim" },
  { command: "make-note", keys: ["N"], group: "Marking", label: "Write a note on the selected words" },
  { command: "assess", keys: ["V"], group: "Marking", label: "Give the open claim a verdict" },
  {
    command: "remove-mark",
    keys: ["Delete"],
    group: "Marking",
    label: "Take the open mark out. In the library: move articles to the trash",
  },

  { command: "toggle-facets", keys: ["F"], group: "Library", label: "Show or hide the facets" },
  { command: "edit-fields", keys: ["E"], group: "Library", label: "Change the chosen or all selected articles" },
  { command: "edit-tags", keys: ["T"], group: "Library", label: "Tag the chosen or all selected articles" },
  { command: "edit-collections", keys: ["G"], group: "Library", label: "Put them in a collection" },
  {
    command: "rename-collections",
    keys: ["Shift+G"],
    group: "Library",
    label: "Rename or remove collections",
  },
  { command: "compare", keys: ["Shift+C"], group: "Library", label: "Compare the two selected articles" },
  { command: "toggle-trash", keys: ["Shift+T"], group: "Library", label: "Go to the trash, and back" },
  { command: "restore", keys: ["R"], group: "Library", label: "Bring them back from the trash" },

  { command: "call-wire-copy", keys: ["1"], group: "Comparing", label: "Call the right text a wire copy of the left" },
  { command: "call-rewrite", keys: ["2"], group: "Comparing", label: "Call it a rewrite" },
  { command: "call-translation", keys: ["3"], group: "Comparing", label: "Call it a translation" },
  { command: "call-update", keys: ["4"], group: "Comparing", label: "Call it an update" },
  { command: "call-unrelated", keys: ["5"], group: "Comparing", label: "Call the two unrelated" },
  { command: "swap-texts", keys: ["X"], group: "Comparing", label: "Change the sides of the two texts" },
] as const satisfies readonly Shortcut[];

interface Shortcut {
  command: string;
  keys: readonly string[];
  group: "Everywhere" | "Reading" | "Marking" | "Library" | "Comparing";
  label: string;
}

export type CommandName = (typeof SHORTCUTS)[number]["command"];
