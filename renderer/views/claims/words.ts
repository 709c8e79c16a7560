const number = (count: number) => count.toLocaleString("en-GB");

/** The words of the claims view. */
export const words = {
  title: "Claims",
  table: "Claims",
  count: (shown: number, all: number | undefined) =>
    all === undefined || shown === all ? number(shown) : `${number(shown)} of ${number(all)}`,
  filter: "Filter by words",
  filters: {
    verdicts: "Verdict",
    workStates: "Work",
    predicates: "Predicate",
    chosen: (label: string, count: number) => (count === 0 ? label : `${label}: ${count}`),
    clear: "Clear all filters",
  },
  headings: {
    statement: "Claim",
    predicate: "Predicate",
    verdict: "Verdict",
    credibility: "Credibility",
    attributions: "Attributions",
    articles: "Articles",
    workState: "Work",
  },
  noCredibility: "none",
  credibility: (figure: string, meaning: string) => `Credibility ${figure}: ${meaning.toLowerCase()}`,
  inspector: "Claim",
  actions: "What can be done with this claim",
  emptyTitle: "No claims yet",
  empty:
    "A claim is made where it stands: open an article, select the words, and press C. It then appears here with its verdict.",
  toLibrary: "Go to the library",
  nothingFound: "No claim fits these filters",
  workState: "Where the work stands",
  merge: "Merge into another claim…",
  mergeField: "Merge into",
  mergePlaceholder: "A few words of the claim that stays",
  mergeHint:
    "Its attributions and notes move to the claim that you choose. Its own verdicts go with it; Undo brings all of it back.",
  merged: "The two claims are one now.",
  attributions: (count: number) => (count === 1 ? "1 attribution" : `${count} attributions`),
  remove: "Remove this claim",
  removed: "Claim removed with its attributions.",
  openFirst: "Open a claim first, or make one with C.",
  undo: "Undo",
  cancel: "Cancel",
};
