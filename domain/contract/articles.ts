import * as z from "zod";
import { usableFileName } from "../file-names.ts";
import type { Mark } from "../marks/mark.ts";
import { Article, STATED_FIELDS } from "../nouns/article.ts";
import { Id, Line, Question } from "../nouns/common.ts";
import { ArticleTag } from "../nouns/library.ts";
import type { TextStructure } from "../text/structure.ts";
import type { Provenance } from "../vocabulary/articles.ts";
import type { Stance } from "../vocabulary/claims.ts";
import type { Verdict } from "../vocabulary/verdicts.ts";
import {
  DIRECTIONS,
  type Done,
  type DoneInParts,
  gives,
  givesProgressAnd,
  type Page,
  PageInput,
  procedure,
} from "./base.ts";
import type { RenderedFile } from "./reports.ts";

export const ARTICLE_ORDERS = ["published", "title", "outlet", "collected"] as const;

/** An article as the library shows it. */
export interface ArticleRow {
  id: string;
  title: string;
  outlet: string | null;
  byline: string;
  dateline: string;
  published: string | null;
  publishedPrecision: Article["publishedPrecision"];
  language: string | null;
  collectedAt: string;
  /** How many claims of each verdict it carries. */
  verdicts: Partial<Record<Verdict, number>>;
  notes: number;
  provenance: Provenance;
  tags: string[];
  /** Articles it is linked to as a copy, rewrite, translation or update, and those proposed as copies and not decided. */
  links: number;
  proposals: number;
}

/** The sides from which the library can be narrowed. */
export const FACETS = ["outlet", "month", "language", "verdict", "tag", "collection", "copies", "provenance"] as const;
export type Facet = (typeof FACETS)[number];

/** One value of a facet with how many of the articles found have it. `value` is what `chosen` takes; "" stands for none. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** The values of every facet: of `month` the newest first, of the others the most frequent first; at most 100 of each. */
export type FacetCounts = Record<Facet, FacetValue[]>;

/** What the library shows: a question in the words of search, and chosen values of facets. */
const LibraryQuestion = z.object({
  /** See docs/search.md. Empty for all articles. */
  query: Question.default(""),
  /** Within a facet any of the values will do, and each facet that has some must agree. */
  chosen: z.partialRecord(z.enum(FACETS), z.array(z.string().max(2_000)).max(100)).default({}),
});

