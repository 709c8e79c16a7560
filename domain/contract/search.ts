import * as z from "zod";
import { Question } from "../nouns/common.ts";
import type { TextRange } from "../text/range.ts";
import { gives, procedure } from "./base.ts";

const SEARCHED_NOUNS = ["article", "claim", "source", "note"] as const;
export type SearchedNoun = (typeof SEARCHED_NOUNS)[number];

/** Some words around a hit, with where the hits stand in them. */
export interface Snippet {
  text: string;
  hits: TextRange[];
}

/** Something that was found. */
export interface SearchHit {
  noun: SearchedNoun;
  id: string;
  title: Snippet;
  snippet: Snippet | null;
  /** Of an article its outlet and date; of a claim its verdict; of a source its kind; of a note its author. */
  facts: string[];
  /** Where the first hit of the snippet stands in the text of the article, in UTF-16 code units; null where none does. */
  at: TextRange | null;
  /** Of a note, what it is about, so that it can be opened there. */
  about: { noun: "article" | "claim" | "source"; id: string } | null;
}

/** What was found of one noun: the best first. */
export interface SearchGroup {
  noun: SearchedNoun;
  hits: SearchHit[];
  total: number;
  /** `after` of the next page, or null. */
  next: string | null;
}

/** Why a question cannot be asked, and where in it, in UTF-16 code units. */
export interface QueryComplaint {
  sentence: string;
  range: TextRange;
}

export interface SearchAnswer {
  groups: SearchGroup[];
  /** What is wrong with the question; then nothing was searched. */
  complaint: QueryComplaint | null;
}

export const search = {
  /** Searches articles, claims, sources and notes, best hits first. The last word may be unfinished. */
  everywhere: procedure
    .input(
      z.object({
        query: Question,
        nouns: z
          .array(z.enum(SEARCHED_NOUNS))
          .min(1)
          .default([...SEARCHED_NOUNS]),
        limit: z.int().min(1).max(100).default(20),
        after: z.string().nullable().default(null),
      }),
    )
    .output(gives<SearchAnswer>()),
};
