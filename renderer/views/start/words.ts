/** The words of the start view. */
export const words = {
  title: "Sourceline",
  purpose:
    "Mark in news articles who claims what and how they know, trace each claim to where it began, and write down how far it is verified and why.",
  newCase: "New case",
  openCase: "Open a case",
  demonstration: "Open the demonstration",
  demonstrationHint:
    "Twelve invented articles about one week at an imagined lake, fully tagged. The quickest way to see how it works.",
  name: "Name of the case",
  namePlaceholder: "Lake district, week 21",
  folder: "Folder",
  folderHint: (path: string) => `Left empty, it goes to ${path}`,
  create: "Make the case",
  cancel: "Cancel",
  path: "Path of the case file",
  pathPlaceholder: "/home/you/cases/lake-week-21.sourceline",
  open: "Open",
  recent: "Recent cases",
  inFolder: "In the case folder",
  missing: "The file is not there any more",
  forget: "Forget",
  forgetLabel: (name: string) => `Forget “${name}”`,
  forgotten: (name: string) => `“${name}” is off the list.`,
  lastOpened: (when: string) => `opened ${when}`,
  none: "Cases that you make or open are listed here. A case is one file, with the articles in it; copy the file and you have copied the case.",
  opening: "Opening…",
};
