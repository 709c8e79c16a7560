import type { Comparison } from "#domain/contract/library.ts";
import { LINK_RELATIONS, type LinkRelation } from "#domain/vocabulary/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { shareInWords } from "../../copies/words.ts";

/** The words of the view in which two texts stand side by side. */
export const words = {
  title: "Copies",
  revisionTitle: "Two texts of one article",
  waiting: (count: number) => (count === 1 ? "1 pair waits" : `${count.toLocaleString("en-GB")} pairs wait`),
  noneWait: "No pair waits for a decision",
  back: "Back",
  next: "Next pair",
  previous: "Previous pair",
  nextDifference: "Next difference",
  previousDifference: "Previous difference",
  differences: (count: number) =>
    count === 0 ? "No difference" : count === 1 ? "1 difference" : `${count.toLocaleString("en-GB")} differences`,
  left: "Left text",
  right: "Right text",
  read: "Read",
  noOutlet: "no outlet",
  noDate: "no date",
  characters: (count: number) => `${count.toLocaleString("en-GB")} characters`,
  likely: {
    credit: "Likely the original: the other credits its outlet.",
    wire: "Likely the original: it is a news agency’s.",
    date: "Likely the original: it is the earlier one.",
  },
  figures: ({ oneInOther, otherInOne }: Pick<Comparison, "oneInOther" | "otherInOne">) =>
    oneInOther === 0 && otherInOne === 0
      ? "No five words in a row stand in both."
      : `${shareInWords(oneInOther)} of the left text stands in the right one; ${shareInWords(otherInOne).toLowerCase()} of the right in the left.`,
  /** What is shown of texts that have nothing in common to be marked. */
  apart:
    "Hardly a word stands in both, as with a translation, so nothing is marked: both are shown whole, each paragraph beside the one that its length and place make likely.",
  texts: "The two texts",
  onlyLeft: "only on the left",
  onlyRight: "only on the right",
  question: "What is the right text to the left?",
  answers: "What the right text is to the left",
  comment: "Comment",
  commentPlaceholder: "Why, if it needs saying",
  swap: "Change sides",
  decided: (relation: LinkRelation, isTurned: boolean) => {
    const label = termOf(LINK_RELATIONS, relation).label;
    if (relation === "unrelated") return "The two are unrelated.";
    return isTurned ? `${label}: the left was made from the right.` : `${label}: the right was made from the left.`;
  },
  by: (author: string, at: string) => `${author}, ${at}`,
  takeBack: "Take back",
  takenBack: "The decision was taken back.",
  soAlready: "That is what was decided already; nothing was changed.",
  said: (relation: LinkRelation) => `${termOf(LINK_RELATIONS, relation).label}: written down.`,
  undo: "Undo",
  emptyTitle: "No articles wait to be compared",
  empty: "Articles that are alike, or of which one stands within the other, are proposed here after every import.",
  find: "Look for copies now",
  finding: "Looking for copies…",
  found: (count: number) =>
    count === 0
      ? "Nothing new was found."
      : count === 1
        ? "1 pair waits."
        : `${count.toLocaleString("en-GB")} pairs wait.`,
  library: "Go to the library",
  studied: "The text that is studied",
  another: "Another text",
  itsOriginal: "Show its original",
  collected: (at: string) => `collected ${at}`,
  take: "Study this text",
  taken: (moved: number) =>
    moved === 0
      ? "The other text is studied now."
      : `The other text is studied now; ${moved === 1 ? "1 marked passage" : `${moved.toLocaleString("en-GB")} marked passages`} moved with it.`,
};
