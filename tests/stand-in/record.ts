/** A dialog that was shown. */
export interface ShownDialog {
  dialog: string;
  options: unknown;
}

/** What the application did that a test wants to know, and what the test has prepared for it. */
export const record = {
  /** Dialogs that were shown, in order. */
  dialogs: [] as ShownDialog[],
  /** What the next dialogs answer, by the name of the dialog. */
  answers: [] as { dialog: string; answer: unknown }[],
  /** Addresses given to the person's browser. */
  openedExternally: [] as string[],
  /** Files shown in their folder. */
  shownInFolder: [] as string[],
  /** Requests that were let out to the network. None of them gets there: no name resolves. */
  reachedNetwork: [] as string[],
  /** Requests that were cancelled. */
  cancelled: [] as string[],
  /** Navigations that were denied. */
  deniedNavigations: [] as string[],
  /** Windows that the page tried to open, and what was said. */
  windowsAskedFor: [] as { url: string; action: string }[],
  /** Items of the application menu by id, once it is set. */
  menu: [] as MenuRecord[],
  /** Where dropped files come from, by their names. */
  paths: {} as Record<string, string>,
};

/** A menu as a test can read it. */
export interface MenuRecord {
  id: string | undefined;
  label: string | undefined;
  role: string | undefined;
  accelerator: string | undefined;
  registerAccelerator: boolean | undefined;
  click: (() => void) | undefined;
  submenu: MenuRecord[];
}
