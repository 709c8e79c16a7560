/** So many characters of lost words are shown. */
const MOST_SHOWN = 80;

/** That words have gone with the text they stood in. */
function notIn(quotes: readonly string[]): string {
  const named = quotes.map((quote) => {
    const characters = [...quote.replace(/\s+/g, " ")];
    const cut = characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join("")}…` : characters.join("");
    return `“${cut}”`;
  });
  return `These words did not stand in it and were left out: ${named.join(", ")}.`;
}

/** The words of the reader. */
export const words = {
  list: {
    label: "Articles",
    count: (shown: number, total: number) => `${shown.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`,
    emptyTitle: "No articles yet",
    empty: "Bring articles in from the library, then read and mark them here.",
    library: "Go to the library",
    noDate: "no date",
    more: "Show more articles",
  },
  text: {
    label: (title: string) => `Text of “${title}”`,
    noneTitle: "Choose an article",
    none: "Choose one from the list, or press ] for the first.",
    noText: "This article has no text.",
    kept: "original kept",
    showOriginal: "Show the original",
    noOutlet: "no outlet",
  },
  bubble: { label: "Selected words", claim: "Claim", source: "Source", cue: "Cue", passage: "Passage", note: "Note" },
  margin: {
    label: "Claims beside the text",
    noChain: "no source named",
    card: (statement: string, verdict: string) => `${statement} (${verdict})`,
    more: (count: number) => `+ ${count} more here`,
  },
  find: {
    label: "Find in the article",
    placeholder: "Find words",
    hint: "Enter selects",
    count: (count: number, position: number) =>
      count === 0 ? "Not found" : `${position + 1} of ${count}${count === 5_000 ? " or more" : ""}`,
    previous: "Previous hit",
    next: "Next hit",
    close: "Close",
  },
  inspector: {
    label: "Inspector",
    claim: "Claim",
    article: "In this article",
    notes: "Notes",
    history: "History",
    copies: "Copies",
    nothingTitle: "No claim is open",
    nothing: "Select words in the text and press C to make them a claim. Click a mark, or press J, to open one.",
  },
  original: {
    title: "Original",
    frame: "The original, as it came",
    opening: "Opening the original",
    save: "Save the original",
    close: "Close the original",
    placed: (isFound: boolean) =>
      isFound ? "The passage is highlighted." : "These words do not stand in the original in this order.",
    picture: (alt: string) => (alt === "" ? "Picture, not fetched" : `Picture, not fetched: ${alt}`),
    pages: "Pages",
    page: (number: number, count: number) => `Page ${number} of ${count}`,
    previousPage: "Previous page",
    nextPage: "Next page",
    smaller: "Smaller",
    larger: "Larger",
    fit: "Fit to width",
    locked: "This PDF is locked with a password. Save the original and open it with a program that asks for it.",
    damaged: "This PDF is damaged and cannot be drawn. Save the original and try another program.",
    notDrawnTitle: "Not drawn here",
    notDrawn: "Originals of this kind are not drawn here. Save the original to look at it in its own program.",
    tooLargeTitle: "Too large to draw",
    tooLarge: "This original is too large to be drawn beside the text. Save it to look at it in its own program.",
    ofRevision: (at: string) => `Of another text, collected ${at}.`,
    showOwn: "Show that of the studied text",
    known: "What is known of it",
    facts: {
      name: "Name",
      type: "Type",
      size: "Size",
      hash: "SHA-256",
      collected: "Collected",
      tool: "Read with",
    },
    size: (bytes: number) => `${bytes.toLocaleString("en-GB")} bytes`,
    collected: (when: string, who: string) => (who === "" ? when : `${when}, by ${who}`),
  },
  draft: {
    title: "New claim",
    statement: "Statement",
    attachTo: "Or attach the passage to a claim that is there",
    chain: "Who says it, origin first",
    stance: "Stance",
    quoted: "Quoted",
    cue: "Cue",
    noCue: "Take out",
    save: "Save claim",
    cancel: "Cancel",
    more: "More fields",
    fewer: "Fewer fields",
    noWords: "The claim stands on no words of this text. Select some, press A, and save it then.",
    lost: (quotes: readonly string[]) =>
      `This article has another text since the claim was begun. ${notIn(quotes)} Select others with S, Q or A where the claim needs them.`,
    hint: "F6 goes to the text and back. There, S puts selected words in the chain, Q marks the cue, A adds a passage.",
  },
  article: {
    emptyTitle: "No claims yet",
    empty: "Select words and press C: say who claims it, through whom, and how they know.",
  },
  notes: {
    emptyTitle: "No notes yet",
    empty: "Select words and press N, or write one on the whole article below.",
    onWords: "Note on the selected words",
    onArticle: "Note on the article",
    placeholder: "What did you notice?",
    save: "Save note",
    remove: "Remove note",
    saved: "Note saved.",
    removed: "Note removed.",
    noWords: "whole article",
    takeOut: "Take out",
    lost: (quotes: readonly string[]) =>
      `This article has another text since the note was begun. ${notIn(quotes)} Select others and press N, or save it as a note on the article.`,
    body: "Note",
  },
  copies: {
    emptyTitle: "Nothing is like this text",
    empty: "Articles that are alike, and other texts that stood at the same address, are listed here.",
    alike: "Alike",
    revisions: "Other texts of this article",
    count: (count: number) => count.toLocaleString("en-GB"),
    compare: (title: string) => `Compare with “${title}”`,
    collected: (at: string) => `Collected ${at}`,
    characters: (count: number) => `${count.toLocaleString("en-GB")} characters`,
    changes: "See what changed",
    original: "Original",
    take: "Study this text",
    taken: (moved: number) =>
      moved === 0
        ? "The other text is studied now."
        : "The other text is studied now; every marked passage moved with it.",
  },
  history: {
    emptyTitle: "Nothing has happened yet",
    empty: "Every change is kept here with its author and time.",
    undone: "undone",
    redone: "done again",
    more: "Show earlier entries",
  },
  said: {
    selectFirst: "Select words in the text first.",
    openFirst: "Open a claim first, or make one with C.",
    claimSaved: "Claim saved.",
    attached: "Passage attached to the claim.",
    passageAdded: "Passage added.",
    cueSet: "Cue marked.",
    inChain: (name: string) => `“${name}” is in the chain.`,
  },
  undo: "Undo",
};
