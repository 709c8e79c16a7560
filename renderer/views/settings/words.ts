const number = (count: number) => count.toLocaleString("en-GB");

/** The words of the settings. */
export const words = {
  title: "Settings",
  you: "You",
  author: "Your name",
  authorHint: "Under this name your entries stand in the journal of every case.",
  theme: "Colours",
  themes: { system: "As the system", light: "Light", dark: "Dark" },
  thisCase: "This case",
  caseName: "Name",
  caseDescription: "What it is about",
  file: "File",
  showInFolder: "Show in its folder",
  check: "Check this case",
  checkHint:
    "Looks at every byte: the file itself, the hashes of texts and originals, the chain of the journal, and whether every passage still quotes its text.",
  startCheck: "Check now",
  checking: "Checking",
  cancel: "Stop",
  stopped: "The check was stopped.",
  clean: "Everything is as it should be.",
  findings: (count: number) => (count === 1 ? "1 thing is wrong" : `${number(count)} things are wrong`),
  checked: ({
    texts,
    originals,
    entries,
    spans,
  }: {
    texts: number;
    originals: number;
    entries: number;
    spans: number;
  }) =>
    `Checked: ${number(texts)} texts, ${number(originals)} originals, ${number(entries)} entries of the journal, ${number(spans)} passages.`,
  about: "About",
  version: "Sourceline",
  sqlite: "SQLite",
  node: "Node.js",
  runs: "Runs",
  hosts: {
    desktop: "as a desktop application",
    local: "as a page of this machine’s own server, which nobody else can reach",
    command: "from the command line",
  },
  offline:
    "Everything is on this machine. Nothing is sent anywhere, nothing is fetched, and what you do is not measured.",
};