/** An article with its text. */
export interface ArticleView extends Article {
  outlet: string | null;
  text: string;
  structure: TextStructure;
  originalSize: number;
  provenance: Provenance;
  tags: string[];
  collections: { id: string; name: string }[];
  /** How many other texts of the same article are kept, decided links, and proposals that wait. */
  revisions: number;
  links: number;
  proposals: number;
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

/** The name under which a file was sent up: whatever a system allows, made into one line. */
const UploadName = z.string().transform(usableFileName);

/** A table of articles: a file on disk, or one that was sent up. */
const TableReference = z.union([z.object({ path: z.string().min(1) }), z.object({ upload: Id, name: UploadName })]);
export type TableReference = z.infer<typeof TableReference>;

/**
 * What can become of something that is brought in: a new article; another text of one that is there; fields filled in of one
 * that is there, from columns that a person named; nothing, since it is there; nothing, since it cannot be.
 */
export const IMPORT_OUTCOMES = ["imported", "revised", "described", "known", "failed"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of one file that was brought in. */
export interface ImportedFile {
  name: string;
  outcome: ImportOutcome;
  /** The article that was made, or the one that was there already. */
  articleId: string | null;
  /** A sentence: what was made of it, or why it failed and what to do. */
  sentence: string;
  /** A table of which the analyst would have to say which column holds the text, as `outlineTable` takes it; null for others. */
  table: TableReference | null;
}

/** A table that was read without all of its columns, since their names do not say what they hold. */
export interface PartlyReadTable {
  name: string;
  /** A sentence that names the columns that were left out. */
  sentence: string;
  /** As `outlineTable` takes it; null where it lies in another file. */
  table: TableReference | null;
}

/** Of each outcome, how many articles or files had it. */
export interface ImportReport extends Record<ImportOutcome, number> {
  /** What became of each file; failures first, then those with a doubt. At most 1,000; the whole list is in `report`. */
  files: ImportedFile[];
  /** Tables of which columns were left out. At most 1,000. */
  tables: PartlyReadTable[];
  /** Every file with what became of it, as CSV; null where there was no room for it. */
  report: RenderedFile | null;
  /** True where it was stopped half-way; what had been brought in stays. */
  cancelled: boolean;
  /** A sentence: what ended it before its end, without anybody having stopped it; null where nothing did. */
  ended: string | null;
}

/** What is said of an article beside its text. */
export const ArticleFields = z.object({
  title: Article.shape.title,
  /** The name of the outlet; the registry's source of that name, or a new one. Empty for none. */
  outlet: Line,
  credits: Article.shape.credits,
  byline: Article.shape.byline,
  dateline: Article.shape.dateline,
  url: Article.shape.url,
  published: Article.shape.published,
  publishedPrecision: Article.shape.publishedPrecision,
  language: Article.shape.language,
});
export type ArticleFields = z.infer<typeof ArticleFields>;

/** What long work is known by while it runs, chosen by whoever starts it; `work.pause` and `work.resume` take it. */
export const WorkId = Id;

/** What came from the clipboard, in UTF-16 code units. */
const Pasted = z.string().max(60_000_000, "This is too long to be pasted. Save it as a file and import that.");

/** Which column or field of a table of articles holds what. */
export const FieldMapping = z.partialRecord(z.enum([...STATED_FIELDS, "text"]), z.string().max(500));
export type FieldMapping = z.infer<typeof FieldMapping>;

const ImportOptions = z.object({ work: WorkId.optional(), mapping: FieldMapping.optional() });

/** What is in a table of articles, so that a person can say which column is what. */
export interface TableOutline {
  name: string;
  columns: string[];
  /** The first rows, each with its cells by column, cut to 200 characters. */
  rows: Record<string, string>[];
  /** What the names of the columns suggest. */
  suggested: FieldMapping;
}

export const articles = {
  list: procedure
    .input(
      PageInput.extend({
        ...LibraryQuestion.shape,
        order: z.enum(ARTICLE_ORDERS).default("published"),
        direction: z.enum(DIRECTIONS).default("ascending"),
      }),
    )
    .output(gives<Page<ArticleRow>>()),
  /** How the articles found are spread; each facet is counted as if nothing were chosen in itself. */
  facets: procedure.input(LibraryQuestion).output(gives<FacetCounts>()),
  /**
   * The ids of all articles found, for commands on all of them, at most 100,000; or of those `among` a few, at most 100, to tell
   * which of these are found.
   */
  ids: procedure.input(LibraryQuestion.extend({ among: z.array(Id).max(100).optional() })).output(gives<string[]>()),
  get: procedure.input(z.object({ id: Id })).output(gives<ArticleView>()),
  marks: procedure.input(z.object({ id: Id })).output(gives<ArticleMarks>()),
  /** Brings in files and folders by their paths. Cancel by abort: what is done stays, whole. */
  importPaths: procedure
    .input(ImportOptions.extend({ paths: z.array(z.string().min(1)).min(1).max(100_000) }))
    .output(givesProgressAnd<ImportReport>()),
  /**
   * Brings in files whose bytes were sent up before, by the ids that the upload gave; `refused` are those that could not be
   * sent up, with why, so that they are in the report too.
   */
  importUploads: procedure
    .input(
      ImportOptions.extend({
        uploads: z.array(z.object({ id: Id, name: UploadName })).max(100_000),
        refused: z
          .array(z.object({ name: UploadName, sentence: z.string().max(10_000) }))
          .max(100_000)
          .default([]),
      }),
    )
    .output(givesProgressAnd<ImportReport>()),
  /** Forgets files that were sent up and are not brought in after all. */
  dropUploads: procedure.input(z.object({ ids: z.array(Id).max(100_000) })).output(gives<null>()),
  /** Brings in text that was pasted or made by a program; `html` where the clipboard held rich text. */
  importText: procedure
    .input(
      z.object({
        text: Pasted,
        html: Pasted.optional(),
        fields: ArticleFields.partial().default({}),
      }),
    )
    .output(gives<ImportedFile>()),
  /** Looks into a table of articles (CSV, JSON, JSONL) before it is brought in. */
  outlineTable: procedure.input(TableReference).output(gives<TableOutline>()),
  update: procedure.input(z.object({ id: Id, fields: ArticleFields.partial() })).output(gives<Done>()),
  /** The same change to many articles at once. */
  updateMany: procedure
    .input(
      z.object({
        ids: z.array(Id).min(1).max(100_000),
        fields: ArticleFields.omit({ title: true, url: true }).partial().default({}),
        addTags: z.array(ArticleTag.shape.tag).max(50).default([]),
        removeTags: z.array(ArticleTag.shape.tag).max(50).default([]),
      }),
    )
    .output(gives<DoneInParts>()),
  /** All tags that are in use, with how many articles have each. */
  tags: procedure.output(gives<{ tag: string; articles: number }[]>()),
  /** Throws articles away with their attributions and notes: into the trash, and Undo brings them back too. */
  remove: procedure.input(z.object({ ids: z.array(Id).min(1).max(100_000) })).output(gives<DoneInParts>()),
};
