import { z } from "zod";
import type { Mark } from "../marks/mark.ts";
import { Article } from "../nouns/article.ts";
import { Id, Line } from "../nouns/common.ts";
import type { Stance } from "../vocabulary/claims.ts";
import type { Verdict } from "../vocabulary/verdicts.ts";
import { DIRECTIONS, type Done, gives, givesProgressAnd, type Page, PageInput, procedure } from "./base.ts";

export const ARTICLE_ORDERS = ["published", "title", "outlet", "collected"] as const;

/** An article as the library shows it. */
export interface ArticleRow {
  id: string;
  title: string;
  outlet: string | null;
  byline: string;
  published: string | null;
  publishedPrecision: Article["publishedPrecision"];
  language: string | null;
  collectedAt: string;
  /** How many claims of each verdict it carries. */
  verdicts: Partial<Record<Verdict, number>>;
  notes: number;
}

/** An article with its text. */
export interface ArticleView extends Article {
  outlet: string | null;
  text: string;
  originalSize: number;
}

/** What the margin says of an attribution. */
export interface MarginCard {
  attributionId: string;
  claimId: string;
  statement: string;
  verdict: Verdict;
  stance: Stance;
  /** Names of the chain, origin first. */
  chain: string[];
  /** Where its words begin in the text. */
  start: number;
}

/** What is drawn on and beside a text. */
export interface ArticleMarks {
  articleId: string;
  marks: Mark[];
  cards: MarginCard[];
}

/** What became of one file that was brought in. */
export interface ImportedFile {
  name: string;
  outcome: "imported" | "known" | "failed";
  /** The article that was made, or the one that was there already. */
  articleId: string | null;
  /** A sentence: what was made of it, or why it failed and what to do. */
  sentence: string;
}

export interface ImportReport {
  files: ImportedFile[];
  imported: number;
  known: number;
  failed: number;
  /** True where it was stopped half-way; what had been brought in stays. */
  cancelled: boolean;
}

/** What is said of an article beside its text. */
export const ArticleFields = z.object({
  title: Article.shape.title,
  /** The name of the outlet; the registry's source of that name, or a new one. Empty for none. */
  outlet: Line,
  byline: Article.shape.byline,
  dateline: Article.shape.dateline,
  url: Article.shape.url,
  published: Article.shape.published,
  publishedPrecision: Article.shape.publishedPrecision,
  language: Article.shape.language,
});
export type ArticleFields = z.infer<typeof ArticleFields>;

export const articles = {
  list: procedure
    .input(
      PageInput.extend({
        order: z.enum(ARTICLE_ORDERS).default("published"),
        direction: z.enum(DIRECTIONS).default("ascending"),
        /** Words of the title, outlet or byline. */
        words: z.string().max(500).default(""),
      }),
    )
    .output(gives<Page<ArticleRow>>()),
  get: procedure.input(z.object({ id: Id })).output(gives<ArticleView>()),
  marks: procedure.input(z.object({ id: Id })).output(gives<ArticleMarks>()),
  /** Brings in files and folders by their paths. Cancel by abort: what is done stays, whole. */
  importPaths: procedure
    .input(z.object({ paths: z.array(z.string().min(1)).min(1).max(10_000) }))
    .output(givesProgressAnd<ImportReport>()),
  /** Brings in files whose bytes were sent up before, by the ids that the upload gave. */
  importUploads: procedure
    .input(
      z.object({
        uploads: z
          .array(z.object({ id: Id, name: Line }))
          .min(1)
          .max(10_000),
      }),
    )
    .output(givesProgressAnd<ImportReport>()),
  /** Brings in text that was pasted or made by a program. */
  importText: procedure
    .input(z.object({ text: z.string().max(60_000_000), fields: ArticleFields.partial().default({}) }))
    .output(gives<ImportedFile>()),
  update: procedure.input(z.object({ id: Id, fields: ArticleFields.partial() })).output(gives<Done>()),
  /** Takes articles out of the case with their attributions and notes; Undo brings them back. */
  remove: procedure.input(z.object({ ids: z.array(Id).min(1).max(10_000) })).output(gives<Done>()),
};
