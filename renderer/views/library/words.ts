import type { Facet } from "#domain/contract/articles.ts";
import { shortened } from "#domain/text/shortened.ts";

const number = (count: number) => count.toLocaleString("en-GB");
const articles = (count: number) => (count === 1 ? "1 article" : `${number(count)} articles`);

const LONGEST = 80;

/** A title as it stands within a sentence. */
const named = (title: string) => `“${shortened(title, LONGEST)}”`;

/** The words of the library. */
export const words = {
  title: "Library",
  table: "Articles",
  number,
  count: (shown: number, all: number | undefined) =>
    all === undefined || shown === all ? `${number(shown)}` : `${number(shown)} of ${number(all)}`,

  query: "Search the library",
  queryPlaceholder: "Words, “a phrase”, outlet:…, lang:fr, date:2025-05, has:claim",
  facets: "Facets",
  facetNames: {
    outlet: "Outlet",
    month: "Month",
    language: "Language",
    verdict: "Verdicts",
    tag: "Tags",
    collection: "Collections",
    copies: "Copies",
    provenance: "Provenance",
  } satisfies Record<Facet, string>,
  facetChosen: (count: number) => `${count} chosen`,
  facetEmpty: "None here",
  facetMore: (count: number) => `Show ${number(count)} more`,
  facetFewer: "Show fewer",
  facetMost: (most: number) => `The first ${most}. Ask for others in the search field.`,
  collectionsEdit: "Rename or remove collections",
  collectionsNone: "There is no collection yet. Choose articles, and G puts them in one.",
  collectionsDone: "Done",
  collectionName: (name: string) => `Name of the collection “${name}”`,
  collectionRemove: (name: string) => `Remove the collection “${name}”; its articles stay`,
  collectionRenamed: (before: string, name: string) => `The collection “${before}” is called “${name}” now.`,
  collectionRemoved: (name: string) => `The collection “${name}” was removed. Its articles are where they were.`,
  inIt: (count: number) => `${articles(count)} in it`,
  narrowed: "Narrowed to",
  takeAway: (facet: string, label: string) => `${facet} ${label}, take away`,
  takeAllAway: "Take all away",

  saved: "Saved searches",
  savedNone: "A search that you keep under a name is here again whenever you need it.",
  savedName: "Keep this search as",
  savedKeep: "Keep it",
  savedKept: (name: string) => `The search “${name}” is kept.`,
  savedRemove: (name: string) => `Remove the search “${name}”`,
  savedRemoved: (name: string) => `The search “${name}” was removed.`,
  savedComplaint: "Put the question right first; then it can be kept.",
  savedUnsayable:
    "One of the chosen values, such as “No outlet”, cannot be said in words. Take it away, and the rest can be kept.",

  selection: "Selection",
  selected: (count: number) => `${number(count)} selected`,
  selectAll: (found: number) => `Select all ${number(found)} found`,
  selectNone: "Clear the selection",
  columns: "Columns",
  columnWithoutRoom: (label: string) => `${label} (no room now)`,
  columnsWithoutRoom:
    "What has no room now is shown where the table is wider: in a wider window, or once a pane beside it is closed.",
  import: "Import files",
  paste: "Paste text",
  remove: "Move to the trash",
  removing: (count: number) => `Moving ${articles(count)}…`,
  removed: (count: number, title: string) =>
    count === 1 && title !== "" ? `${named(title)} was moved to the trash.` : `${articles(count)} moved to the trash.`,
  notFound: "Not among the articles that are found: the table does not show it, and it is not thrown away from here.",
  notFoundRemoved: (title: string) =>
    `${named(title)} is not among the articles that are found, so it was not thrown away. Change the question so that the table shows it, or choose another.`,
  compare: "Compare",
  chooseTwo: "Select two articles first, with Space or Ctrl-click; then they can be compared.",
  chooseFirst: "Choose an article first.",
  undo: "Undo",
  read: "Read",

  emptyTitle: "No articles yet",
  empty:
    "Drop files or folders anywhere on this window, choose them, or paste a text: web pages, PDF, Word, mail, archives, tables, plain text. The original bytes are kept beside the text, and nothing leaves this machine.",
  nothingFound: "No article answers this",
  nothingFoundHint:
    "All words must stand in one article: in its title, byline or text. Try fewer of them, or OR between them, or take away what the facets narrow to.",
  askNothing: "Show all articles",

  headings: {
    title: "Title",
    outlet: "Outlet",
    byline: "Byline",
    dateline: "Dateline",
    published: "Published",
    language: "Language",
    claims: "Claims",
    notes: "Notes",
    tags: "Tags",
    provenance: "Provenance",
    copies: "Copies",
    collected: "Collected",
  },
  noClaims: "none",
  verdictCount: (count: number, verdict: string) => `${count} ${verdict.toLowerCase()}`,
  copiesLinked: (count: number) => (count === 1 ? "1 linked" : `${count} linked`),
  copiesProposed: (count: number) => (count === 1 ? "1 proposed" : `${count} proposed`),

  inspector: "Article",
  fields: {
    title: "Title",
    outlet: "Outlet",
    byline: "Byline",
    dateline: "Dateline",
    url: "Address (URL)",
    published: "Published",
    publishedHint: "2025, 2025-05, 2025-05-16 or 2025-05-16T05:30",
    precision: "Known to the",
    precisionUnknown: "Not said",
    language: "Language",
    languageHint: "A code such as en, fr or ar",
    credits: "Credits",
    text: "Text",
  },
  origin: {
    from: (origin: string) => `from ${/^(the|JSON-LD|OpenGraph)\b/.test(origin) ? origin : `a ${origin}`}`,
    analyst: "written by hand",
    detected: "detected from its letters and words",
    unknown: "where from was not recorded",
  },
  provenance: "Provenance",
  revisions: (count: number) =>
    count === 1 ? "1 other text of it is kept" : `${number(count)} other texts of it are kept`,
  links: (count: number) => (count === 1 ? "linked to 1 article" : `linked to ${number(count)} articles`),
  proposals: (count: number) =>
    count === 1 ? "1 possible copy waits for a decision" : `${number(count)} possible copies wait for a decision`,

  tags: "Tags",
  addTag: "Add a tag…",
  takeTagOff: "Take a tag off…",
  removeTag: (tag: string) => `Take the tag “${tag}” off`,
  tagged: (count: number, tag: string) => `${articles(count)} tagged “${tag}”.`,
  untagged: (count: number, tag: string) => `The tag “${tag}” was taken off ${articles(count)}.`,
  collections: "Collections",
  addToCollection: "Put in a collection…",
  takeOutOfCollection: "Take out of a collection…",
  makeCollection: (name: string) => `Make the collection “${name}”`,
  removeFromCollection: (name: string) => `Take it out of “${name}”`,
  collected: "Collected",
  inCollection: (count: number, name: string) => `${articles(count)} put in “${name}”.`,
  collectionMade: (count: number, name: string) => `The collection “${name}” was made of ${articles(count)}.`,
  takenOut: (count: number, name: string) => `${articles(count)} taken out of “${name}”.`,

  bulk: {
    title: (count: number) => articles(count),
    form: "Change all selected articles",
    hint: "What you write goes into every selected article. What you leave stays as it is in each.",
    unchanged: "As it is",
    emptied: "Will be empty",
    empty: (field: string) => `Empty ${field.toLowerCase()} in all`,
    keep: (field: string) => `Leave ${field.toLowerCase()} as it is`,
    save: (count: number) => `Change ${articles(count)}`,
    working: (count: number) => `Changing ${articles(count)}…`,
    done: (count: number) => `${articles(count)} changed.`,
    nothing: "They are so already; nothing was changed.",
  },

  original: "Original",
  originalName: "File",
  originalKind: "Kept as",
  originalFacts: (mediaType: string, bytes: number) => `${mediaType}, ${number(bytes)} bytes, unchanged`,
  collectedBy: (who: string, when: string) => `${when}, by ${who}`,
  tool: "Text made by",
  saveOriginal: "Save a copy of the original",
  textHash: "Text SHA-256",
  originalHash: "Original SHA-256",

  pasteTitle: "Paste an article",
  pasteSave: "Add to the library",
  pasteRich: "Pasted with its formatting: headings, lists and what the page says of itself are read from it.",
  pastePlain: "You have changed the text, so it is taken as plain words.",
  cancel: "Cancel",
};
