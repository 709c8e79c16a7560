import * as z from "zod";
import type { LikelyOriginal } from "../likeness/derivation.ts";
import type { DiffPiece } from "../likeness/difference.ts";
import { Id, Name, Prose } from "../nouns/common.ts";
import type { ArticleLink, Collection, Revision, SavedSearch } from "../nouns/library.ts";
import { SavedSearch as SavedSearchRow } from "../nouns/library.ts";
import { LINK_RELATION_CODES } from "../vocabulary/articles.ts";
import { type Done, type DoneInParts, gives, givesProgressAnd, type Page, PageInput, procedure } from "./base.ts";

/** An article as a pair of copies shows it. */
export interface CopyArticle {
  id: string;
  title: string;
  outlet: string | null;
  published: string | null;
  characters: number;
}

/**
 * Two articles that are alike, and what was decided of them, if anything was. `one` is the article that the other was made
 * from: as it was decided, or, before that, as their dates, outlets and credit lines let it seem.
 */
export interface CopyPair {
  one: CopyArticle;
  other: CopyArticle;
  /** Of five-word shingles: how many are in both of all, and which share of each is in the other. */
  jaccard: number;
  oneInOther: number;
  otherInOne: number;
  link: ArticleLink | null;
}

/**
 * Two texts side by side, in the order of reading, and of the articles in the order in which they were asked for. Offsets
 * are UTF-16 code units of the canonical texts. `likely` is which of the two came first, as far as anything tells.
 */
export interface Comparison {
  one: CopyArticle;
  other: CopyArticle;
  texts: { one: string; other: string };
  pieces: DiffPiece[];
  jaccard: number;
  oneInOther: number;
  otherInOne: number;
  link: ArticleLink | null;
  likely: LikelyOriginal | null;
}

/** What a search for copies found. */
export interface CopiesFound {
  /** Pairs that wait for a decision. */
  proposals: number;
  compared: number;
}

export const copies = {
  /** Pairs that wait for a decision, the most alike first; with `articleId`, all pairs of that article, decided ones too. */
  list: procedure.input(PageInput.extend({ articleId: Id.optional() })).output(gives<Page<CopyPair>>()),
  compare: procedure.input(z.object({ oneId: Id, otherId: Id })).output(gives<Comparison>()),
  /** Writes down what a person decided: `articleId` was made from `fromId`. Replaces what was decided before of the two. */
  decide: procedure
    .input(
      z.object({
        articleId: Id,
        fromId: Id,
        relation: z.enum(LINK_RELATION_CODES),
        comment: Prose.default(""),
      }),
    )
    .output(gives<Done>()),
  /** Takes a decision away, so that the pair is proposed again. */
  undecide: procedure.input(z.object({ linkId: Id })).output(gives<Done>()),
  /** Looks through the whole case for copies. Every import does so for what it brought in. */
  find: procedure.output(givesProgressAnd<CopiesFound>()),
};

/** Another text of an article, with how long it and its original are. */
export interface RevisionRow extends Revision {
  characters: number;
  /** In bytes. */
  originalSize: number;
}

/** The text that is studied beside another of the same article, with when each was collected. */
export interface RevisionComparison {
  title: string;
  texts: { one: string; other: string };
  pieces: DiffPiece[];
  oneAt: string;
  otherAt: string;
}

/** What taking a revision as the text that is studied would do to the marks. */
export interface RevisionTaken {
  /** Passages that stand in the new text too and moved with it. */
  moved: number;
}

export const revisions = {
  /** Other texts of an article, newest first. */
  list: procedure.input(z.object({ articleId: Id })).output(gives<RevisionRow[]>()),
  /** What differs between the text that is studied (one) and the revision (other). */
  compare: procedure.input(z.object({ articleId: Id, revisionId: Id })).output(gives<RevisionComparison>()),
  /**
   * Makes a revision the text that is studied; the text before becomes a revision. Marks move to where their words stand
   * now. Refuses where the words of a mark do not stand in the new text, and names them.
   */
  take: procedure.input(z.object({ revisionId: Id })).output(gives<Done & RevisionTaken>()),
};

export const collections = {
  list: procedure.output(gives<(Collection & { articles: number })[]>()),
  create: procedure
    .input(z.object({ name: Name, articleIds: z.array(Id).max(100_000).default([]) }))
    .output(gives<DoneInParts & { collectionId: string }>()),
  rename: procedure.input(z.object({ id: Id, name: Name })).output(gives<Done>()),
  /** Takes the collection away; its articles stay in the case. */
  remove: procedure.input(z.object({ id: Id })).output(gives<DoneInParts>()),
  add: procedure.input(z.object({ id: Id, articleIds: z.array(Id).min(1).max(100_000) })).output(gives<DoneInParts>()),
  takeOut: procedure
    .input(z.object({ id: Id, articleIds: z.array(Id).min(1).max(100_000) }))
    .output(gives<DoneInParts>()),
};

export const savedSearches = {
  list: procedure.output(gives<SavedSearch[]>()),
  /** Keeps a question; one of the same name is replaced. */
  save: procedure
    .input(z.object({ name: Name, query: SavedSearchRow.shape.query }))
    .output(gives<Done & { savedSearchId: string }>()),
  remove: procedure.input(z.object({ id: Id })).output(gives<Done>()),
};

/** An article in the trash. */
export interface TrashedRow {
  id: string;
  title: string;
  outlet: string;
  trashedAt: string;
  trashedBy: string;
  /** How many attributions and notes went with it. */
  attributions: number;
  notes: number;
}

export const trash = {
  /** What was thrown away, newest first. */
  list: procedure.input(PageInput).output(gives<Page<TrashedRow>>()),
  /** Brings articles back with all that went with them. `left` says, as sentences, what could not come back, and why. */
  restore: procedure
    .input(z.object({ ids: z.array(Id).min(1).max(100_000) }))
    .output(gives<DoneInParts & { left: string[] }>()),
  /** Takes articles from the trash for good; the journal still speaks of them. */
  destroy: procedure.input(z.object({ ids: z.array(Id).min(1).max(100_000) })).output(gives<DoneInParts>()),
};
