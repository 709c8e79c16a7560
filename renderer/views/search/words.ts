import type { SearchedNoun } from "#domain/contract/search.ts";
import type { Asked } from "./asked.ts";

/** The words of the search of the whole case. */
export const words = {
  title: "Search",
  field: "Search articles, claims, sources and notes",
  nouns: {
    article: "Articles",
    claim: "Claims",
    source: "Sources",
    note: "Notes",
  } satisfies Record<SearchedNoun, string>,
  found: (total: number) => (total === 1 ? "1 found" : `${total.toLocaleString("en-GB")} found`),
  hits: "What was found",
  more: (count: number) => `Show ${count.toLocaleString("en-GB")} more`,
  nothing: {
    words: {
      title: "Nothing has these words",
      advice: "Try fewer words, the beginning of a word with a star (bamak*), or OR between words that mean the same.",
    },
    fields: {
      title: "Nothing fits this question",
      advice: "It asks for no words, only for what things have or are. Leave a part of it out, or write another value.",
    },
    nothing: {
      title: "This asks for nothing yet",
      advice: "There is no word in it, and no field with a value. Go on writing; the question mark shows examples.",
    },
  } satisfies Record<Asked, { title: string; advice: string }>,
  emptyTitle: "Ask the whole case",
  empty: "All words must occur. The last one may be unfinished.",
  examples: [
    { query: "“claimed responsibility”", means: "these words, one after the other" },
    { query: "raid OR attaque", means: "either of two words" },
    { query: "soldiers NOT police", means: "the first and not the second" },
    { query: "lang:fr date:2025-05..2025-06", means: "in French, published in these months" },
    { query: "verdict:disputed", means: "claims that are disputed, and where they stand" },
    { query: "source:“SITE”", means: "what passed through this source" },
  ],
};
