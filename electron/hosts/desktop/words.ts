/** What the desktop says in its own dialogs. */
export const WORDS = {
  openCase: "Open a case",
  newCase: "Make a new case",
  importArticles: "Import articles",
  importFolder: "Import a folder of articles",
  saveFile: "Save the file",
  cases: "Sourceline cases",
  everything: "All files",
  openAddress: "Open this address in your browser?",
  openAddressDetail: (address: string) =>
    `${address}\n\nThe site will see that somebody at your address opened it. Sourceline itself sends nothing.`,
  open: "Open in the browser",
  leave: "Do not open",
  addressRefused: "Only whole https addresses without a name or password in them can be opened.",
  folderRefused: "Only a file of this computer can be shown in its folder.",
  cannotStart: "Sourceline cannot start",
  defect: (id: string) => `Something went wrong that should not have. The log has it under ${id}.`,
} as const;
